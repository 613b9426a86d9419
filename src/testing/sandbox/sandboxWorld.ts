import type { HeronProfile } from './heronLink.js';
import type { ItemStore } from './itemStore.js';
import type { LinkTokenStore } from './linkTokenStore.js';
import type { SandboxItem } from './sandboxItem.js';

/** How Plaid behaves. All fields may be changed at run time. */
export interface PlaidProfile {
  /** Milliseconds between a successful visit to Link and the end of the Item's error. */
  healsAfter: number | 'never';
}

/** The one state that all routes of a sandbox share. */
export interface SandboxWorld {
  now(): number;
  items: ItemStore;
  linkTokens: LinkTokenStore;
  /** Made by `/sandbox/public_token/create` or by Link. */
  publicTokens: Map<string, SandboxItem>;
  plaid: PlaidProfile;
  heron: HeronProfile;
  /** Where left out, any that is not empty will do. */
  clientId: string | undefined;
  secret: string | undefined;
  heronApiKey: string | undefined;
  /** Where left out, any that Plaid would take. */
  redirectUris: readonly string[] | undefined;
}
