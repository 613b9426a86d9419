// @vitest-environment node
import { beforeEach, describe, expect, it } from 'vitest';
import { createSandbox, type Sandbox } from '../../src/testing/index.js';
import { createPlaidClient, refusal } from './createPlaidClient.js';

let sandbox: Sandbox;
let itemId: string;
let accessToken: string;

beforeEach(() => {
  sandbox = createSandbox({ now: () => 1_000_000 });
  ({ itemId, accessToken } = sandbox.createItem({ endUserId: 'user-1' }));
});

const askPlaid = () => createPlaidClient(sandbox).itemGet({ access_token: accessToken });

const putToHeron = (signal: AbortSignal | null = null): Promise<Response> =>
  sandbox.fetch(
    new Request(`https://app.herondata.io/api/integration_links/${itemId}`, {
      method: 'PUT',
      headers: { 'x-api-key': 'key', 'Content-Type': 'application/json' },
      body: JSON.stringify({ end_user: { access_token: accessToken } }),
      signal,
    }),
  );

describe('a service that is down', () => {
  it('answers 503 in its own shape, the other one goes on', async () => {
    sandbox.faults.heron = { kind: 'down' };
    const response = await putToHeron();
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ code: 503, name: 'Service Unavailable' });
    expect((await askPlaid()).status).toBe(200);

    sandbox.faults.plaid = { kind: 'down' };
    expect(await refusal(askPlaid())).toMatchObject({ status: 503, data: { error_type: 'API_ERROR' } });
  });

  it('has changed nothing, and comes back when the fault is taken away', async () => {
    sandbox.faults.heron = { kind: 'down' };
    await putToHeron();
    expect(sandbox.readItem(itemId).heron?.status).toBe('active');
    sandbox.faults.heron = null;
    await putToHeron();
    expect(sandbox.readItem(itemId).heron?.status).toBe('pending');
  });

  it('comes back by itself after a number of requests', async () => {
    sandbox.faults.heron = { kind: 'down', times: 2 };
    const statuses = [await putToHeron(), await putToHeron(), await putToHeron()].map(({ status }) => status);
    expect(statuses).toEqual([503, 503, 200]);
  });

  it('can be down for a part of its routes', async () => {
    sandbox.faults.plaid = { kind: 'down', path: '/accounts/get' };
    expect((await askPlaid()).status).toBe(200);
    const accounts = createPlaidClient(sandbox).accountsGet({ access_token: accessToken });
    expect((await refusal(accounts)).status).toBe(503);
  });
});

describe('a service that limits the rate', () => {
  it("answers 429 with Heron's headers", async () => {
    sandbox.faults.heron = { kind: 'rate_limited', retryAfter: 7 };
    const response = await putToHeron();
    expect(response.status).toBe(429);
    expect(await response.json()).toMatchObject({ code: 429, description: '100 per 1 minute' });
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'retry-after': '7',
      'x-ratelimit-limit': '100',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': '1007',
    });
  });

  it('names the error in the way of Plaid', async () => {
    sandbox.faults.plaid = { kind: 'rate_limited' };
    expect(await refusal(askPlaid())).toMatchObject({ status: 429, data: { error_type: 'RATE_LIMIT_EXCEEDED' } });
  });
});

describe('a network that fails', () => {
  it('rejects as fetch does', async () => {
    sandbox.faults.heron = { kind: 'unreachable' };
    await expect(putToHeron()).rejects.toThrow(TypeError);
  });

  it('answers what is no JSON', async () => {
    sandbox.faults.heron = { kind: 'garbage' };
    const response = await putToHeron();
    expect(response.headers.get('content-type')).toBe('text/html');
    await expect(response.json()).rejects.toThrow(SyntaxError);
  });

  it('is slow and right', async () => {
    sandbox.faults.heron = { kind: 'slow', latency: 5 };
    expect((await putToHeron()).status).toBe(200);
  });

  it('is slow and can be given up', async () => {
    sandbox.faults.heron = { kind: 'slow', latency: 60_000 };
    const giveUp = new AbortController();
    const answer = putToHeron(giveUp.signal);
    giveUp.abort();
    await expect(answer).rejects.toThrow(/abort/i);
    expect(sandbox.readItem(itemId).heron?.status).toBe('active');
  });
});

describe('the log of requests', () => {
  it('has what was sent, to whom, in order', async () => {
    await askPlaid();
    await putToHeron();
    expect(sandbox.requests).toEqual([
      expect.objectContaining({
        service: 'plaid',
        method: 'POST',
        path: '/item/get',
        body: { access_token: accessToken },
        headers: expect.objectContaining({ 'plaid-client-id': 'client-id' }),
      }),
      {
        service: 'heron',
        method: 'PUT',
        path: `/api/integration_links/${itemId}`,
        headers: { 'content-type': 'application/json', 'x-api-key': 'key' },
        body: { end_user: { access_token: accessToken } },
        rawBody: JSON.stringify({ end_user: { access_token: accessToken } }),
        at: 1_000_000,
      },
    ]);
  });

  it('has requests that met a fault as well', async () => {
    sandbox.faults.heron = { kind: 'unreachable' };
    await putToHeron().catch(() => undefined);
    expect(sandbox.requests).toHaveLength(1);
  });

  it('keeps the last 500', async () => {
    for (let count = 0; count < 510; count += 1) await sandbox.fetch(new Request(`https://sandbox.plaid.com/${count}`));
    expect(sandbox.requests).toHaveLength(500);
    expect(sandbox.requests.at(0)?.path).toBe('/10');
  });
});
