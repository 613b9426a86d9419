import type { DelayedErrorClass, DeliverJob, Job, Queue } from './queueTypes.js';
import { readPause, type ReportJob } from './reportJob.js';

/** The browser's keys are UUIDs: BullMQ's ids must not hold a colon. A job of the same id is not added while it is there. */
export async function addReport(queue: Queue<ReportJob>, job: ReportJob, afterSeconds: number): Promise<void> {
  await queue.add('report', job, {
    jobId: job.idempotencyKey,
    delay: afterSeconds * 1000,
    attempts: 10,
    backoff: { type: 'exponential', delay: 15_000 },
    removeOnComplete: true,
    removeOnFail: { age: 7 * 24 * 3600 },
  });
}

/** For `new Worker(name, createProcessor(deliverJob, DelayedError), { connection })`. */
export function createProcessor(deliverJob: DeliverJob, DelayedError: DelayedErrorClass) {
  return async (job: Job<ReportJob>, token?: string): Promise<void> => {
    const { data } = job;
    const delivery = await deliverJob(data);
    if (delivery.status !== 'later') return;
    await job.updateData({ ...data, attempts: data.attempts + 1 });
    await job.moveToDelayed(Date.now() + readPause(delivery, data.attempts) * 1000, token);
    // Says that the job was moved, neither done nor failed.
    throw new DelayedError();
  };
}
