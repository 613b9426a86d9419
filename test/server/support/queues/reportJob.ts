import type { ReportDelivery, UndeliveredReport, WaitingReport } from 'react-plaid-update-mode/server';

interface User {
  id: string;
}

/** What goes into a job: plain JSON without a secret. Whose it is by id, since who they are may have changed by then. */
export interface ReportJob extends Omit<WaitingReport<User>, 'caller'> {
  userId: string;
  attempts: number;
}

export function toJob({ caller, report, idempotencyKey }: UndeliveredReport<User>): ReportJob {
  return { userId: caller.id, report, idempotencyKey, attempts: 0 };
}

/** Seconds: as the answer says, and growing up to an hour while nothing changes. */
export function readPause({ retryAfter }: { retryAfter: number }, attempts: number): number {
  return Math.max(retryAfter, Math.min(3600, 15 * 2 ** Math.min(attempts, 8)));
}

export function createDeliverJob(
  findUser: (id: string) => Promise<User | null>,
  deliver: (waiting: WaitingReport<User>) => Promise<ReportDelivery>,
) {
  return async ({ userId, report, idempotencyKey }: ReportJob): Promise<ReportDelivery> => {
    const caller = await findUser(userId);
    if (!caller) return { status: 'refused', code: 'unauthenticated' };
    return deliver({ caller, report, idempotencyKey });
  };
}
