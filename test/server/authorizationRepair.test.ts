// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { ReadyAuthorization, UpdateModeHandlerOptions } from 'react-plaid-update-mode/server';
import { createWorld, report, USER, type User, type World } from './support/world.js';

const AUTHORIZATION = '460cbe92-2dcc-8eae-5ad6-b37d0ec90fd9';

function createTransferWorld(options: Partial<UpdateModeHandlerOptions<User>> = {}) {
  const { items } = createWorld();
  const ready: ReadyAuthorization<User>[] = [];
  const world = createWorld({
    items: {
      ...items,
      findAuthorization: (user, authorizationId) =>
        user.id === USER && authorizationId === AUTHORIZATION ? { authorizationId } : null,
    },
    onAuthorizationReady: (each) => void ready.push(each),
    ...options,
  });
  return { ...world, ready };
}

const send = (world: World, changes: Record<string, unknown> = {}) =>
  world.send('/repairs', report(world, { target: { authorization_id: AUTHORIZATION }, ...changes }));

describe('S15: a visit for a Transfer authorization', () => {
  it('has the app try again, and transfers nothing', async () => {
    const world = createTransferWorld();
    const answer = await send(world);
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ result: 'unverifiable', integration_links: [] });
    expect(world.ready).toEqual([{ caller: { id: USER }, authorizationId: AUTHORIZATION }]);
    expect(world.upstream.requests).toEqual([]);
  });

  it.each(['exit', 'unknown'])('changes nothing after %s', async (outcome) => {
    const world = createTransferWorld();
    expect((await send(world, { outcome })).body).toEqual({ result: 'unchanged', integration_links: [] });
    expect(world.ready).toEqual([]);
  });

  it('of somebody else ends like one that does not exist', async () => {
    const world = createTransferWorld();
    const target = { authorization_id: 'c9c2a4f6-0000-8eae-5ad6-b37d0ec90fd9' };
    const unknown = await send(world, { target });
    const foreign = await world.send('/repairs', {
      ...report(world, { target: { authorization_id: AUTHORIZATION } }),
      headers: { 'idempotency-key': 'visit-1', 'x-user': 'user-2' },
    });
    expect(unknown).toMatchObject({ status: 404, body: { code: 'target_not_found' } });
    expect(foreign.text).toBe(unknown.text);
    expect(world.ready).toEqual([]);
  });

  it('is answered without onAuthorizationReady, and with one that throws', async () => {
    expect((await send(createTransferWorld({ onAuthorizationReady: undefined }))).status).toBe(200);
    const world = createTransferWorld({
      onAuthorizationReady: () => {
        throw new TypeError('no');
      },
    });
    expect((await send(world)).body).toMatchObject({ result: 'unverifiable' });
    expect(world.log).toEqual([{ code: 'internal', operation: 'onAuthorizationReady', errorName: 'TypeError' }]);
  });
});
