// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { readRecord } from '../../src/core/outboxRecord.js';
import { createWaitingVisits } from '../../src/core/waitingVisits.js';
import { createBrowserByHand } from '../support/visitStorageByHand.js';

const request = { target: { item_id: 'M5eV' }, purpose: 'repair' };
const report = { ...request, outcome: 'success', started_at: '2026-05-01T12:00:00Z' };
const record = { version: 1, report, written_at: 1, attempts: 0, not_before: 1, wanted_at: 1, refusal: null };

/** The last moment that a Date can hold, and the next one. */
const LAST = 8.64e15;
const TOO_LATE = [LAST + 1, 1e300, -1e300];

function readVisits(expires_at: number) {
  const visitStorage = createBrowserByHand().page(1);
  visitStorage.write('visit-1', JSON.stringify({ version: 1, scope: 'user-1', ...request, token: null, expires_at }));
  visitStorage.leave('visit-1');
  return createWaitingVisits('user-1', { visitStorage, tabLocks: { request: () => () => {} } }).read();
}

/** Storage is open to every script of the page's origin, and such a time throws wherever it is written as a date. */
describe('a time in storage that no Date can hold', () => {
  it.each(TOO_LATE)('%f makes a visit none that anybody goes on with', (time) => {
    expect(readVisits(LAST)).toHaveLength(1);
    expect(readVisits(time)).toEqual([]);
  });

  it.each(['written_at', 'not_before', 'wanted_at'])('makes a report one to keep aside: %s', (field) => {
    const read = (time: number) => readRecord({ id: 'report-1', text: JSON.stringify({ ...record, [field]: time }) });
    expect(read(LAST)).not.toBeNull();
    expect(TOO_LATE.map(read)).toEqual([null, null, null]);
  });
});
