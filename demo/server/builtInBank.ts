import { randomBytes } from 'node:crypto';
import { createSandbox, SANDBOX_INSTITUTIONS, type SandboxInstitution } from 'react-plaid-update-mode/testing';
import type { ItemFacts } from 'react-plaid-update-mode/server';
import type { Bank, BuiltIn } from './bank.js';
import type { Connections } from './connections.js';
import { createPlaidApi } from './createPlaidApi.js';
import { FIRST_PLATYPUS_LOGO, TARTAN_LOGO, TATTERSALL_LOGO } from './institutionLogos.js';
import { listen } from './listen.js';
import { refreshAccounts } from './overview.js';
import type { User } from './sessions.js';
import type { WireLog } from './wireLog.js';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

interface Seed {
  institution: SandboxInstitution;
  logo: string;
  /** Milliseconds since Heron last read it. */
  syncedAgo: number;
  isBroken?: boolean;
  facts?: () => ItemFacts;
}

const { firstPlatypusBank, tattersallFederalCreditUnion, tartanBank } = SANDBOX_INSTITUTIONS;

const SEEDS: Seed[] = [
  { institution: firstPlatypusBank, logo: FIRST_PLATYPUS_LOGO, syncedAgo: 3 * DAY, isBroken: true },
  {
    institution: tattersallFederalCreditUnion,
    logo: TATTERSALL_LOGO,
    syncedAgo: 2 * HOUR,
    facts: () => ({
      pending_disconnect: {
        reason: 'INSTITUTION_TOKEN_EXPIRATION',
        disconnect_time: new Date(Date.now() + 6 * DAY).toISOString(),
        received_at: new Date(Date.now() - DAY).toISOString(),
      },
    }),
  },
  { institution: tartanBank, logo: TARTAN_LOGO, syncedAgo: HOUR },
];

/**
 * Serves the sandbox on a port of its own, so that the real `plaid` SDK and the real Heron client speak HTTP to it
 * and the demo's own origin has none of its routes.
 */
export async function startBuiltInBank(wireLog: WireLog): Promise<Bank> {
  const keys: BuiltIn['keys'] = {
    plaidSecret: randomBytes(15).toString('hex'),
    heronApiKey: `key_${randomBytes(24).toString('hex')}`,
  };
  const clientId = randomBytes(12).toString('hex');
  const made = new Map<string, { itemId: string; accessToken: string }>();
  let ago = 0;
  const sandbox = createSandbox({
    now: () => Date.now() - ago,
    clientId,
    secret: keys.plaidSecret,
    heronApiKey: keys.heronApiKey,
  });

  async function fetchAndLog(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    const response = await sandbox.fetch(request);
    const to = pathname.startsWith('/api/') ? 'heron' : 'plaid';
    wireLog.add({ from: 'server', to, method: request.method, path: pathname, status: response.status });
    return response;
  }

  const listener = await listen(fetchAndLog, 0);
  const plaid = createPlaidApi({ basePath: listener.url, clientId, secret: keys.plaidSecret });

  async function addConnection(seed: Seed, user: User, connections: Connections): Promise<void> {
    const { institution, logo, syncedAgo, isBroken, facts } = seed;
    const { institution_id: institutionId, name: institutionName } = institution;
    ago = syncedAgo;
    // The same Item again after a reset: what the page still says of it stays true.
    const { itemId, accessToken } = sandbox.createItem({
      ...made.get(institutionId),
      institutionId,
      endUserId: user.id,
    });
    made.set(institutionId, { itemId, accessToken });
    ago = 0;
    await connections.add({
      itemId,
      userId: user.id,
      institutionId,
      institutionName,
      institutionLogo: logo,
      accessToken,
    });
    await refreshAccounts({ itemId, accessToken, accounts: [] }, connections, plaid);
    if (facts) await connections.saveFacts(itemId, facts());
    if (isBroken) await plaid.sandboxItemResetLogin({ access_token: accessToken });
  }

  return {
    plaid,
    heron: { apiKey: keys.heronApiKey, baseUrl: listener.url },
    async seed(user, connections) {
      // A sandbox of an earlier start is gone, and its Items with it.
      await connections.removeAll(user.id);
      for (const seed of SEEDS) await addConnection(seed, user, connections);
    },
    builtIn: { sandbox, keys },
    close: () => listener.close(),
  };
}
