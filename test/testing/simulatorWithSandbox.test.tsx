// @vitest-environment jsdom
import { render, screen, waitFor } from '@testing-library/react';
import { CountryCode, type PlaidApi } from 'plaid';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  createHttpLinkBackend,
  createSandbox,
  installLinkSimulator,
  type LinkBackend,
  type LinkSimulator,
  type Sandbox,
} from '../../src/testing/index.js';
import { createPlaidClient } from './createPlaidClient.js';
import { PlaidLinkPage } from './PlaidLinkPage.js';

const START = Date.parse('2026-11-20T10:00:00Z');

let now: number;
let sandbox: Sandbox;
let plaid: PlaidApi;
let itemId: string;
let accessToken: string;
let simulator: LinkSimulator | undefined;

beforeEach(() => {
  now = START;
  sandbox = createSandbox({ now: () => now });
  plaid = createPlaidClient(sandbox);
  ({ itemId, accessToken } = sandbox.createItem({ endUserId: 'user-1', institutionId: 'ins_109512' }));
});

afterEach(() => simulator?.uninstall());

async function createLinkToken(): Promise<string> {
  const { data } = await plaid.linkTokenCreate({
    client_name: 'Fern',
    language: 'en',
    country_codes: [CountryCode.Us],
    user: { client_user_id: 'user-1' },
    access_token: accessToken,
  });
  return data.link_token;
}

const putToHeron = (): Promise<Response> =>
  sandbox.fetch(
    new Request(`https://app.herondata.io/api/integration_links/${itemId}`, {
      method: 'PUT',
      headers: { 'x-api-key': 'key' },
      body: JSON.stringify({ end_user: { access_token: accessToken } }),
    }),
  );

const overHttp = (): LinkBackend =>
  createHttpLinkBackend('https://sandbox.example/', {
    fetch: (input, init) => sandbox.fetch(new Request(input, init)),
  });

const press = (name: string): void => screen.getByRole('button', { name }).click();

describe.each([
  ['in the same process', () => sandbox.link],
  ['over HTTP', overHttp],
])('Link and the sandbox %s', (_, createBackend) => {
  async function visit(token: string, outcome: 'success' | 'exit') {
    const onSuccess = vi.fn();
    const onExit = vi.fn();
    simulator ??= installLinkSimulator({ backend: createBackend() });
    simulator.configure({ outcome: { kind: outcome } });
    const { unmount } = render(<PlaidLinkPage token={token} onSuccess={onSuccess} onExit={onExit} />);
    await screen.findByText('ready');
    press('Open');
    await waitFor(() => expect(onSuccess.mock.calls.length + onExit.mock.calls.length).toBe(1));
    unmount();
    await waitFor(() => expect(simulator?.alive).toBe(0));
    return { onSuccess, onExit };
  }

  beforeEach(() => {
    simulator = undefined;
  });

  it('heal an Item at Plaid, and Heron learns of it by the PUT alone', async () => {
    sandbox.breakItem(itemId);
    const { onSuccess } = await visit(await createLinkToken(), 'success');

    const [publicToken, metadata] = onSuccess.mock.lastCall ?? [];
    expect(publicToken).toMatch(/^public-sandbox-/);
    expect(metadata).toMatchObject({ institution: { institution_id: 'ins_109512', name: 'Tartan Bank' } });
    expect(metadata.accounts).toHaveLength(3);
    expect((await plaid.itemGet({ access_token: accessToken })).data.item.error).toBeNull();
    now += 24 * 60 * 60 * 1000;
    expect(sandbox.readItem(itemId).heron?.status).toBe('erroring');

    await putToHeron();
    expect(sandbox.readItem(itemId).heron?.status).toBe('pending');
    now += 60_000;
    expect(sandbox.readItem(itemId).heron?.status).toBe('active');
  });

  it('leave the Item broken after an exit', async () => {
    sandbox.breakItem(itemId);
    const { onExit } = await visit(await createLinkToken(), 'exit');
    expect(onExit.mock.lastCall?.[0]).toBeNull();
    expect(sandbox.readItem(itemId).error).toBe('ITEM_LOGIN_REQUIRED');
  });

  it('leave an institution down that is down', async () => {
    sandbox.breakItem(itemId, 'INSTITUTION_DOWN');
    await visit(await createLinkToken(), 'success');
    expect(sandbox.readItem(itemId).error).toBe('INSTITUTION_DOWN');
  });

  it('can take time to heal, or never do', async () => {
    sandbox.breakItem(itemId);
    sandbox.plaid.healsAfter = 20_000;
    await visit(await createLinkToken(), 'success');
    expect(sandbox.readItem(itemId).error).toBe('ITEM_LOGIN_REQUIRED');
    now += 20_000;
    expect(sandbox.readItem(itemId).error).toBeNull();

    sandbox.breakItem(itemId);
    sandbox.plaid.healsAfter = 'never';
    await visit(await createLinkToken(), 'success');
    now += 24 * 60 * 60 * 1000;
    expect(sandbox.readItem(itemId).error).toBe('ITEM_LOGIN_REQUIRED');
  });

  it.each([
    ['used', async (token: string) => void (await visit(token, 'exit'))],
    ['31 minutes old', () => void (now += 31 * 60 * 1000)],
    ['expired by hand', () => sandbox.expireLinkTokens()],
  ])('refuse a link token that is %s', async (_reason, spoil) => {
    const token = await createLinkToken();
    await spoil(token);
    const { onExit } = await visit(token, 'success');
    expect(onExit).toHaveBeenCalledWith(
      expect.objectContaining({ error_type: 'INVALID_INPUT', error_code: 'INVALID_LINK_TOKEN' }),
      expect.objectContaining({ institution: null, request_id: expect.any(String) }),
    );
  });

  it('keep a scripted outcome for the visit that a refused link token did not get', async () => {
    simulator = installLinkSimulator({ backend: createBackend(), outcome: { kind: 'exit' } });
    simulator.queue({ kind: 'error', errorCode: 'ITEM_LOCKED' });
    await visit('link-sandbox-unknown', 'success');
    const { onExit } = await visit(await createLinkToken(), 'success');
    expect(onExit.mock.lastCall?.[0]).toMatchObject({ error_code: 'ITEM_LOCKED' });
  });

  it('do not find a removed Item', async () => {
    const token = await createLinkToken();
    sandbox.removeItem(itemId);
    const { onExit } = await visit(token, 'success');
    expect(onExit.mock.lastCall?.[0]).toMatchObject({ error_code: 'ITEM_NOT_FOUND' });
  });
});

describe("the sandbox's routes for Link", () => {
  it.each([
    ['/link/session/open', {}, 400],
    ['/link/session/finish', { linkToken: 'x' }, 400],
    ['/link/session/other', {}, 404],
  ])('answer %s with %j by %i', async (path, body, status) => {
    const request = new Request(`https://sandbox.example${path}`, { method: 'POST', body: JSON.stringify(body) });
    expect((await sandbox.fetch(request)).status).toBe(status);
  });

  it('have no GET', async () => {
    expect((await sandbox.fetch(new Request('https://sandbox.example/link/session/open'))).status).toBe(405);
  });

  it('reject in the client when the sandbox does not answer', async () => {
    sandbox.faults.link = { kind: 'down' };
    await expect(overHttp().openSession('link-sandbox-x')).rejects.toThrow('503');
  });
});
