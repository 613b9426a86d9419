import { parseEncryptionKey } from './tokenCipher.js';

export interface PlaidCredentials {
  clientId: string;
  secret: string;
  heronApiKey: string;
  /** Where Plaid and Heron reach this machine: a tunnel. Without it no webhook arrives. */
  publicUrl?: string | undefined;
  /** What Heron signs its webhooks with. */
  heronWebhookSecret?: string | undefined;
  /** Heron's address for Plaid's webhooks. */
  heronWebhookUrl?: string | undefined;
  /** As it is allowed in Plaid's dashboard. */
  redirectUri?: string | undefined;
}

export interface Configuration {
  port: number;
  /** PostgreSQL instead of the embedded database. */
  databaseUrl: string | undefined;
  /** Missing only where nothing outlives the process. */
  encryptionKey: Buffer | undefined;
  /** Plaid's Sandbox and Heron; without them the demo brings its own. */
  credentials: PlaidCredentials | undefined;
}

/** A sentence for the person who starts the demo. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}

const DEFAULT_PORT = 5175;

export function readConfiguration(environment: NodeJS.ProcessEnv): Configuration {
  refuseProduction(environment);
  const credentials = readCredentials(environment);
  const databaseUrl = environment.DATABASE_URL || undefined;
  const encryptionKey = readEncryptionKey(environment.DEMO_ENCRYPTION_KEY);
  if (!encryptionKey && (databaseUrl || credentials)) {
    throw new ConfigurationError(
      'The access tokens outlive this process, so the key that they are encrypted with has to as well: ' +
        'set DEMO_ENCRYPTION_KEY to 32 bytes in base64, for example the output of `openssl rand -base64 32`.',
    );
  }
  return { port: readPort(environment.PORT), databaseUrl, encryptionKey, credentials };
}

function refuseProduction({ PLAID_ENV, PLAID_BASE_PATH }: NodeJS.ProcessEnv): void {
  if (PLAID_ENV && PLAID_ENV !== 'sandbox') {
    throw new ConfigurationError(
      `PLAID_ENV is "${PLAID_ENV}". This demo breaks connections on purpose and talks to Plaid's Sandbox alone: set it to "sandbox", or leave it out.`,
    );
  }
  if (PLAID_BASE_PATH && PLAID_BASE_PATH !== 'https://sandbox.plaid.com') {
    throw new ConfigurationError(
      "PLAID_BASE_PATH names another place than Plaid's Sandbox. This demo breaks connections on purpose and talks to https://sandbox.plaid.com alone: leave it out.",
    );
  }
}

function readCredentials(environment: NodeJS.ProcessEnv): PlaidCredentials | undefined {
  const { PLAID_CLIENT_ID: clientId, PLAID_SECRET: secret, HERON_API_KEY: heronApiKey } = environment;
  if (!clientId && !secret && !heronApiKey) return undefined;
  if (!clientId || !secret || !heronApiKey) {
    throw new ConfigurationError(
      'PLAID_CLIENT_ID, PLAID_SECRET and HERON_API_KEY belong together: set all three to use Plaid’s Sandbox and Heron, or none to use the built-in sandbox.',
    );
  }
  return {
    clientId,
    secret,
    heronApiKey,
    publicUrl: readUrl('PUBLIC_URL', environment)?.replace(/\/$/, ''),
    heronWebhookSecret: environment.HERON_WEBHOOK_SECRET || undefined,
    heronWebhookUrl: readUrl('HERON_WEBHOOK_URL', environment),
    redirectUri: readUrl('PLAID_REDIRECT_URI', environment),
  };
}

function readUrl(name: string, environment: NodeJS.ProcessEnv): string | undefined {
  const text = environment[name];
  if (!text) return undefined;
  if (!/^https?:$/.test(URL.canParse(text) ? new URL(text).protocol : '')) {
    throw new ConfigurationError(
      `${name} is "${text}", which is no address. Give the whole of it, with https:// in front.`,
    );
  }
  return text;
}

function readEncryptionKey(text: string | undefined): Buffer | undefined {
  if (!text) return undefined;
  const key = parseEncryptionKey(text);
  if (!key) throw new ConfigurationError('DEMO_ENCRYPTION_KEY is not 32 bytes in base64.');
  return key;
}

function readPort(text: string | undefined): number {
  if (!text) return DEFAULT_PORT;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new ConfigurationError(`PORT is "${text}", which is no port number.`);
  return port;
}
