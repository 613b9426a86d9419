import { randomBytes } from 'node:crypto';
import { createSandbox } from 'react-plaid-update-mode/testing';
import type { Bank, BuiltIn, Household } from './bank.js';
import type { Connection } from './connections.js';
import { createPlaidApi } from './createPlaidApi.js';
import { listen } from './listen.js';
import { refreshAccounts } from './overview.js';
import { USE_CASES_CUSTOMIZATION } from './purposes.js';
import { SEEDS, type Seed } from './seeds.js';
import type { Stores } from './stores.js';
import { describeRequest } from './describeRequest.js';
import type { WireLog } from './wireLog.js';

/** Heron's address for Plaid's webhooks is each customer's own; this is the sandbox's. */
const HERON_WEBHOOK_PATH = '/api/webhooks/plaid';

/**
 * Serves the sandbox on a port of its own, so that the real `plaid` SDK and the real Heron client speak HTTP to it
 * and the demo's own origin has none of its routes. Its webhooks come to `demoUrl` as any other request does.
 */
export async function startBuiltInBank(demoUrl: string, wireLog: WireLog): Promise<Bank> {
  const keys: BuiltIn['keys'] = {
    plaidSecret: randomBytes(15).toString('hex'),
    heronApiKey: `key_${randomBytes(24).toString('hex')}`,
    heronWebhookSecret: randomBytes(24).toString('hex'),
  };
  const clientId = randomBytes(12).toString('hex');
  const redirectUri = `${demoUrl}/bank-return`;
  const made = new Map<string, { itemId: string; accessToken: string }>();
  let ago = 0;
  const sandbox = createSandbox({
    now: () => Date.now() - ago,
    clientId,
    secret: keys.plaidSecret,
    heronApiKey: keys.heronApiKey,
    webhook: `${demoUrl}/webhooks/plaid`,
    heronWebhook: `${demoUrl}/webhooks/heron`,
    heronWebhookSecret: keys.heronWebhookSecret,
    publicUrl: `${demoUrl}/demo`,
    redirectUris: [redirectUri],
    linkCustomizations: { [USE_CASES_CUSTOMIZATION]: { useCases: ['budgeting', 'planning'] } },
  });
  const plaidUser = sandbox.createUser();

  async function fetchAndLog(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    const about = await describeRequest(request);
    const response = await sandbox.fetch(request);
    const to = pathname.startsWith('/api/') ? 'heron' : 'plaid';
    wireLog.add({ from: 'server', to, method: request.method, path: pathname, status: response.status, about });
    return response;
  }

  const listener = await listen(fetchAndLog, 0);
  const plaid = createPlaidApi({ basePath: listener.url, clientId, secret: keys.plaidSecret });

  async function addSeed(seed: Seed, { user, other }: Household, stores: Stores): Promise<void> {
    const { institution, logo, syncedAgo, consentEndsIn, sharedAccounts } = seed;
    const owner = seed.owner === 'user' ? user : other;
    const now = Date.now();
    const consentEnd = consentEndsIn === undefined ? undefined : new Date(now + consentEndsIn).toISOString();
    ago = syncedAgo;
    const { itemId, accessToken } = sandbox.createItem({
      // The same Item again after a reset: what the page still says of it stays true.
      ...made.get(institution.institution_id),
      institutionId: institution.institution_id,
      endUserId: owner.householdId,
      userId: owner === user ? plaidUser.userId : undefined,
      sharedAccounts,
      consentExpirationTime: consentEnd,
    });
    made.set(institution.institution_id, { itemId, accessToken });
    ago = 0;
    await stores.connections.add({
      itemId,
      accessToken,
      userId: owner.id,
      institutionId: institution.institution_id,
      institutionName: institution.name,
      institutionLogo: logo,
      institutionUrl: institution.url,
      countryCode: institution.country_code,
    });
    await refreshAccounts({ itemId, accessToken }, stores.accounts, plaid);
    await stores.connections.saveFacts(itemId, { consent_expiration_time: consentEnd, ...seed.facts?.(now) });
    if (seed.error !== undefined) sandbox.breakItem(itemId, seed.error);
  }

  return {
    plaid,
    heron: { apiKey: keys.heronApiKey, baseUrl: listener.url },
    forwardWebhooksTo: `${listener.url}${HERON_WEBHOOK_PATH}`,
    heronWebhookSecret: keys.heronWebhookSecret,
    redirectUri,
    hostedLinkReturnUrl: `${demoUrl}/`,
    async seed(household, stores) {
      const { user } = household;
      await stores.people.savePlaidUserToken(user.id, plaidUser.userToken);
      const seeded = new Set([...made.values()].map(({ itemId }) => itemId));
      for (const { itemId } of await stores.connections.list(user)) {
        if (!seeded.has(itemId)) removeFromSandbox(itemId);
      }
      // A sandbox of an earlier start is gone, and its Items with it.
      await stores.connections.removeAll(user.householdId);
      await stores.activity.clear(user.householdId);
      for (const seed of SEEDS) await addSeed(seed, household, stores);
    },
    async connectAnew(old, stores) {
      await addConnection(old, stores);
    },
    builtIn: { sandbox, keys },
    close: () => listener.close(),
  };

  function removeFromSandbox(itemId: string): void {
    try {
      sandbox.removeItem(itemId);
    } catch {
      // Of an earlier start.
    }
  }

  async function addConnection(old: Connection, { connections, accounts }: Stores): Promise<void> {
    const { userId, householdId, institutionId } = old;
    const created = sandbox.createItem({ institutionId, endUserId: householdId, userId: plaidUser.userId });
    await connections.add({ ...pickBank(old), ...created, userId });
    await refreshAccounts(created, accounts, plaid);
  }
}

function pickBank({ institutionId, institutionName, institutionLogo, institutionUrl, countryCode }: Connection) {
  return { institutionId, institutionName, institutionLogo, institutionUrl, countryCode };
}
