import { CountryCode, Products, type PlaidApi } from 'plaid';
import type { Bank } from './bank.js';
import type { PlaidCredentials } from './configuration.js';
import type { NewConnection } from './connections.js';
import { createPlaidApi } from './createPlaidApi.js';
import { refreshAccounts } from './overview.js';
import type { Stores } from './stores.js';

const FIRST_PLATYPUS_BANK = 'ins_109508';

/**
 * Plaid's Sandbox and Heron themselves. Heron has to be told of a test Item by hand before it shows. Plaid's
 * webhooks come where `publicUrl` is: a tunnel to this machine.
 */
export function connectPlaidSandbox(credentials: PlaidCredentials): Bank {
  const { clientId, secret, heronApiKey, publicUrl, heronWebhookSecret, heronWebhookUrl, redirectUri } = credentials;
  const plaid = createPlaidApi({ basePath: 'https://sandbox.plaid.com', clientId, secret });
  const webhook = publicUrl === undefined ? undefined : `${publicUrl}/webhooks/plaid`;

  async function connect(userId: string, institutionId: string, stores: Stores): Promise<string> {
    const connection = await createConnection(plaid, institutionId, webhook);
    await stores.connections.add({ ...connection, userId });
    await refreshAccounts(connection, stores.accounts, plaid);
    return connection.accessToken;
  }

  return {
    plaid,
    heron: { apiKey: heronApiKey },
    forwardWebhooksTo: heronWebhookUrl,
    heronWebhookSecret,
    redirectUri,
    async seed({ user }, stores) {
      const connections = await stores.connections.list(user);
      if (connections.length === 0) {
        const accessToken = await connect(user.id, FIRST_PLATYPUS_BANK, stores);
        await plaid.sandboxItemResetLogin({ access_token: accessToken });
      }
      if (webhook === undefined) return;
      // The tunnel may have another address than at the last start.
      for (const { accessToken } of connections) await plaid.itemWebhookUpdate({ access_token: accessToken, webhook });
    },
    async connectAnew({ userId, institutionId }, stores) {
      await connect(userId, institutionId, stores);
    },
    close: async () => undefined,
  };
}

async function createConnection(
  plaid: PlaidApi,
  institutionId: string,
  webhook: string | undefined,
): Promise<Omit<NewConnection, 'userId'>> {
  const created = await plaid.sandboxPublicTokenCreate({
    institution_id: institutionId,
    initial_products: [Products.Transactions],
    ...(webhook === undefined ? {} : { options: { webhook } }),
  });
  const exchanged = await plaid.itemPublicTokenExchange({ public_token: created.data.public_token });
  const { data } = await plaid.institutionsGetById({
    institution_id: institutionId,
    country_codes: [CountryCode.Us, CountryCode.Gb],
    options: { include_optional_metadata: true },
  });
  const { name, logo, url, country_codes } = data.institution;
  return {
    itemId: exchanged.data.item_id,
    accessToken: exchanged.data.access_token,
    institutionId,
    institutionName: name,
    institutionLogo: logo ? `data:image/png;base64,${logo}` : undefined,
    institutionUrl: url ?? undefined,
    countryCode: country_codes[0] ?? CountryCode.Us,
  };
}
