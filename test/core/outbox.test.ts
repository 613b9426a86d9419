import { repairOf } from '../support/links.js';
import { describe, expect, it } from 'vitest';
import { UpdateModeError } from '../../src/core/errors.js';
import type { DeliveryListener } from '../../src/core/deliveryListener.js';
import { createOutbox } from '../../src/core/outbox.js';
import type { RepairReport } from '../../src/protocol/repair.js';
import { settled } from '../support/clockByHand.js';
import { createEndpointByHand, repairAnswer } from '../support/endpointByHand.js';
import { createPortsByHand } from '../support/portsByHand.js';

const SECOND = 1000;

const busy = (details = {}) =>
  new UpdateModeError('report_failed', 'No', { httpStatus: 503, isRetryable: true, ...details });
const refusal = new UpdateModeError('report_failed', 'No', { httpStatus: 404 });

function reportFor(item_id: string): RepairReport {
  return { target: { item_id }, purpose: 'repair', outcome: 'success', started_at: '2026-11-20T10:00:00.000Z' };
}

const silent: DeliveryListener = { sending() {}, queued() {}, refused() {}, answered() {}, gone() {} };

function setUp() {
  const ports = createPortsByHand();
  const endpoint = createEndpointByHand();
  const outbox = createOutbox({ endpoint, scope: 'user-1', ports, onFound: () => silent });
  outbox.start();
  const { reports } = endpoint;

  async function add(itemId = 'item-1') {
    const heard: string[] = [];
    const listener: DeliveryListener = {
      sending: () => void heard.push('sending'),
      queued: (error) => void heard.push(`queued ${error?.httpStatus ?? error?.failure ?? 'offline'}`),
      refused: (error) => void heard.push(`refused ${error.httpStatus}`),
      answered: ({ result }) => void heard.push(`answered ${result}`),
      gone: () => void heard.push('gone'),
    };
    outbox.add(reportFor(itemId), listener);
    await settled();
    return heard;
  }

  /** The report that was sent last. */
  function last() {
    const report = reports.at(-1);
    if (!report) throw new Error('No report was sent.');
    return report;
  }

  return { ports, reports, outbox, add, last, connectivity: ports.connectivity, clock: ports.clock };
}

describe('a report', () => {
  it('is written down before anything else happens, and removed once answered', async () => {
    const { ports, reports, outbox, add, last } = setUp();
    const { texts } = ports.outboxStorage;
    const written: number[] = [];
    outbox.add(reportFor('item-1'), { ...silent, sending: () => void written.push(texts.size) });
    expect(JSON.parse(texts.get('user-1 id-1') ?? '')).toMatchObject({ version: 1, report: reportFor('item-1') });
    expect(reports).toEqual([]);
    await settled();
    expect(written).toEqual([1]);
    await last().answer(repairAnswer('repaired'));
    expect(texts.size).toBe(0);

    const heard = await add();
    await last().answer(repairAnswer('unchanged'));
    expect(heard).toEqual(['sending', 'answered unchanged']);
    expect(texts.size).toBe(0);
  });

  it('is the record and nothing more: no token, no account', async () => {
    const { ports, add } = setUp();
    await add();
    const [record] = ports.outboxStorage.read('user-1');
    expect(JSON.parse(record?.text ?? '')).toEqual({
      version: 1,
      report: reportFor('item-1'),
      written_at: ports.clock.now(),
      attempts: 1,
      not_before: 0,
      wanted_at: 0,
      refusal: null,
    });
  });

  it('is sent again with growing pauses, under the same key, for as long as it takes', async () => {
    const { add, clock, last, reports } = setUp();
    const heard = await add();
    const pauses: number[] = [];
    for (let attempt = 1; attempt <= 9; attempt += 1) {
      await last().fail(busy());
      const [pause = 0] = clock.waiting;
      pauses.push(pause / SECOND);
      await clock.pass(pause - 1);
      expect(reports).toHaveLength(attempt);
      await clock.pass(1);
      expect(reports).toHaveLength(attempt + 1);
    }
    expect(pauses).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 300]);
    await last().answer(repairAnswer('repaired'));
    expect(new Set(reports.map(({ idempotencyKey }) => idempotencyKey))).toEqual(new Set(['id-1']));
    expect(new Set(reports.map(({ request }) => JSON.stringify(request))).size).toBe(1);
    expect(heard.slice(0, 4)).toEqual(['sending', 'queued 503', 'sending', 'queued 503']);
    expect(heard.at(-1)).toBe('answered repaired');
    expect(clock.waiting).toEqual([]);
  });

  it('waits as long as the server asks, though the page is looked at meanwhile', async () => {
    const { add, clock, connectivity, last, reports } = setUp();
    await add();
    await last().fail(busy({ httpStatus: 429, retryAfter: 45 }));
    await connectivity.comeBack();
    await clock.pass(45 * SECOND - 1);
    expect(reports).toHaveLength(1);
    await clock.pass(1);
    expect(reports).toHaveLength(2);
  });

  it('is sent on looking at the page where the device slept past the time that the server asked for', async () => {
    const { add, clock, connectivity, last, reports } = setUp();
    await add();
    await last().fail(busy({ retryAfter: 45 }));
    clock.set(clock.now() + 45 * SECOND);
    await connectivity.comeBack();
    expect(reports).toHaveLength(2);
  });

  it('does not wait for hours because the device’s clock was set back', async () => {
    const { add, clock, connectivity, last, reports } = setUp();
    await add();
    await last().fail(busy({ retryAfter: 45 }));
    clock.set(clock.now() - 5 * 3600 * SECOND);
    await connectivity.comeBack();
    expect(reports).toHaveLength(2);
  });

  it.each([0, -5, Number.NaN, Number.NEGATIVE_INFINITY])(
    'never hurries after each other for a server that asks for %d seconds',
    async (retryAfter) => {
      const { add, clock, last } = setUp();
      await add();
      await last().answer({ result: 'checking', retryAfter });
      expect(clock.waiting[0]).toBeGreaterThanOrEqual(SECOND);
      await clock.pass(clock.waiting[0] ?? 0);
      await last().fail(busy({ retryAfter }));
      expect(clock.waiting[0]).toBeGreaterThanOrEqual(SECOND);
    },
  );

  it.each([10_000_000, Number.POSITIVE_INFINITY])(
    'waits an hour at most for a server that asks for %d seconds: a browser’s timer holds no more than 24 days',
    async (retryAfter) => {
      const { add, clock, last } = setUp();
      await add();
      await last().fail(busy({ retryAfter }));
      expect(clock.waiting).toEqual([3600 * SECOND]);
    },
  );

  it('is sent again after the time that a checking server asks for, and says nothing of it', async () => {
    const { add, clock, last, ports, reports } = setUp();
    const heard = await add();
    await last().answer({ result: 'checking', retryAfter: 3 });
    expect(ports.outboxStorage.texts.size).toBe(1);
    await clock.pass(2999);
    expect(reports).toHaveLength(1);
    await clock.pass(1);
    await last().answer({ result: 'checking', retryAfter: 5 });
    await clock.pass(5 * SECOND);
    await last().answer(repairAnswer('repaired'));
    expect(heard.filter((word) => word !== 'sending')).toEqual(['answered repaired']);
    expect(reports.map(({ idempotencyKey }) => idempotencyKey)).toEqual(['id-1', 'id-1', 'id-1']);
  });

  it('is given up on after half a minute without an answer, and sent again', async () => {
    const { add, clock, last, reports } = setUp();
    const heard = await add();
    const first = last();
    await clock.pass(30 * SECOND);
    expect(heard).toEqual(['sending', 'queued timeout']);
    expect(first.signal.aborted).toBe(true);
    await clock.pass(2 * SECOND);
    expect(reports).toHaveLength(2);
    await first.answer(repairAnswer('repaired'));
    expect(heard).toEqual(['sending', 'queued timeout', 'sending']);
  });

  it('counts a rejection of another kind as a network that failed', async () => {
    const { add, last } = setUp();
    const heard = await add();
    await last().fail('no words');
    expect(heard).toEqual(['sending', 'queued network']);
  });

  it('waits while the device is offline and goes out when it is back', async () => {
    const { add, clock, connectivity, last, reports } = setUp();
    connectivity.online = false;
    const heard = await add();
    expect(heard).toEqual(['queued offline']);
    await clock.pass(1000 * SECOND);
    expect(reports).toEqual([]);
    connectivity.online = true;
    await connectivity.comeBack();
    expect(reports).toHaveLength(1);
    await last().answer(repairAnswer('repaired'));
    expect(heard.at(-1)).toBe('answered repaired');
  });

  it('goes out at last also where nobody says that the device is back', async () => {
    const { add, clock, connectivity, reports } = setUp();
    connectivity.online = false;
    await add();
    connectivity.online = true;
    await clock.pass(300 * SECOND);
    expect(reports).toHaveLength(1);
  });

  it('does not wake an offline device more than once in five minutes', async () => {
    const { add, clock, connectivity } = setUp();
    connectivity.online = false;
    await add();
    expect(clock.waiting).toEqual([300 * SECOND]);
  });

  it('is kept when the server refuses it, and sent again only on request', async () => {
    const { add, clock, connectivity, last, outbox, ports, reports } = setUp();
    const heard = await add();
    await last().fail(refusal);
    expect(heard).toEqual(['sending', 'refused 404']);
    expect(ports.outboxStorage.texts.size).toBe(1);
    await connectivity.comeBack();
    await clock.pass(3600 * SECOND);
    expect(reports).toHaveLength(1);
    outbox.retry(repairOf('item-2'));
    await settled();
    expect(reports).toHaveLength(1);
    outbox.retry(repairOf('item-1'));
    await settled();
    expect(last().idempotencyKey).toBe('id-1');
    await last().answer(repairAnswer('repaired'));
    expect(heard).toEqual(['sending', 'refused 404', 'sending', 'answered repaired']);
    expect(ports.outboxStorage.texts.size).toBe(0);
  });

  it('is sent at once on request, and its old timer is gone', async () => {
    const { add, clock, last, outbox, reports } = setUp();
    await add();
    await last().fail(busy());
    outbox.retry(repairOf('item-1'));
    await settled();
    expect(reports).toHaveLength(2);
    await last().answer(repairAnswer('repaired'));
    expect(clock.waiting).toEqual([]);
  });

  it('is never under way twice', async () => {
    const { add, clock, connectivity, outbox, reports } = setUp();
    const adding = add();
    outbox.retry(repairOf('item-1'));
    await connectivity.comeBack();
    await adding;
    outbox.retry(repairOf('item-1'));
    await connectivity.comeBack();
    outbox.stop();
    outbox.start();
    await clock.pass(29 * SECOND);
    expect(reports).toHaveLength(1);
  });

  it('is sent once when it is asked for in the moment in which it is written', async () => {
    const { outbox, reports } = setUp();
    outbox.add(reportFor('item-1'), silent);
    outbox.retry(repairOf('item-1'));
    await settled();
    expect(reports).toHaveLength(1);
  });

  it('travels beside those of other Items, each under a key of its own', async () => {
    const { add, reports } = setUp();
    const first = await add('item-1');
    const second = await add('item-2');
    await reports[1]?.answer(repairAnswer('repaired'));
    await reports[0]?.fail(busy());
    expect(first).toEqual(['sending', 'queued 503']);
    expect(second).toEqual(['sending', 'answered repaired']);
    expect(reports.map(({ idempotencyKey }) => idempotencyKey)).toEqual(['id-1', 'id-2']);
  });

  it('counts as delivered also where whoever hears of the answer throws', async () => {
    const { clock, last, outbox, ports, reports } = setUp();
    const listener: DeliveryListener = {
      ...silent,
      answered() {
        throw new Error('listener');
      },
    };
    const uncaught = new Promise((resolve) => process.once('unhandledRejection', resolve));
    outbox.add(reportFor('item-1'), listener);
    await settled();
    await last().answer(repairAnswer('repaired'));
    await expect(uncaught).resolves.toMatchObject({ message: 'listener' });
    expect(ports.outboxStorage.texts.size).toBe(0);
    await clock.pass(3600 * SECOND);
    expect(reports).toHaveLength(1);
  });
});

describe('an outbox that is stopped', () => {
  it('sends nothing that waits, listens to nobody and leaves no timer', async () => {
    const { add, clock, connectivity, last, outbox, reports } = setUp();
    await add();
    await last().fail(busy());
    outbox.stop();
    expect(clock.waiting).toEqual([]);
    expect(connectivity.listeners).toBe(0);
    await connectivity.comeBack();
    await clock.pass(3600 * SECOND);
    expect(reports).toHaveLength(1);
  });

  it('finishes what is under way', async () => {
    const { add, last, outbox, ports } = setUp();
    const heard = await add();
    outbox.stop();
    await last().answer(repairAnswer('repaired'));
    expect(heard).toEqual(['sending', 'answered repaired']);
    expect(ports.outboxStorage.texts.size).toBe(0);
  });

  it.each([
    ['fails', async ({ last }: ReturnType<typeof setUp>) => last().fail(busy())],
    [
      'is still checked',
      async ({ last }: ReturnType<typeof setUp>) => last().answer({ result: 'checking', retryAfter: 3 }),
    ],
  ])('starts no timer for what %s after it, and sends it when started again', async (_what, end) => {
    const world = setUp();
    await world.add();
    world.outbox.stop();
    await end(world);
    expect(world.clock.waiting).toEqual([]);
    world.outbox.start();
    await world.clock.pass(3 * SECOND);
    expect(world.reports).toHaveLength(2);
  });

  it('writes down a report of a visit that ends with its provider, and sends it with the next start', async () => {
    const { add, clock, last, outbox, ports, reports } = setUp();
    outbox.stop();
    const heard = await add();
    await clock.pass(3600 * SECOND);
    expect([reports, heard, clock.waiting, ports.outboxStorage.texts.size]).toEqual([[], [], [], 1]);
    outbox.start();
    await settled();
    await last().answer(repairAnswer('unchanged'));
    expect(ports.outboxStorage.texts.size).toBe(0);
  });
});
