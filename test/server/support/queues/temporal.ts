import { proxyActivities, sleep, type Client, type DeliverJob } from './queueTypes.js';
import { readPause, type ReportJob } from './reportJob.js';

const activities = proxyActivities<{ deliverJob: DeliverJob }>({ startToCloseTimeout: '1 minute' });

/** The workflow. The pauses grow, so that its history stays short through a day without Heron. */
export async function deliverReport(job: ReportJob): Promise<void> {
  for (let attempts = 0; ; attempts += 1) {
    const delivery = await activities.deliverJob(job);
    if (delivery.status !== 'later') return;
    await sleep(readPause(delivery, attempts) * 1000);
  }
}

export async function addReport(client: Client, job: ReportJob, afterSeconds: number): Promise<void> {
  await client.workflow.start(deliverReport, {
    args: [job],
    taskQueue: 'bank-reports',
    workflowId: `bank-report-${job.idempotencyKey}`,
    workflowIdConflictPolicy: 'USE_EXISTING',
    startDelay: afterSeconds * 1000,
  });
}
