import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { forgetScope } from 'react-plaid-update-mode';
import type { OutboxChange } from '../../src/core/outboxStorage.js';
import { createOutboxStorage } from '../../src/browser/outboxStorage.js';
import { createPageState } from '../../src/browser/pageState.js';
import { createVisitStorage } from '../../src/browser/visitStorage.js';
import { settled } from '../support/clockByHand.js';
import { denyStorage, fillStorage } from '../support/spoiledStorage.js';

const STORAGES = ['localStorage', 'sessionStorage'] as const;

function dump(): (readonly [string, string | null])[] {
  return STORAGES.flatMap((name) => Object.keys(window[name]).map((key) => [key, window[name].getItem(key)] as const));
}

function note(scope: string, version = 1): string {
  return JSON.stringify({ version, scope });
}

beforeEach(() => {
  for (const name of STORAGES) window[name].clear();
});

afterEach(() => {
  vi.restoreAllMocks();
  Reflect.deleteProperty(window, Symbol.for('react-plaid-update-mode.page'));
});

describe('a user who is forgotten', () => {
  it('leaves nothing behind, and takes nothing of others’ along', () => {
    const reports = createOutboxStorage();
    const visits = createVisitStorage();
    const earlier = createVisitStorage(createPageState);
    localStorage.setItem('app', note('user-1'));
    reports.write('user-2', 'report-1', 'text');
    visits.write('visit-2', note('user-2'));
    visits.write('visit-damaged', 'user-1');
    visits.write('visit-of-nobody', '{"scope":["user-1"]}');
    const before = dump();
    reports.write('user-1', 'report-1', 'text');
    reports.write('user-1', 'report-2', 'damaged');
    visits.write('visit-1', note('user-1'));
    earlier.write('visit-3', note('user-1', 2));
    expect(dump().length).toBeGreaterThan(before.length);
    forgetScope('user-1');
    expect(dump()).toEqual(before);
    expect(reports.read('user-1')).toEqual([]);
    expect(reports.read('user-2')).toHaveLength(1);
  });

  it.each([
    ['full', fillStorage],
    ['forbidden', denyStorage],
  ])('is gone from the page’s memory and the tab’s storage where the storage for all tabs is %s', (_, spoil) => {
    spoil('localStorage');
    const reports = createOutboxStorage();
    reports.write('user-1', 'report-1', 'text');
    createVisitStorage().write('visit-1', note('user-1'));
    forgetScope('user-1');
    expect(reports.read('user-1')).toEqual([]);
    vi.restoreAllMocks();
    expect(dump()).toEqual([]);
  });

  it('is forgotten by the outboxes at work on the page as well: they hear which reports are gone', async () => {
    const reports = createOutboxStorage();
    const heard: string[] = [];
    const hear = (change: OutboxChange) => void heard.push(change.type === 'removed' ? change.id : change.type);
    onTestFinished(reports.onChange('user-1', hear));
    onTestFinished(reports.onChange('user-2', () => void heard.push('of another user')));
    reports.write('user-1', 'report-1', 'text');
    forgetScope('user-1');
    await settled();
    expect(heard).toEqual(['report-1']);
  });

  it('has nothing more written down on the page that forgot, until a provider of theirs is back', () => {
    const reports = createOutboxStorage();
    forgetScope('user-1');
    reports.write('user-1', 'report-1', 'text');
    reports.write('user-2', 'report-2', 'text');
    expect([reports.read('user-1'), reports.read('user-2').length]).toEqual([[], 1]);
    onTestFinished(reports.onChange('user-1', () => {}));
    reports.write('user-1', 'report-1', 'text');
    expect(reports.read('user-1')).toEqual([{ id: 'report-1', text: 'text' }]);
  });

  it('does no harm where there is nothing to forget, or no storage', () => {
    forgetScope('user-1');
    denyStorage(...STORAGES);
    expect(() => forgetScope('user-1')).not.toThrow();
  });
});
