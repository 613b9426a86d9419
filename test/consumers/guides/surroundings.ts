// What an app has already, and the guides take for granted.
import type * as Library from 'react-plaid-update-mode';
import type * as Server from 'react-plaid-update-mode/server';
import type { ComponentProps, ReactNode } from 'react';
import type { PlaidApi } from 'plaid';
import type { Sandbox } from 'react-plaid-update-mode/testing';

export interface User {
  id: string;
}

export interface Payee extends User {
  /** Which account of an Item they are paid at. */
  payoutAccounts: Record<string, string>;
}

export interface WebContext {
  req: { raw: Request; url: string };
  body(text: null, status: number): Response;
  redirect(path: string): Response;
}

/** Hono's, or one like it. */
export declare const app: Record<
  'all' | 'get' | 'post',
  (path: string, answer: (context: WebContext) => Response | Promise<Response>) => void
> & { on(methods: string[], paths: string[], answer: (context: WebContext) => Response | Promise<Response>): void };
export declare const serve: (options: { fetch: (request: Request) => Promise<Response>; port: number }) => void;

export declare const db: {
  query(
    text: string,
    values: unknown[],
  ): Promise<{ rowCount: number; rows: [{ count: number }, ...{ count: number }[]] }>;
  items: {
    ofUser(id: string): Promise<Server.Item[]>;
    ofUserById(id: string, itemId: string): Promise<Server.Item | null>;
    updateFacts(itemId: string, facts: Server.ItemFacts): Promise<void>;
  };
};
export declare const findUserBySession: (cookie: string | null) => Promise<User | null>;
export declare const addReport: (job: object, afterSeconds: number) => Promise<void>;
export declare const findUser: (id: string) => Promise<User | null>;

export interface Session {
  id: string;
  userId: string;
}
export declare const readSession: (request: Request) => Promise<Session | null>;
export declare const findSession: (id: string) => Promise<Session | null>;
export declare const endSession: (id: string) => Promise<void>;
export declare const signOut: () => Promise<void>;

export declare const handler: (request: Request) => Promise<Response>;
export declare const options: Server.UpdateModeHandlerOptions<Payee>;
export declare const common: Server.UpdateModeHandlerOptions<User>;
export declare const shared: Server.PlaidWebhookHandlerOptions;
export declare const plaid: PlaidApi;
export declare const apiKey: string;
export declare const items: Server.WebhookItems;
export declare const dedupe: Server.Dedupe;
export declare const log: Server.Log;
export declare const news: { tell(userId: string, itemId: string): void };
export declare const webhooks: (request: Request) => Promise<Response>;
export declare const sandbox: Sandbox;
export declare const server: { failNext(method: string, path: string, status: number): void };

export declare const api: {
  connections(options: { signal: AbortSignal }): Promise<Library.IntegrationLink[]>;
  linkToken(request: Library.LinkTokenRequest, options: { signal: AbortSignal }): Promise<Library.LinkTokenAnswer>;
  report(
    report: Library.RepairReport,
    options: { signal: AbortSignal; idempotencyKey: string },
  ): Promise<Library.RepairAnswer>;
};
export declare const socket: { on(event: string, listener: (itemId: string) => void): () => void };

export declare const user: User;
export declare const id: string;
export declare const itemId: string;
export declare const shown: string;
export declare const nonce: string;
export declare const isOpen: boolean;
export declare const link: Library.IntegrationLink;
export declare const plaidError: Library.ItemError;
export declare const own: Record<string, Partial<Library.Messages>>;
export declare const retryLater: () => null;
export declare const continueTransfer: () => void;
export declare const refetchBalances: () => void;
/** What a guide leaves out of the provider. */
export declare const rest: Omit<Library.UpdateModeProviderProps, 'endpoint' | 'messages' | 'locale' | 'nonce'> & {
  endpoint: string;
};

export declare const Dialog: (props: { open: boolean; children: ReactNode }) => ReactNode;
export declare const Card: (props: ComponentProps<'div'>) => ReactNode;
export declare const CardTitle: (props: ComponentProps<'div'>) => ReactNode;
export declare const CardDescription: (props: ComponentProps<'p'>) => ReactNode;
export declare const Button: (props: ComponentProps<'button'>) => ReactNode;
export declare const buttonVariants: () => string;
