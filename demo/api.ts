/** The JSON between the demo's page and its server, besides the library's own routes. */

export interface BankAccount {
  id: string;
  name: string;
  mask: string | null;
  kind: 'cash' | 'savings' | 'credit' | 'other';
  /** What the user owns there; owed money is negative. */
  balance: number;
  /** ISO 4217. */
  currency: string;
}

export interface BankConnection {
  itemId: string;
  institutionName: string;
  institutionLogo: string | null;
  accounts: BankAccount[];
}

/** `GET /api/overview`. */
export interface Overview {
  user: { id: string; name: string };
  connections: BankConnection[];
}

/** `GET /demo/state`. */
export interface DemoState {
  /** `built_in`: Plaid and Heron are the sandbox of this package; `plaid`: Plaid's Sandbox and Heron themselves. */
  bank: 'built_in' | 'plaid';
  latency: number;
  isHeronDown: boolean;
  isPlaidDown: boolean;
}

/** `POST /demo/settings`: what is given changes. */
export type DemoSettings = Partial<Pick<DemoState, 'latency' | 'isHeronDown' | 'isPlaidDown'>>;

/** `GET /demo/wire`, newest first: one request between browser, server, Plaid and Heron. */
export interface WireEntry {
  id: number;
  /** ISO 8601. */
  at: string;
  from: 'browser' | 'server';
  to: 'harbour' | 'plaid' | 'heron' | 'link';
  method: string;
  path: string;
  status: number;
}
