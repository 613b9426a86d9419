import { afterEach, describe, expect, it, vi } from 'vitest';
import { createLinkLock } from '../../src/browser/linkLock.js';
import type { LinkHolder } from '../../src/core/ports.js';
import { settled } from '../support/clockByHand.js';

afterEach(() => void Reflect.deleteProperty(window, Symbol.for('react-plaid-update-mode.page')));

/** A holder that gives way when the test lets it. */
function createHolder({ isLaunched = false, isSlow = false } = {}) {
  const waiting: (() => void)[] = [];
  const holder: LinkHolder & { asked: number; letGo(): Promise<void> } = {
    asked: 0,
    isLaunched: () => isLaunched,
    release() {
      holder.asked += 1;
      return isSlow ? new Promise<void>((resolve) => waiting.push(resolve)) : Promise.resolve();
    },
    letGo() {
      for (const resolve of waiting) resolve();
      return settled();
    },
  };
  return holder;
}

describe('the right to a Link handler', () => {
  it('is free at first, and free again after its end', async () => {
    const lock = createLinkLock();
    const holder = createHolder();
    const lease = await lock.acquire(holder);
    lease?.end();
    lease?.end();
    expect(await lock.acquire(createHolder())).not.toBeNull();
    expect(holder.asked).toBe(0);
  });

  it('goes to the newest, once the one before has let go', async () => {
    const lock = createLinkLock();
    const first = createHolder({ isSlow: true });
    await lock.acquire(first);
    let isGranted = false;
    const second = lock.acquire(createHolder()).then((lease) => {
      isGranted = true;
      return lease;
    });
    await settled();
    expect([first.asked, isGranted]).toEqual([1, false]);
    await first.letGo();
    expect(await second).not.toBeNull();
  });

  it('goes to one of several who wait: the newest', async () => {
    const lock = createLinkLock();
    const first = createHolder({ isSlow: true });
    await lock.acquire(first);
    const waiting = [createHolder(), createHolder(), createHolder()].map(lock.acquire);
    await first.letGo();
    const leases = await Promise.all(waiting);
    expect(leases.map((lease) => lease !== null)).toEqual([false, false, true]);
  });

  it('is nobody’s to take while Link is open', async () => {
    const lock = createLinkLock();
    const open = createHolder({ isLaunched: true });
    const lease = await lock.acquire(open);
    expect(lock.isOpen()).toBe(false);
    lease?.setOpen();
    expect(lock.isOpen()).toBe(true);
    expect(await lock.acquire(createHolder({ isLaunched: true }))).toBeNull();
    expect(await lock.acquire(createHolder())).toBeNull();
    expect(open.asked).toBe(0);
    lease?.end();
    expect(lock.isOpen()).toBe(false);
    expect(await lock.acquire(createHolder())).not.toBeNull();
  });

  it('is not taken from a launch by a preparation, nor is its turn', async () => {
    const lock = createLinkLock();
    const launched = createHolder({ isLaunched: true, isSlow: true });
    await lock.acquire(launched);
    expect(await lock.acquire(createHolder())).toBeNull();
    const next = lock.acquire(createHolder({ isLaunched: true }));
    expect(await lock.acquire(createHolder())).toBeNull();
    await launched.letGo();
    expect(await next).not.toBeNull();
  });

  it('does not end with a lease that has been taken over', async () => {
    const lock = createLinkLock();
    const first = await lock.acquire(createHolder());
    const second = await lock.acquire(createHolder());
    second?.setOpen();
    first?.end();
    first?.setOpen();
    expect(lock.isOpen()).toBe(true);
    second?.end();
    expect(lock.isOpen()).toBe(false);
  });

  it('is one for all copies of the library on a page', async () => {
    const lock = createLinkLock();
    vi.resetModules();
    const { createLinkLock: createOther } = await import('../../src/browser/linkLock.js');
    expect(createOther).not.toBe(createLinkLock);
    const other = createOther();
    const hidden = createHolder();
    await lock.acquire(hidden);
    const lease = await other.acquire(createHolder());
    expect(hidden.asked).toBe(1);
    lease?.setOpen();
    expect(lock.isOpen()).toBe(true);
    expect(await lock.acquire(createHolder({ isLaunched: true }))).toBeNull();
  });
});
