import { describe, expect, it } from 'vitest';
import { GRACE_MS } from '../../src/core/diagnosis.js';
import { IDLE } from '../../src/core/session.js';
import { createClientWorld } from '../support/clientWorld.js';
import { platypusLink, PLATYPUS } from '../support/links.js';

const erroring = platypusLink();
const active = platypusLink({ status: 'active' });
const isRecovering = { session: { status: 'repaired' }, recovery: 'syncing' };
const isConnected = { session: { status: 'repaired' }, recovery: 'connected' };
const isOver = { session: { status: 'repaired' }, recovery: 'none' };
const isBroken = { session: IDLE, recovery: 'none' };

/** A repair that the server has confirmed, with what it said of the link. */
async function createRepaired(answered = platypusLink({ status: 'pending' })) {
  const world = createClientWorld({ links: [erroring] });
  await world.repair(PLATYPUS, 'repaired', answered);
  return { ...world, now: () => world.snapshot(PLATYPUS) };
}

describe('a recovery', () => {
  it('takes an old error of Heron’s for syncing within the grace time', async () => {
    const { clock, list, now } = await createRepaired(erroring);
    expect(now()).toMatchObject(isRecovering);
    await clock.pass(GRACE_MS - 1);
    list(platypusLink({ last_updated: '2026-11-20T10:05:00Z' }));
    expect(now()).toMatchObject(isRecovering);
    list(active);
    expect(now()).toMatchObject(isConnected);
  });

  it('is over after the grace time, and what is broken then is broken', async () => {
    const { clock, now } = await createRepaired(erroring);
    await clock.pass(GRACE_MS);
    expect(now()).toMatchObject(isBroken);
    expect(clock.waiting).toEqual([]);
  });

  it('is over after the grace time also where Heron is still working on it', async () => {
    const { clock, list, now } = await createRepaired();
    await clock.pass(GRACE_MS);
    expect(now()).toMatchObject(isOver);
    list(active);
    expect(now()).toMatchObject(isOver);
  });

  it('ends where Plaid itself names a login error', async () => {
    const { list, now } = await createRepaired();
    list(platypusLink({ status: 'syncing', error: { error_type: 'ITEM_ERROR', error_code: 'ITEM_LOGIN_REQUIRED' } }));
    expect(now()).toMatchObject(isBroken);
  });

  it('waits out a bank that is down', async () => {
    const error = { error_type: 'INSTITUTION_ERROR', error_code: 'INSTITUTION_DOWN' };
    const { list, now } = await createRepaired(platypusLink({ status: 'active', error }));
    expect(now()).toMatchObject(isRecovering);
    list(active);
    expect(now()).toMatchObject(isConnected);
  });

  it.each([
    ['sync_disabled', isOver],
    ['unknown', isOver],
    ['deleted_in_plaid', isBroken],
  ] as const)('ends where the status turns out to be %s', async (status, expected) => {
    const { list, now } = await createRepaired();
    list(platypusLink({ status }));
    expect(now()).toMatchObject(expected);
  });

  it('is none for a link that is not there any more', async () => {
    const { clock, list, now } = await createRepaired();
    list();
    expect(now()).toMatchObject({ link: null, recovery: 'syncing' });
    await clock.pass(GRACE_MS);
    expect(now()).toMatchObject({ link: null, ...isOver });
  });

  it('shows the success for six seconds, whatever the list says again meanwhile', async () => {
    const { clock, events, list, now } = await createRepaired(active);
    await clock.pass(5_999);
    list(platypusLink({ status: 'active', last_updated: '2026-11-20T10:05:00Z' }));
    expect(now()).toMatchObject(isConnected);
    await clock.pass(1);
    expect(now()).toMatchObject(isOver);
    expect(events.filter(({ type }) => type === 'connected')).toHaveLength(1);
  });
});

describe('a link that breaks again', () => {
  it('is broken at once, and can be repaired again', async () => {
    const { clock, events, list, now, repair } = await createRepaired(active);
    await clock.pass(6_000);
    list(erroring);
    expect(now()).toMatchObject({ link: erroring, ...isBroken });
    await repair(PLATYPUS, 'repaired', active);
    expect(now()).toMatchObject(isConnected);
    expect(events.filter(({ type }) => type === 'connected')).toHaveLength(2);
  });

  it('is broken once the success has been shown, where it breaks within it', async () => {
    const { clock, list, now } = await createRepaired(active);
    list(erroring);
    expect(now()).toMatchObject(isConnected);
    await clock.pass(6_000);
    expect(now()).toMatchObject({ link: erroring, ...isBroken });
  });

  it('is not broken where the server knows that the error is older than the repair', async () => {
    const { clock, list, now } = await createRepaired(active);
    await clock.pass(6_000);
    list(platypusLink({ repaired_at: new Date(clock.now() - 6_000).toISOString() }));
    expect(now()).toMatchObject(isOver);
  });
});

describe('a client that is stopped within a recovery', () => {
  it('leaves no timer, and goes on where it was when it is started again', async () => {
    const { client, clock, now } = await createRepaired(active);
    await clock.pass(2_000);
    client.stop();
    expect(clock.waiting).toEqual([]);
    client.start();
    expect(now()).toMatchObject(isConnected);
    await clock.pass(3_999);
    expect(now()).toMatchObject(isConnected);
    await clock.pass(1);
    expect(now()).toMatchObject(isOver);
  });

  it('is over at once where it was stopped for longer', async () => {
    const { client, clock, now } = await createRepaired(active);
    client.stop();
    await clock.pass(60_000);
    client.start();
    await clock.pass(0);
    expect(now()).toMatchObject(isOver);
  });

  it('lasts no longer where the device’s clock was set back while it was stopped', async () => {
    const { client, clock } = await createRepaired(erroring);
    client.stop();
    clock.set(clock.now() - 48 * GRACE_MS);
    client.start();
    expect(clock.waiting).toEqual([GRACE_MS]);
  });

  it('starts no timer for what it hears while stopped', async () => {
    const { client, clock, list, now } = await createRepaired();
    client.stop();
    list(active);
    expect(now()).toMatchObject(isConnected);
    expect(clock.waiting).toEqual([]);
    client.start();
    await clock.pass(6_000);
    expect(now()).toMatchObject(isOver);
  });
});
