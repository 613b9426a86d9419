import { CountryCode, Products, type PlaidApi } from 'plaid';
import type { Bank } from './bank.js';
import type { PlaidCredentials } from './configuration.js';
import { createPlaidApi } from './createPlaidApi.js';
import { refreshAccounts } from './overview.js';

const FIRST_PLATYPUS_BANK = 'ins_109508';

/** Plaid's Sandbox and Heron themselves. Heron has to be told of the test Item by hand before it shows. */
export function connectPlaidSandbox({ clientId, secret, heronApiKey }: PlaidCredentials): Bank {
  const plaid = createPlaidApi({ basePath: 'https://sandbox.plaid.com', clientId, secret });
  return {
    plaid,
    heron: { apiKey: heronApiKey },
    async seed(user, connections) {
      if ((await connections.list(user.id)).length > 0) return;
      const { itemId, accessToken } = await createTestItem(plaid);
      const institution = await readInstitution(plaid);
      await connections.add({
        ...institution,
        itemId,
        userId: user.id,
        institutionId: FIRST_PLATYPUS_BANK,
        accessToken,
      });
      await refreshAccounts({ itemId, accessToken, accounts: [] }, connections, plaid);
      await plaid.sandboxItemResetLogin({ access_token: accessToken });
    },
    close: async () => undefined,
  };
}

async function createTestItem(plaid: PlaidApi): Promise<{ itemId: string; accessToken: string }> {
  const created = await plaid.sandboxPublicTokenCreate({
    institution_id: FIRST_PLATYPUS_BANK,
    initial_products: [Products.Transactions],
  });
  const exchanged = await plaid.itemPublicTokenExchange({ public_token: created.data.public_token });
  return { itemId: exchanged.data.item_id, accessToken: exchanged.data.access_token };
}

async function readInstitution(
  plaid: PlaidApi,
): Promise<{ institutionName: string; institutionLogo: string | undefined }> {
  const { data } = await plaid.institutionsGetById({
    institution_id: FIRST_PLATYPUS_BANK,
    country_codes: [CountryCode.Us],
    options: { include_optional_metadata: true },
  });
  const { name, logo } = data.institution;
  return { institutionName: name, institutionLogo: logo ? `data:image/png;base64,${logo}` : undefined };
}
