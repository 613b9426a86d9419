// @vitest-environment node
import type { ServiceFault } from 'react-plaid-update-mode/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createWatchedApp, type Left } from './support/watchedApp.js';

type WatchedApp = ReturnType<typeof createWatchedApp>;

const CONSOLE = ['debug', 'info', 'log', 'warn', 'error'] as const;

/** Each of the sandbox's faults; the slow one is slower than the app waits. */
const FAULTS: (ServiceFault | null)[] = [
  null,
  { kind: 'down' },
  { kind: 'garbage' },
  { kind: 'unreachable' },
  { kind: 'slow', latency: 30 },
  { kind: 'rate_limited', retryAfter: 1 },
  { kind: 'rate_limited' },
];

/** All that a page, right or wrong, and the two services can send to this app. */
async function useEverything(app: WatchedApp): Promise<string> {
  const { sandbox, itemId, foreignItemId, authorizationId, secrets, ask } = app;
  const started_at = new Date().toISOString();
  const targets = [
    { item_id: itemId },
    { item_id: foreignItemId },
    { user: true },
    { authorization_id: authorizationId },
  ];
  const { link_token: linkToken } = await (
    await ask('/api/update-mode/link-token', 'POST', { target: { item_id: itemId }, purpose: 'repair' })
  ).json();
  const publicToken = linkToken === undefined ? '' : await visitLink(app, String(linkToken));

  await ask('/api/update-mode/integration-links', 'GET');
  for (const target of targets) {
    await ask('/api/update-mode/link-token', 'POST', { target, purpose: 'repair' });
    for (const outcome of ['success', 'exit', 'unknown']) {
      await ask('/api/update-mode/repairs', 'POST', { target, purpose: 'repair', outcome, started_at });
    }
  }
  await ask(`/heron/api/integration_links/${itemId}`, 'PUT', {});
  await ask(`/heron/api/integration_links/${foreignItemId}`, 'PUT', {});
  // What a page must not send, and what must not come back to it.
  const { accessToken, foreignAccessToken, userToken, plaidSecret, heronKey } = secrets;
  for (const secret of [accessToken, foreignAccessToken, userToken, plaidSecret, heronKey, publicToken]) {
    const end_user = { access_token: secret };
    await ask(`/heron/api/integration_links/${itemId}`, 'PUT', { end_user });
    await ask(`/heron/api/integration_links/${encodeURIComponent(secret)}?purpose=${secret}`, 'PUT', {});
    const target = { item_id: secret };
    await ask('/api/update-mode/link-token', 'POST', { target, purpose: 'repair', public_token: secret });
    await ask('/api/update-mode/link-token', 'POST', `{"${secret}": ${secret}`);
    await ask('/api/update-mode/integration-links', 'GET', undefined, { cookie: secret, origin: `https://${secret}` });
  }
  for (const code of ['ERROR', 'LOGIN_REPAIRED', 'NEW_ACCOUNTS_AVAILABLE'] as const) {
    await sandbox.fireWebhook(itemId, code);
  }
  await sandbox.fireHeronWebhook(itemId);
  return publicToken;
}

async function visitLink({ sandbox }: WatchedApp, linkToken: string): Promise<string> {
  const { linkSessionId } = await sandbox.link.openSession(linkToken);
  const { publicToken } = await sandbox.link.finishSession({ linkToken, linkSessionId, outcome: 'success' });
  return publicToken ?? '';
}

/**
 * The two places that secrets are for: Plaid's own calls (its keys, the Item's or the user's token), and Heron (its key;
 * in a PUT the Item's access token, and nothing else). Answers what is left once these are taken out.
 */
function withoutAllowed({ to, route, headers, body }: Left, { secrets }: WatchedApp): string {
  const { accessToken, userToken, plaidSecret, heronKey } = secrets;
  const seen = JSON.stringify([route, headers, body]);
  if (to === 'plaid')
    return [plaidSecret, accessToken, userToken].reduce((rest, own) => rest.replaceAll(own, ''), seen);
  if (to !== 'heron') return seen;
  const { 'x-api-key': key, ...others } = headers;
  expect(key).toBe(heronKey);
  const isPut = route.startsWith('PUT ') && body === JSON.stringify({ end_user: { access_token: accessToken } });
  return JSON.stringify([route, others, isPut ? '' : body]);
}

/** Each secret that has left by another way, and whatever was thrown or printed. */
function findLeaks(app: WatchedApp, publicToken: string): string[] {
  // Without a link token there was no visit, and so no public token of this one.
  const secrets = { ...app.secrets, publicToken: publicToken || 'public-sandbox-' };
  return app.left.flatMap((each) => {
    const rest = withoutAllowed(each, app);
    const names = Object.entries(secrets).flatMap(([name, secret]) => (rest.includes(secret) ? [name] : []));
    const isMisplaced = names.length > 0 || each.to === 'thrown' || each.to === 'console';
    return isMisplaced ? [`${names.join(', ')} to ${each.to}: ${rest}`] : [];
  });
}

const wentTo = ({ left }: WatchedApp, to: Left['to']): Left[] => left.filter((each) => each.to === to);

describe('no secret is in anything that leaves the process', () => {
  let app: WatchedApp;

  beforeEach(() => {
    app = createWatchedApp();
    for (const name of CONSOLE)
      vi.spyOn(console, name).mockImplementation((...words) => app.say('console', words.join(' ')));
    return () => void vi.restoreAllMocks();
  });

  afterEach(() => {
    expect(wentTo(app, 'browser').length).toBeGreaterThan(50);
  });

  it('while all goes well, and each is used in the place that it is for', async () => {
    app.sandbox.breakItem(app.itemId);
    expect(findLeaks(app, await useEverything(app))).toEqual([]);
    const { accessToken, userToken, plaidSecret, heronKey } = app.secrets;
    const plaid = JSON.stringify(wentTo(app, 'plaid'));
    for (const secret of [accessToken, userToken, plaidSecret]) expect(plaid).toContain(secret);
    const puts = wentTo(app, 'heron').filter(({ route }) => route.startsWith('PUT'));
    expect(puts[0]?.headers['x-api-key']).toBe(heronKey);
    expect(puts[0]?.body).toContain(accessToken);
    expect(wentTo(app, 'forward').length).toBeGreaterThan(0);
  });

  for (const service of ['plaid', 'heron'] as const) {
    it.each(FAULTS.slice(1))(`while ${service} is %o`, async (fault) => {
      app.sandbox.breakItem(app.itemId);
      app.sandbox.faults[service] = fault;
      expect(findLeaks(app, await useEverything(app))).toEqual([]);
      expect(wentTo(app, 'log').length).toBeGreaterThan(0);
    });
  }

  it.each(['ITEM_LOCKED', 'INSTITUTION_DOWN', 'USER_PERMISSION_REVOKED'])('while the Item has %s', async (code) => {
    app.sandbox.breakItem(app.itemId, code);
    expect(findLeaks(app, await useEverything(app))).toEqual([]);
  });

  it('while the Item is gone', async () => {
    app.sandbox.removeItem(app.itemId);
    expect(findLeaks(app, await useEverything(app))).toEqual([]);
    expect(JSON.stringify(wentTo(app, 'log'))).toContain('ITEM_NOT_FOUND');
  });

  it.each([{ secret: 'another' }, { clientId: 'another' }, { heronApiKey: 'another' }])(
    'while its keys are refused: %o',
    async (options) => {
      app = createWatchedApp(options);
      expect(findLeaks(app, await useEverything(app))).toEqual([]);
      expect(JSON.stringify(wentTo(app, 'log'))).toContain('misconfigured');
    },
  );

  it('while the app’s own functions fail and quote all that they know', async () => {
    app.broken.isBroken = true;
    expect(findLeaks(app, await useEverything(app))).toEqual([]);
    expect(wentTo(app, 'log').length).toBeGreaterThan(0);
  });

  it('while Heron does not take what is forwarded', async () => {
    app.forward.status = 500;
    expect(findLeaks(app, await useEverything(app))).toEqual([]);
    expect(wentTo(app, 'forward').length).toBeGreaterThan(0);
  });
});
