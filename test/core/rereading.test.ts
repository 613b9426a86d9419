import { describe, expect, it } from 'vitest';
import { createRereading } from '../../src/core/rereading.js';
import { createClockByHand, settled } from '../support/clockByHand.js';

/** Readings that the test ends. */
function createReadings() {
  const clock = createClockByHand();
  const underWay: (() => void)[] = [];
  let begun = 0;
  const rereading = createRereading({
    clock,
    read() {
      begun += 1;
      return new Promise<void>((resolve) => underWay.push(resolve));
    },
  });
  return {
    clock,
    rereading,
    begun: () => begun,
    end(): Promise<void> {
      underWay.shift()?.();
      return settled();
    },
  };
}

describe('a hint', () => {
  it('is followed by a reading, soon', async () => {
    const { begun, clock, rereading } = createReadings();
    rereading.hint();
    expect(begun()).toBe(0);
    await clock.pass(50);
    expect(begun()).toBe(1);
  });

  it('is one of a burst that makes one reading', async () => {
    const { begun, clock, end, rereading } = createReadings();
    for (let hints = 0; hints < 100; hints += 1) rereading.hint();
    await clock.pass(30);
    rereading.hint();
    await clock.pass(20);
    await end();
    await clock.pass(60_000);
    expect(begun()).toBe(1);
    expect(clock.waiting).toEqual([]);
  });

  it('is followed by another reading where one is under way, and by one alone', async () => {
    const { begun, clock, end, rereading } = createReadings();
    rereading.hint();
    await clock.pass(50);
    rereading.hint();
    rereading.hint();
    await clock.pass(60_000);
    expect(begun()).toBe(1);
    await end();
    await clock.pass(999);
    expect(begun()).toBe(1);
    await clock.pass(1);
    expect(begun()).toBe(2);
    await end();
    await clock.pass(60_000);
    expect(begun()).toBe(2);
  });

  it('leaves the server a second between two readings, and asks for no more patience than that', async () => {
    const { begun, clock, end, rereading } = createReadings();
    rereading.hint();
    await clock.pass(50);
    await end();
    rereading.hint();
    expect(clock.waiting).toEqual([1_000]);
    await clock.pass(1_000);
    await end();
    expect(begun()).toBe(2);
    clock.set(clock.now() - 3_600_000);
    rereading.hint();
    expect(clock.waiting).toEqual([1_000]);
    await clock.pass(1_000);
    await end();
    await clock.pass(5_000);
    rereading.hint();
    expect(clock.waiting).toEqual([50]);
  });

  it('comes to nothing once nobody wants to know', async () => {
    const { begun, clock, end, rereading } = createReadings();
    rereading.hint();
    await clock.pass(50);
    rereading.hint();
    rereading.stop();
    await end();
    rereading.hint();
    await clock.pass(60_000);
    expect(begun()).toBe(1);

    const other = createReadings();
    other.rereading.hint();
    other.rereading.stop();
    await other.clock.pass(60_000);
    expect(other.begun()).toBe(0);
  });
});
