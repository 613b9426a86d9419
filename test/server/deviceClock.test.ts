// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { ItemFacts } from 'react-plaid-update-mode/server';
import { plaidAccounts, CHECKING } from './support/accounts.js';
import { createWorld, GET_ACCOUNTS, ITEM, rememberFacts, report, type Answer, type World } from './support/world.js';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

const iso = (ms: number): string => new Date(ms).toISOString();

/** An Item of which a webhook has warned; the user looks at the page a minute later. */
function createWarnedWorld(facts: (receivedAt: string) => ItemFacts): World {
  const world = createWorld();
  world.upstream.script(GET_ACCOUNTS, plaidAccounts(CHECKING));
  rememberFacts(world, { accounts: [CHECKING], ...facts(iso(world.now())) });
  world.advance(MINUTE);
  return world;
}

const disconnect = (received_at: string): ItemFacts => ({
  pending_disconnect: { reason: 'INSTITUTION_MIGRATION', disconnect_time: '2026-05-08T00:00:00Z', received_at },
});

async function askForToken(world: World, purpose = 'repair'): Promise<void> {
  await world.send('/link-token', { method: 'POST', body: JSON.stringify({ target: { item_id: ITEM }, purpose }) });
}

/** The report of a visit that took a minute and ends now, by a clock that is off by so much. */
function reportNow(world: World, offByMs: number, changes: Record<string, unknown> = {}): RequestInit {
  const started_at = iso(world.now() + offByMs - MINUTE);
  return report(world, { started_at, finished_at: iso(world.now() + offByMs), ...changes });
}

async function visit(world: World, offByMs: number, purpose = 'repair'): Promise<Answer> {
  await askForToken(world, purpose);
  world.advance(MINUTE);
  return world.send('/repairs', reportNow(world, offByMs, { purpose }));
}

describe('a visit by the clock of a device', () => {
  const CLOCKS: [clock: string, offByMs: number][] = [
    ['that is right', 0],
    ['that is an hour behind', -HOUR],
    ['that is ten years behind', -10 * 365 * 24 * HOUR],
    ['that is an hour ahead', HOUR],
  ];

  it.each(CLOCKS)('%s clears the disconnect that was announced before it', async (_clock, offByMs) => {
    const world = createWarnedWorld(disconnect);
    const { body } = await visit(world, offByMs);
    expect(body).toMatchObject({ result: 'repaired' });
    expect(JSON.stringify(body)).not.toContain('pending_disconnect');
    expect(world.facts()).toEqual({ accounts: [CHECKING], repaired_at: iso(world.now()), repaired_under: 'visit-1' });
  });

  it.each(CLOCKS)('%s clears the permission that was missing before it', async (_clock, offByMs) => {
    const world = createWarnedWorld((received_at) => ({
      access_error: { code: 'USER_ACCOUNT_REVOKED', account_id: CHECKING.account_id, received_at },
    }));
    await visit(world, offByMs, 'restore_permissions');
    expect(world.facts()).not.toHaveProperty('access_error');
  });

  it.each(CLOCKS)('%s clears the new accounts that it was there to choose from', async (_clock, offByMs) => {
    const world = createWarnedWorld((received_at) => ({ new_accounts_available: { received_at } }));
    await visit(world, offByMs, 'select_accounts');
    expect(world.facts()).not.toHaveProperty('new_accounts_available');
  });

  it.each(CLOCKS)('%s clears a warning that came while it lasted', async (_clock, offByMs) => {
    const world = createWarnedWorld(disconnect);
    await askForToken(world);
    world.advance(30 * SECOND);
    rememberFacts(world, { ...readStored(world), ...disconnect(iso(world.now())) });
    world.advance(30 * SECOND);
    await world.send('/repairs', reportNow(world, offByMs));
    expect(world.facts()).not.toHaveProperty('pending_disconnect');
  });

  it.each([
    ['that is right', 0],
    ['that is an hour behind', -HOUR],
  ])('%s, whose report is hours late, clears no warning that came after it', async (_clock, offByMs) => {
    const world = createWarnedWorld(disconnect);
    await askForToken(world);
    world.advance(MINUTE);
    const late = reportNow(world, offByMs);
    world.advance(HOUR);
    const newer = disconnect(iso(world.now()));
    rememberFacts(world, { ...readStored(world), ...newer });
    world.advance(5 * HOUR);
    expect((await world.send('/repairs', late)).body).toMatchObject({ result: 'repaired' });
    expect(world.facts()).toMatchObject(newer);
  });

  it('that was set back while Link was open clears what was there before it', async () => {
    const world = createWarnedWorld(disconnect);
    await askForToken(world);
    world.advance(MINUTE);
    const backwards = { started_at: iso(world.now()), finished_at: iso(world.now() - HOUR) };
    await world.send('/repairs', report(world, backwards));
    expect(world.facts()).not.toHaveProperty('pending_disconnect');
  });
});

describe('the time of a link token', () => {
  it('is remembered only where a visit has something to clear, for each purpose', async () => {
    const world = createWarnedWorld(() => ({}));
    await askForToken(world);
    expect(world.facts()).toEqual({ accounts: [CHECKING] });
    rememberFacts(world, { accounts: [CHECKING], ...disconnect(iso(world.now())) });
    const first = iso(world.now());
    await askForToken(world);
    world.advance(MINUTE);
    await askForToken(world, 'renew_consent');
    expect(world.facts().link_tokens_at).toEqual({ repair: first, renew_consent: iso(world.now()) });
  });

  it('of another purpose says nothing of a visit', async () => {
    const world = createWarnedWorld(disconnect);
    await askForToken(world, 'select_accounts');
    world.advance(MINUTE);
    await world.send('/repairs', reportNow(world, -HOUR));
    expect(world.facts()).toHaveProperty('pending_disconnect');
  });
});

function readStored(world: World): ItemFacts {
  return { ...world.facts(), ...world.told() };
}
