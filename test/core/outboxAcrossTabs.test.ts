import { describe, expect, it } from 'vitest';
import type { DeliveryListener } from '../../src/core/deliveryListener.js';
import { UpdateModeError } from '../../src/core/errors.js';
import { createOutbox } from '../../src/core/outbox.js';
import type { RepairReport } from '../../src/protocol/repair.js';
import { createClockByHand, settled } from '../support/clockByHand.js';
import { createEndpointByHand, repairAnswer } from '../support/endpointByHand.js';
import { createOutboxStorageByHand } from '../support/outboxStorageByHand.js';
import { createPortsByHand } from '../support/portsByHand.js';
import { createTabLocksByHand } from '../support/tabLocksByHand.js';

const SECOND = 1000;

const busy = (details = {}) =>
  new UpdateModeError('report_failed', 'No', { httpStatus: 503, isRetryable: true, ...details });
const refusal = new UpdateModeError('report_failed', 'No', { httpStatus: 404, problemCode: 'item_not_found' });
const signedOut = new UpdateModeError('report_failed', 'No', { httpStatus: 401 });

function reportFor(item_id: string, outcome: RepairReport['outcome'] = 'success'): RepairReport {
  return { target: { item_id }, purpose: 'repair', outcome, started_at: '2026-11-20T10:00:00.000Z' };
}

type Tab = ReturnType<ReturnType<typeof createBrowser>['openTab']>;

/** A browser with one app in several tabs. */
function createBrowser() {
  const clock = createClockByHand();
  const outboxStorage = createOutboxStorageByHand();
  const tabLocks = createTabLocksByHand();
  let pages = 0;

  function openTab(scope = 'user-1') {
    const ports = createPortsByHand({ clock, outboxStorage, tabLocks, idPrefix: `page-${++pages}-` });
    const endpoint = createEndpointByHand();
    const heard: string[] = [];
    const listener: DeliveryListener = {
      sending: () => void heard.push('sending'),
      queued: (error) => void heard.push(`queued ${error?.httpStatus ?? 'offline'}`),
      refused: (error) => void heard.push(`refused ${error.httpStatus} ${error.problemCode}`),
      answered: ({ result }) => void heard.push(`answered ${result}`),
      gone: () => void heard.push('gone'),
    };
    const found: RepairReport[] = [];
    const outbox = createOutbox({
      endpoint,
      scope,
      ports,
      onFound(report) {
        found.push(report);
        return listener;
      },
    });
    outbox.start();
    return {
      ports,
      outbox,
      heard,
      found,
      sent: endpoint.reports,
      get states() {
        return outbox.undelivered.getSnapshot().reports.map(({ state }) => state);
      },
      async add(report = reportFor('item-1')): Promise<void> {
        outbox.add(report, listener);
        await settled();
      },
      /** Answers the newest report. */
      answer: () => endpoint.reports.at(-1)?.answer(repairAnswer('repaired')),
      fail: (error: unknown) => endpoint.reports.at(-1)?.fail(error),
      /** The tab is closed, or crashes: it says and hears no more. */
      async kill(): Promise<void> {
        ports.tabLocks.die();
        await settled();
      },
    };
  }

  return { clock, storage: outboxStorage, openTab };
}

describe('a report whose page is gone', () => {
  it('is sent by the next page, under the same key, with its attempts counted on', async () => {
    const { openTab, storage } = createBrowser();
    const first = openTab();
    await first.add();
    await first.kill();
    const next = openTab();
    expect(next.found).toEqual([reportFor('item-1')]);
    await settled();
    expect(next.sent.map(({ idempotencyKey, request }) => [idempotencyKey, request])).toEqual([
      ['page-1-id-1', reportFor('item-1')],
    ]);
    expect(next.outbox.undelivered.getSnapshot().reports).toMatchObject([{ id: 'page-1-id-1', attempts: 2 }]);
    await next.answer();
    expect([storage.texts.size, next.heard]).toEqual([0, ['sending', 'answered repaired']]);
    expect(next.outbox.undelivered.getSnapshot().reports).toEqual([]);
  });

  it('waits on the next page for what the server has asked of the last one', async () => {
    const { clock, openTab } = createBrowser();
    const first = openTab();
    await first.add();
    await first.fail(busy({ retryAfter: 45 }));
    await first.kill();
    const next = openTab();
    await clock.pass(44 * SECOND);
    expect(next.sent).toEqual([]);
    await clock.pass(SECOND);
    expect(next.sent).toHaveLength(1);
  });

  it('is sent at once by the next page where only our own pause was left', async () => {
    const { openTab } = createBrowser();
    const first = openTab();
    await first.add();
    await first.fail(busy());
    await first.kill();
    const next = openTab();
    await settled();
    expect(next.sent).toHaveLength(1);
  });

  it('stays refused on the next page, and is sent there on request', async () => {
    const { openTab } = createBrowser();
    const first = openTab();
    await first.add();
    await first.fail(refusal);
    await first.kill();
    const next = openTab();
    await settled();
    await next.ports.connectivity.comeBack();
    expect([next.sent, next.states]).toEqual([[], ['refused']]);
    const [report] = next.outbox.undelivered.getSnapshot().reports;
    expect(report?.error).toMatchObject({ code: 'report_failed', httpStatus: 404, problemCode: 'item_not_found' });
    next.outbox.sendAgain('page-1-id-1');
    await settled();
    await next.answer();
    expect(next.states).toEqual([]);
  });

  it('is never found by another user, and waits for its own', async () => {
    const { openTab } = createBrowser();
    const first = openTab();
    await first.add();
    await first.kill();
    const stranger = openTab('user-2');
    await settled();
    await stranger.ports.connectivity.comeBack();
    expect([stranger.found, stranger.sent, stranger.states]).toEqual([[], [], []]);
    const own = openTab();
    await settled();
    expect(own.sent).toHaveLength(1);
  });

  it('is left to others by a page that stops, also while it waits', async () => {
    const { openTab } = createBrowser();
    const first = openTab();
    await first.add();
    await first.fail(busy());
    const second = openTab();
    await settled();
    expect(second.sent).toEqual([]);
    first.outbox.stop();
    await settled();
    expect(second.sent).toHaveLength(1);
    first.outbox.start();
    await settled();
    expect(first.sent).toHaveLength(1);
    await second.answer();
    expect([first.heard.at(-1), first.states]).toEqual(['gone', []]);
  });
});

describe('several tabs', () => {
  it('send a report once, from the tab that wrote it, and all know of it', async () => {
    const { clock, openTab } = createBrowser();
    const writer = openTab();
    const others = [openTab(), openTab(), openTab(), openTab()];
    await writer.add();
    for (const other of others) await other.ports.connectivity.comeBack();
    expect(others.map(({ sent, states }) => [sent.length, states])).toEqual(others.map(() => [0, ['waiting']]));
    await writer.fail(busy());
    await clock.pass(2 * SECOND);
    expect(writer.sent).toHaveLength(2);
    await writer.answer();
    expect(others.map(({ heard, states }) => [heard, states])).toEqual(others.map(() => [['gone'], []]));
    expect(others.flatMap(({ sent }) => sent)).toEqual([]);
  });

  it('take over from a tab that dies while its request is under way, one of them', async () => {
    const { openTab, storage } = createBrowser();
    const writer = openTab();
    const others = [openTab(), openTab(), openTab(), openTab()];
    await writer.add();
    await writer.kill();
    expect(others.map(({ sent }) => sent.length)).toEqual([1, 0, 0, 0]);
    await others[0]?.kill();
    await others[1]?.answer();
    expect(others.map(({ sent }) => sent.length)).toEqual([1, 1, 0, 0]);
    expect([storage.texts.size, others[3]?.heard]).toEqual([0, ['gone']]);
  });

  it('hear that the server refuses a report, and any of them can have it sent again', async () => {
    const { clock, openTab } = createBrowser();
    const writer = openTab();
    const other = openTab();
    await writer.add();
    await writer.fail(refusal);
    expect([other.states, other.heard]).toEqual([['refused'], ['refused 404 item_not_found']]);
    await clock.pass(SECOND);
    other.outbox.sendAgain('page-1-id-1');
    await settled();
    expect([writer.sent.length, other.sent.length, other.states]).toEqual([2, 0, ['waiting']]);
    await writer.answer();
    expect([writer.states, other.states]).toEqual([[], []]);
  });

  it('take over a report that waited for the network where its provider has left the page', async () => {
    const { openTab } = createBrowser();
    const writer = openTab();
    writer.ports.connectivity.online = false;
    await writer.add();
    writer.outbox.stop();
    const other = openTab();
    await settled();
    expect(other.sent).toHaveLength(1);
    await other.answer();
    expect(other.states).toEqual([]);
  });

  it('forget a report that one of them discards, whichever was to send it', async () => {
    const { clock, openTab, storage } = createBrowser();
    const writer = openTab();
    const other = openTab();
    await writer.add();
    await writer.fail(busy());
    other.outbox.discard('page-1-id-1');
    await clock.pass(3600 * SECOND);
    expect([writer.sent.length, other.sent.length, storage.texts.size]).toEqual([1, 0, 0]);
    expect([writer.heard.at(-1), other.heard.at(-1)]).toEqual(['gone', 'gone']);
  });

  it('forget it for good where one of them heard of that late, and had written it once more', async () => {
    const { clock, openTab, storage } = createBrowser();
    const writer = openTab();
    await writer.add();
    await writer.fail(busy());
    const key = 'user-1 page-1-id-1';
    storage.texts.delete(key);
    await clock.pass(2 * SECOND);
    await writer.fail(busy());
    expect(storage.texts.has(key)).toBe(true);
    storage.tellRemoved('user-1', 'page-1-id-1');
    await clock.pass(3600 * SECOND);
    expect([writer.sent.length, writer.states, storage.texts.size]).toEqual([2, [], 0]);
  });

  it('take the server’s word also for a report that was discarded while it was asked', async () => {
    const { openTab } = createBrowser();
    const tab = openTab();
    await tab.add();
    tab.outbox.discard('page-1-id-1');
    await tab.answer();
    expect(tab.heard).toEqual(['sending', 'gone', 'answered repaired']);
    expect(tab.states).toEqual([]);
  });
});

describe('a storage that does not hold', () => {
  it('keeps the report for the life of the page, and says so', async () => {
    const { openTab, storage } = createBrowser();
    storage.isOpen = false;
    const tab = openTab();
    await tab.add();
    expect(tab.outbox.undelivered.getSnapshot()).toMatchObject({ isDurable: false, reports: [{ state: 'sending' }] });
    await tab.fail(busy());
    await tab.ports.connectivity.comeBack();
    await tab.answer();
    expect(tab.outbox.undelivered.getSnapshot()).toMatchObject({ isDurable: true, reports: [] });
  });

  it('is not sent again by the page’s other provider, which hears a moment later that it was discarded', async () => {
    const { openTab, storage } = createBrowser();
    storage.isOpen = false;
    const { page } = storage;
    storage.page = () => {
      const own = page();
      return { ...own, onChange: (scope, hear) => own.onChange(scope, (it) => void settled().then(() => hear(it))) };
    };
    const tab = openTab();
    const other = openTab();
    await tab.add();
    await settled();
    tab.outbox.discard('page-1-id-1');
    await settled();
    await settled();
    expect([tab.sent.length, other.sent.length, other.states]).toEqual([1, 0, []]);
  });

  it('that is emptied costs no report which another tab has let go of and its writer writes once more', async () => {
    const { clock, openTab, storage } = createBrowser();
    const writer = openTab();
    const other = openTab();
    await writer.add();
    await writer.fail(busy());
    storage.empty();
    expect([writer.states, other.states]).toEqual([['waiting'], []]);
    await clock.pass(2 * SECOND);
    expect([storage.texts.size, writer.states, other.states]).toEqual([1, ['sending'], ['waiting']]);
  });

  it('says so of a report that is under way', async () => {
    const { openTab, storage } = createBrowser();
    const tab = openTab();
    const other = openTab();
    await tab.add();
    storage.isOpen = false;
    storage.texts.clear();
    other.outbox.sendAgain('page-1-id-1');
    expect(tab.outbox.undelivered.getSnapshot().isDurable).toBe(false);
  });

  it('says so to each provider of the page', async () => {
    const { openTab, storage } = createBrowser();
    storage.isOpen = false;
    const { add, fail } = openTab();
    await add();
    await fail(busy());
    expect(openTab().outbox.undelivered.getSnapshot()).toMatchObject({ isDurable: false, reports: [{}] });
  });

  it('that somebody empties loses nothing which a page still knows, and holds it again with the next attempt', async () => {
    const { clock, openTab, storage } = createBrowser();
    const tab = openTab();
    await tab.add();
    await tab.fail(busy());
    storage.empty();
    expect(tab.states).toEqual(['waiting']);
    expect(tab.outbox.undelivered.getSnapshot().isDurable).toBe(false);
    await clock.pass(2 * SECOND);
    expect(tab.outbox.undelivered.getSnapshot().isDurable).toBe(true);
    expect([tab.sent.length, storage.texts.size]).toEqual([2, 1]);
    await tab.answer();
    expect(storage.texts.size).toBe(0);
  });

  it.each([
    ['of a later version', JSON.stringify({ version: 2, report: reportFor('item-1') })],
    ['cut off', '{"version":1,"report":{"target"'],
    ['of somebody else', 'hello'],
    ['with a target that is a path', stored({ report: { ...reportFor('item-1'), target: { item_id: '../other' } } })],
    ['with more than a report', stored({ report: { ...reportFor('item-1'), public_token: 'public-1' } })],
    ['with attempts that are none', stored({ attempts: -1 })],
    ['with a time that is none', stored({ not_before: 'tomorrow' })],
  ])('keeps a record aside that is %s: never sent, never shown, never thrown away', async (_what, text) => {
    const { openTab, storage } = createBrowser();
    storage.write('user-1', 'strange', text);
    const tab = openTab();
    await settled();
    await tab.ports.connectivity.comeBack();
    expect([tab.sent, tab.found]).toEqual([[], []]);
    expect(tab.outbox.undelivered.getSnapshot()).toEqual({ reports: [], unreadable: 1, isDurable: true });
    expect(storage.texts.get('user-1 strange')).toBe(text);
  });

  it('that somebody has filled makes no flood, and is worked through all the same', async () => {
    const { openTab, storage } = createBrowser();
    for (let count = 0; count < 120; count += 1) storage.write('user-1', `filled-${count}`, stored({}));
    const tab = openTab();
    await settled();
    expect(tab.sent).toHaveLength(50);
    for (let count = 0; count < 120; count += 1) await tab.sent[count]?.answer(repairAnswer('unchanged'));
    expect([tab.sent.length, storage.texts.size]).toEqual([120, 0]);
  });
});

describe('a user who is not signed in', () => {
  it('has nothing sent until somebody looks at the page again', async () => {
    const { clock, openTab, storage } = createBrowser();
    const tab = openTab();
    await tab.add();
    await tab.fail(signedOut);
    expect([tab.heard, tab.states]).toEqual([['sending', 'queued 401'], ['waiting']]);
    await clock.pass(24 * 3600 * SECOND);
    expect([tab.sent.length, storage.texts.size]).toEqual([1, 1]);
    await tab.ports.connectivity.comeBack();
    await tab.answer();
    expect(tab.heard.at(-1)).toBe('answered repaired');
  });

  it('who has signed in in another tab and looks at that one has it sent', async () => {
    const { openTab } = createBrowser();
    const hidden = openTab();
    const other = openTab();
    await hidden.add();
    await hidden.fail(signedOut);
    await other.ports.connectivity.comeBack();
    expect([hidden.sent.length, other.sent.length]).toEqual([2, 0]);
    await hidden.answer();
    expect(other.states).toEqual([]);
  });
});

describe('a refused report that is to be sent again', () => {
  it('while the device is offline stays wanted on the next page', async () => {
    const { openTab } = createBrowser();
    const first = openTab();
    await first.add();
    await first.fail(refusal);
    first.ports.connectivity.online = false;
    first.outbox.sendAgain('page-1-id-1');
    expect(first.outbox.undelivered.getSnapshot().reports).toMatchObject([{ state: 'waiting', error: null }]);
    await first.kill();
    const next = openTab();
    await settled();
    expect(next.sent).toHaveLength(1);
  });

  it('from another tab is sent also where the device’s clock was set back', async () => {
    const { clock, openTab } = createBrowser();
    const writer = openTab();
    const other = openTab();
    await writer.add();
    await writer.fail(refusal);
    other.outbox.sendAgain('page-1-id-1');
    await settled();
    await writer.fail(refusal);
    clock.set(clock.now() - 3600 * SECOND);
    other.outbox.sendAgain('page-1-id-1');
    await settled();
    expect(writer.sent).toHaveLength(3);
  });

  it('does not keep newer ones from being sent, however many there are', async () => {
    const { openTab, storage } = createBrowser();
    for (let count = 0; count < 60; count += 1) {
      storage.write('user-1', `refused-${count}`, stored({ refusal: { http_status: 404 } }));
    }
    storage.write('user-1', 'newer', stored({ written_at: 2 }));
    const tab = openTab();
    await settled();
    expect(tab.sent.map(({ idempotencyKey }) => idempotencyKey)).toEqual(['newer']);
  });
});

describe('a refused report of an exit', () => {
  it('is forgotten, since nothing was achieved that could be lost', async () => {
    const { openTab, storage } = createBrowser();
    const tab = openTab();
    await tab.add(reportFor('item-1', 'exit'));
    await tab.fail(refusal);
    expect([tab.heard, tab.states, storage.texts.size]).toEqual([['sending', 'refused 404 item_not_found'], [], 0]);
  });
});

describe('the pauses', () => {
  it('are spread by chance over the half of their length, and never shorter than the server asks', async () => {
    const { clock, openTab } = createBrowser();
    const tab = openTab();
    tab.ports.chance = 0.5;
    await tab.add();
    await tab.fail(busy());
    expect(clock.waiting).toEqual([1.5 * SECOND]);
    await clock.pass(1.5 * SECOND);
    await tab.fail(busy({ retryAfter: 20 }));
    expect(clock.waiting).toEqual([20 * SECOND]);
  });
});

describe('a page that loses its right', () => {
  it('sends nothing until it has it again, and knows then what was seen to meanwhile', async () => {
    const { openTab, storage, clock } = createBrowser();
    const first = openTab();
    await first.add();
    await first.fail(busy());
    first.ports.tabLocks.lose();
    await clock.pass(600 * SECOND);
    await first.ports.connectivity.comeBack();
    expect(first.sent).toHaveLength(1);
    storage.texts.clear();
    first.ports.tabLocks.regain();
    await settled();
    expect([first.sent.length, first.heard.at(-1), first.states, storage.texts.size]).toEqual([1, 'gone', [], 0]);
  });

  it('goes on where nothing has happened meanwhile', async () => {
    const { openTab } = createBrowser();
    const first = openTab();
    await first.add();
    await first.fail(busy());
    first.ports.tabLocks.lose();
    first.ports.tabLocks.regain();
    await settled();
    expect(first.sent).toHaveLength(2);
  });
});

describe('a provider that has left the page', () => {
  it.each([
    ['still being checked', (tab: Tab) => tab.sent.at(-1)?.answer({ result: 'checking', retryAfter: 3 })],
    ['refused', (tab: Tab) => tab.fail(refusal)],
    ['put off', (tab: Tab) => tab.fail(busy({ retryAfter: 9 }))],
  ])('writes nothing more of a report that was forgotten meanwhile, though it is %s', async (_what, end) => {
    const { openTab, storage } = createBrowser();
    const tab = openTab();
    await tab.add();
    tab.outbox.stop();
    storage.remove('user-1', 'page-1-id-1');
    await end(tab);
    expect([storage.texts.size, tab.heard.at(-1), tab.states]).toEqual([0, 'gone', []]);
  });

  it('sends nothing of what is over when it is back', async () => {
    const { openTab, storage } = createBrowser();
    const tab = openTab();
    await tab.add();
    await tab.fail(busy());
    tab.outbox.stop();
    storage.remove('user-1', 'page-1-id-1');
    tab.outbox.start();
    await settled();
    expect([tab.sent.length, tab.states, storage.texts.size]).toEqual([1, [], 0]);
  });
});

function stored(change: object): string {
  const whole = { version: 1, report: reportFor('item-1'), written_at: 1, attempts: 0, not_before: 0, wanted_at: 0 };
  return JSON.stringify({ ...whole, refusal: null, ...change });
}
