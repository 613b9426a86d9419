import type { PlaidApi } from 'plaid';
import type { Sandbox } from 'react-plaid-update-mode/testing';
import type { Connection } from './connections.js';
import type { User } from './sessions.js';
import type { Stores } from './stores.js';

/** The two services behind the connections: Plaid and Heron, or what stands in for them. */
export interface Bank {
  plaid: PlaidApi;
  heron: { apiKey: string; baseUrl?: string | undefined };
  /** Heron's address for Plaid's webhooks. */
  forwardWebhooksTo?: string | undefined;
  /** What Heron signs its webhooks with; without it there is no route for them. */
  heronWebhookSecret?: string | undefined;
  /** For banks with OAuth that are left and come back to by redirect. */
  redirectUri?: string | undefined;
  /** Where Plaid brings back who was on its Hosted Link; without it nobody is sent there. */
  hostedLinkReturnUrl?: string | undefined;
  /** Gives a household the connections that the demo begins with. */
  seed(household: Household, stores: Stores): Promise<void>;
  /** Makes a new connection to the bank of an old one. */
  connectAnew(connection: Connection, stores: Stores): Promise<void>;
  /** Where Plaid and Heron are the sandbox of this package. */
  builtIn?: BuiltIn | undefined;
  close(): Promise<void>;
}

/** Two people who see each other's connections. */
export interface Household {
  /** Who looks at the demo. */
  user: User;
  other: User;
}

export interface BuiltIn {
  sandbox: Sandbox;
  /** The keys that the sandbox takes, made up at each start. */
  keys: { plaidSecret: string; heronApiKey: string; heronWebhookSecret: string };
}
