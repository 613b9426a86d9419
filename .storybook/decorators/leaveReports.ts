import { createOutboxStorage } from '../../src/browser/outboxStorage.js';
import { createPageState } from '../../src/browser/pageState.js';
import { writeRecord } from '../../src/core/outboxRecord.js';
import type { Purpose } from '../../src/index.js';

/** A visit that went to the end on an earlier page, and whose report is still in the browser. */
export interface LeftReport {
  itemId: string;
  /** @default 'repair' */
  purpose?: Purpose | undefined;
  /** The HTTP status with which the server has refused it. */
  refusedWith?: number | undefined;
}

const MINUTE_MS = 60_000;

/** Writes reports into the browser's storage, as an earlier page has. */
export function leaveReports(scope: string, reports: readonly LeftReport[]): void {
  const page = createPageState();
  const storage = createOutboxStorage(() => page);
  for (const [index, { itemId, purpose = 'repair', refusedWith }] of reports.entries()) {
    const id = `report-${index}`;
    const writtenAt = Date.now() - (10 - index) * MINUTE_MS;
    const text = writeRecord({
      id,
      report: {
        target: { item_id: itemId },
        purpose,
        outcome: 'success',
        link_session_id: '79e772be-547d-4c9c-8b76-4ac4ed4c441a',
        started_at: new Date(writtenAt - MINUTE_MS).toISOString(),
        finished_at: new Date(writtenAt).toISOString(),
      },
      writtenAt,
      attempts: 2,
      notBefore: 0,
      wantedAt: 0,
      refusal: refusedWith === undefined ? null : { httpStatus: refusedWith, problemCode: undefined },
    });
    storage.write(scope, id, text);
  }
}
