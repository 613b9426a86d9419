// @vitest-environment node
import { readFileSync } from 'node:fs';
import type { RepairReport, ReportDelivery } from 'react-plaid-update-mode/server';
import { describe, expect, it } from 'vitest';
import { addReport as addToBullMq, createProcessor } from './support/queues/bullMq.js';
import { startReportQueue } from './support/queues/pgBoss.js';
import { temporal } from './support/queues/queueTypes.js';
import { createDeliverJob, readPause, toJob, type ReportJob } from './support/queues/reportJob.js';
import { deliverReport } from './support/queues/temporal.js';

const REPORT: RepairReport = {
  target: { item_id: 'item-1' },
  purpose: 'repair',
  outcome: 'success',
  started_at: '2026-05-01T11:58:00.000Z',
};
const job: ReportJob = { userId: 'user-1', report: REPORT, idempotencyKey: 'key-1', attempts: 0 };

/** Answers one after the other. */
function answering(...deliveries: ReportDelivery[]) {
  const asked: ReportJob[] = [];
  const deliverJob = async (next: ReportJob): Promise<ReportDelivery> => {
    asked.push(next);
    return deliveries[asked.length - 1] ?? { status: 'refused', code: 'item_not_found' };
  };
  return { deliverJob, asked };
}

const LATER: ReportDelivery = { status: 'later', code: 'heron_unavailable', retryAfter: 40 };

describe('the guide to queues', () => {
  it.each(['reportJob', 'pgBoss', 'bullMq', 'temporal'])('holds %s as it is here', (name) => {
    const guide = readFileSync(new URL('../../docs/queues.md', import.meta.url), 'utf8');
    const code = readFileSync(new URL(`./support/queues/${name}.ts`, import.meta.url), 'utf8');
    // The stand-ins for the packages are imported from elsewhere.
    const body = code.slice(code.lastIndexOf("';\n", code.indexOf('\n\n')) + 3).trim();
    expect(body.length).toBeGreaterThan(100);
    expect(guide).toContain(body);
  });

  it('puts no more into a job than it names, and finds the user anew', async () => {
    const { deliverJob, asked } = answering();
    expect(
      toJob({
        caller: { id: 'user-1' },
        report: REPORT,
        idempotencyKey: 'key-1',
        code: 'heron_unavailable',
        retryAfter: 15,
      }),
    ).toEqual(job);
    const gone = createDeliverJob(
      async () => null,
      async () => deliverJob(job),
    );
    expect(await gone(job)).toMatchObject({ status: 'refused' });
    expect(asked).toEqual([]);
  });

  it('pauses as it is told, and longer each time', () => {
    expect(readPause({ retryAfter: 40 }, 0)).toBe(40);
    expect(readPause({ retryAfter: 2 }, 3)).toBe(120);
    expect(readPause({ retryAfter: 2 }, 100)).toBe(3600);
  });

  it('brings a job back with pg-boss', async () => {
    const sent: [object, object][] = [];
    const { deliverJob } = answering(LATER);
    let work: ((jobs: { id: string; data: ReportJob }[]) => Promise<unknown>) | undefined;
    await startReportQueue(
      {
        createQueue: async () => {},
        async send(_name, data, options) {
          sent.push([data, options]);
          return null;
        },
        async work(_name, handler: unknown) {
          work = handler as typeof work;
          return 'worker';
        },
      },
      deliverJob,
    );
    await work?.([{ id: '1', data: job }]);
    await work?.([{ id: '2', data: job }]);
    expect(sent).toEqual([
      [
        { ...job, attempts: 1 },
        { singletonKey: 'key-1', startAfter: 40 },
      ],
    ]);
  });

  it('brings a job back with BullMQ', async () => {
    const { deliverJob } = answering(LATER);
    const moved: (string | undefined)[] = [];
    const data: ReportJob[] = [];
    class DelayedError extends Error {}
    const process = createProcessor(deliverJob, DelayedError);
    const running = {
      data: job,
      updateData: async (next: ReportJob) => void data.push(next),
      moveToDelayed: async (_time: number, token?: string) => void moved.push(token),
    };
    await expect(process(running, 'token-1')).rejects.toBeInstanceOf(DelayedError);
    expect(moved).toEqual(['token-1']);
    expect(data).toEqual([{ ...job, attempts: 1 }]);
    await process(running, 'token-2');
    expect(moved).toHaveLength(1);
    const added: unknown[] = [];
    await addToBullMq({ add: async (_name, next, { jobId, delay }) => added.push([next, jobId, delay]) }, job, 15);
    expect(added).toEqual([[job, 'key-1', 15_000]]);
  });

  it('goes on until it is delivered with Temporal', async () => {
    const { deliverJob, asked } = answering(LATER, LATER);
    temporal.activities = { deliverJob };
    await deliverReport(job);
    expect(asked).toHaveLength(3);
    expect(temporal.pauses).toEqual([40_000, 40_000]);
  });
});
