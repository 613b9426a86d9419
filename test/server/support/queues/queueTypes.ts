import type { ReportDelivery } from 'react-plaid-update-mode/server';
import type { ReportJob } from './reportJob.js';

export type DeliverJob = (job: ReportJob) => Promise<ReportDelivery>;

/** Of pg-boss 12, as far as the guide uses it. */
export interface PgBoss {
  createQueue(
    name: string,
    options: { policy: 'short'; retryLimit: number; retryDelay: number; retryBackoff: boolean },
  ): Promise<void>;
  send(name: string, data: object, options: { singletonKey: string; startAfter: number }): Promise<string | null>;
  work<Data>(name: string, handler: (jobs: { id: string; data: Data }[]) => Promise<unknown>): Promise<string>;
}

/** Of BullMQ 5, as far as the guide uses it. */
export interface Queue<Data> {
  add(
    name: string,
    data: Data,
    options: {
      jobId: string;
      delay: number;
      attempts: number;
      backoff: { type: 'exponential'; delay: number };
      removeOnComplete: boolean;
      removeOnFail: { age: number };
    },
  ): Promise<unknown>;
}

export interface Job<Data> {
  data: Data;
  updateData(data: Data): Promise<void>;
  moveToDelayed(timestamp: number, token?: string): Promise<void>;
}

export type DelayedErrorClass = new () => Error;

/** Of Temporal's client, as far as the guide uses it. */
export interface Client {
  workflow: {
    start<Arguments extends unknown[]>(
      workflow: (...args: Arguments) => Promise<unknown>,
      options: {
        args: Arguments;
        taskQueue: string;
        workflowId: string;
        workflowIdConflictPolicy: 'USE_EXISTING';
        startDelay: number;
      },
    ): Promise<unknown>;
  };
}

/** What a worker of Temporal's would run, set by a test. */
export const temporal: { activities: Record<string, unknown>; pauses: number[] } = { activities: {}, pauses: [] };

/** Stands for `@temporalio/workflow`. */
export function proxyActivities<Activities extends object>(_options: { startToCloseTimeout: string }): Activities {
  // Its activities are called by name, elsewhere: so does this.
  const proxy: unknown = new Proxy({}, { get: (_target, name) => temporal.activities[String(name)] });
  return proxy as Activities;
}

export async function sleep(ms: number): Promise<void> {
  temporal.pauses.push(ms);
}
