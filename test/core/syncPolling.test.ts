import { describe, expect, it } from 'vitest';
import { createSyncPolling } from '../../src/core/syncPolling.js';
import { platypusLink, tartanLink, tattersallLink } from '../support/links.js';

const NOW = Date.parse('2026-11-20T10:00:00Z');
const SECOND = 1000;
const MINUTE = 60 * SECOND;

const syncing = platypusLink({ status: 'syncing' });
const otherSyncing = tartanLink({ status: 'pending' });

describe('reading the list again', () => {
  it('is not needed where nothing recovers', () => {
    const nextPause = createSyncPolling();
    expect(nextPause([], NOW)).toBe(false);
    expect(nextPause([platypusLink(), tartanLink(), tattersallLink()], NOW)).toBe(false);
  });

  it('waits for half of the time that the recovery has taken, between a second and half a minute', () => {
    const nextPause = createSyncPolling();
    const after = [0, 1, 2, 5, 10, 30, 60, 90, 300];
    expect(after.map((seconds) => nextPause([syncing], NOW + seconds * SECOND))).toEqual(
      [1, 1, 1, 2.5, 5, 15, 30, 30, 30].map((seconds) => seconds * SECOND),
    );
  });

  it('goes by the youngest recovery', () => {
    const nextPause = createSyncPolling();
    nextPause([syncing], NOW);
    expect(nextPause([syncing, otherSyncing], NOW + MINUTE)).toBe(SECOND);
    expect(nextPause([syncing, otherSyncing], NOW + MINUTE + 10 * SECOND)).toBe(5 * SECOND);
    expect(nextPause([syncing], NOW + MINUTE + 10 * SECOND)).toBe(30 * SECOND);
  });

  it('ends with the recovery, and begins anew with the next', () => {
    const nextPause = createSyncPolling();
    nextPause([syncing], NOW);
    expect(nextPause([platypusLink({ status: 'active' })], NOW + MINUTE)).toBe(false);
    expect(nextPause([syncing], NOW + 2 * MINUTE)).toBe(SECOND);
  });

  it('ends after ten minutes, though a younger recovery goes on', () => {
    const nextPause = createSyncPolling();
    nextPause([syncing], NOW);
    expect(nextPause([syncing], NOW + 10 * MINUTE)).toBe(30 * SECOND);
    expect(nextPause([syncing], NOW + 10 * MINUTE + 1)).toBe(false);
    expect(nextPause([syncing, otherSyncing], NOW + 11 * MINUTE)).toBe(SECOND);
  });

  it('follows an error of Heron’s that is older than the repair', () => {
    const nextPause = createSyncPolling();
    const stale = platypusLink({ repaired_at: new Date(NOW).toISOString() });
    expect(nextPause([stale], NOW)).toBe(SECOND);
    expect(nextPause([stale], NOW + 10 * MINUTE)).toBe(false);
  });

  it('bears a clock that is set back', () => {
    const nextPause = createSyncPolling();
    nextPause([syncing], NOW);
    expect(nextPause([syncing], NOW - 60 * MINUTE)).toBe(SECOND);
  });
});
