import type { DeliverJob, PgBoss } from './queueTypes.js';
import { readPause, type ReportJob } from './reportJob.js';

const QUEUE = 'bank-reports';

export async function startReportQueue(boss: PgBoss, deliverJob: DeliverJob) {
  // `short`: at most one job of a key waits; one that runs does not count.
  await boss.createQueue(QUEUE, { policy: 'short', retryLimit: 10, retryDelay: 15, retryBackoff: true });

  async function add(job: ReportJob, afterSeconds: number): Promise<void> {
    await boss.send(QUEUE, job, { singletonKey: job.idempotencyKey, startAfter: afterSeconds });
  }

  await boss.work<ReportJob>(QUEUE, async (jobs) => {
    for (const { data } of jobs) {
      const delivery = await deliverJob(data);
      if (delivery.status !== 'later') continue;
      await add({ ...data, attempts: data.attempts + 1 }, readPause(delivery, data.attempts));
    }
  });
  return add;
}
