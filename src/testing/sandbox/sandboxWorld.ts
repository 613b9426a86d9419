import type { HeronProfile } from './heronLink.js';
import type { ItemStore } from './itemStore.js';
import type { LinkCustomizations } from './linkCustomizations.js';
import type { LinkTokenStore } from './linkTokenStore.js';
import type { PendingOAuth } from './sandboxOAuth.js';
import type { SandboxItem } from './sandboxItem.js';
import type { TransferAuthorization } from './transferAuthorizations.js';
import type { UserStore } from './userStore.js';
import type { WebhookKeys } from './webhookKeys.js';

/** How Plaid behaves. All fields may be changed at run time. */
export interface PlaidProfile {
  /** Milliseconds between a successful visit to Link and the moment when its effect shows. @default 0 */
  healsAfter: number | 'never';
  /** What Link does with a visit whose purpose is repair, where the Item is healthy: sign in all the same, or exit with Plaid's error in either spelling. @default 'sign_in' */
  whenHealthy: 'sign_in' | 'ITEM_NO_ERROR' | 'item-no-error';
  /** Whether a finished visit gives the accounts new ids. @default false */
  changesAccountIds: boolean;
  /** Whether update mode gives a revoked permission back, or `/link/token/create` refuses the Item. @default 'update_mode' */
  afterPermissionRevoked: 'update_mode' | 'new_link';
  /** Whether this app is in the beta of Product Validations; outside of it the visit works, unvalidated. @default true */
  validatesProducts: boolean;
}

export const DEFAULT_PLAID_PROFILE: PlaidProfile = {
  healsAfter: 0,
  whenHealthy: 'sign_in',
  changesAccountIds: false,
  afterPermissionRevoked: 'update_mode',
  validatesProducts: true,
};

/** The one state that all routes of a sandbox share. */
export interface SandboxWorld {
  now(): number;
  items: ItemStore;
  users: UserStore;
  linkTokens: LinkTokenStore;
  /** By id. */
  oauthStates: Map<string, PendingOAuth>;
  authorizations: Map<string, TransferAuthorization>;
  /** Made by `/sandbox/public_token/create` or by Link. */
  publicTokens: Map<string, SandboxItem>;
  webhookKeys: WebhookKeys;
  plaid: PlaidProfile;
  heron: HeronProfile;
  /** Where left out, any that is not empty will do. */
  clientId: string | undefined;
  secret: string | undefined;
  heronApiKey: string | undefined;
  /** Where left out, any that Plaid would take. */
  redirectUris: readonly string[] | undefined;
  /** Where left out, any name will do. */
  linkCustomizations: LinkCustomizations | undefined;
  /** Where Plaid's webhooks go for Items that do not say. */
  webhook: string | null;
  /** Where a browser reaches the sandbox's pages. */
  publicUrl: string;
}
