import type { PlaidApi } from 'plaid';
import type { Sandbox } from 'react-plaid-update-mode/testing';
import type { Connections } from './connections.js';
import type { User } from './sessions.js';

/** The two services behind the connections: Plaid and Heron, or what stands in for them. */
export interface Bank {
  plaid: PlaidApi;
  heron: { apiKey: string; baseUrl?: string | undefined };
  /** Gives a user the connections that the demo begins with. */
  seed(user: User, connections: Connections): Promise<void>;
  /** Where Plaid and Heron are the sandbox of this package. */
  builtIn?: BuiltIn | undefined;
  close(): Promise<void>;
}

export interface BuiltIn {
  sandbox: Sandbox;
  /** The keys that the sandbox takes, made up at each start. */
  keys: { plaidSecret: string; heronApiKey: string };
}
