import { CountryCode } from 'plaid';
import {
  createHeronProxyHandler,
  createHeronWebhookHandler,
  createPlaidWebhookHandler,
  createUpdateModeHandler,
  type Item,
  type LinkTokenOptions,
  type Log,
} from 'react-plaid-update-mode/server';
import type { Bank } from './bank.js';
import { createHouseNews } from './houseNews.js';
import { createItems } from './items.js';
import type { LiveUpdates } from './liveUpdates.js';
import { createPurposes } from './purposes.js';
import type { User } from './sessions.js';
import type { Stores } from './stores.js';
import { createWebhooksTaken } from './webhooksTaken.js';
import type { Database } from './database.js';

type Route = (request: Request) => Promise<Response>;

export interface UpdateModeRoutes {
  /** For `/api/update-mode/*`. */
  updateMode: Route;
  /** For `/api/heron/*`. */
  heronProxy: Route;
  /** For `/webhooks/plaid`. */
  plaidWebhook: Route;
  /** For `/webhooks/heron`; null where no secret is agreed with Heron. */
  heronWebhook: Route | null;
}

export interface UpdateModeRoutesOptions {
  bank: Bank;
  stores: Stores;
  database: Database;
  liveUpdates: LiveUpdates;
  log: Log;
}

/** The library's server entry on this app's sessions and database: all that an app has to write. */
export function createUpdateModeRoutes({
  bank,
  stores,
  database,
  liveUpdates,
  log,
}: UpdateModeRoutesOptions): UpdateModeRoutes {
  const { plaid, heron } = bank;
  const items = createItems(stores);
  const news = createHouseNews(stores, liveUpdates);
  const options = {
    plaid,
    heron,
    authenticate: (request: Request) => stores.sessions.find(request),
    endUserId: (user: User) => user.householdId,
    items,
    purposes: createPurposes(stores.accounts),
    onRepaired: news.repaired,
    onAccountsChanged: news.accountsChanged,
    onAuthorizationReady: news.authorizationReady,
    log,
  };
  const webhooks = {
    plaid,
    heron,
    items,
    onItemEvent: news.itemEvent,
    dedupe: createWebhooksTaken(database),
    log,
  };
  return {
    updateMode: createUpdateModeHandler({
      ...options,
      basePath: '/api/update-mode',
      linkToken: (_user, item) => createLinkTokenOptions(bank, item),
    }),
    heronProxy: createHeronProxyHandler({ ...options, basePath: '/api/heron' }),
    plaidWebhook: createPlaidWebhookHandler({
      ...webhooks,
      environment: 'sandbox',
      forwardTo: bank.forwardWebhooksTo,
    }),
    heronWebhook:
      bank.heronWebhookSecret === undefined
        ? null
        : createHeronWebhookHandler({ ...webhooks, secret: bank.heronWebhookSecret }),
  };
}

const COUNTRIES: Record<string, CountryCode> = { US: CountryCode.Us, GB: CountryCode.Gb };

function createLinkTokenOptions({ redirectUri, hostedLinkReturnUrl }: Bank, item: Item | null): LinkTokenOptions {
  return {
    client_name: 'Harbour',
    language: 'en',
    country_codes: [COUNTRIES[item?.countryCode ?? ''] ?? CountryCode.Us],
    redirect_uri: redirectUri,
    hosted_link: hostedLinkReturnUrl === undefined ? undefined : { completion_redirect_uri: hostedLinkReturnUrl },
  };
}
