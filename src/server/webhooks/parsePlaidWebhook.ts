import * as v from 'valibot';
import { itemErrorSchema } from '../../protocol/integrationLink.js';
import { itemIdSchema } from '../../protocol/requestSchemas.js';
import { timeSchema } from '../../protocol/time.js';
import type { PlaidItemEvent, PlaidItemEventDetails } from './plaidItemEvent.js';

/**
 * - `item_event`: one of those that say how an Item is.
 * - `acknowledgement`: Plaid's word that it sends webhooks here from now on.
 * - `other`: any other webhook of Plaid's, about an Item or not.
 * - `unreadable`: not what Plaid documents.
 */
export type PlaidWebhook = { environment: string | null; itemId: string | null } & (
  | { kind: 'item_event'; event: PlaidItemEvent }
  | { kind: 'acknowledgement' | 'other' | 'unreadable' }
);

const envelopeSchema = v.object({
  webhook_type: v.string(),
  webhook_code: v.string(),
  item_id: v.nullish(itemIdSchema),
  environment: v.nullish(v.string()),
});

const errorSchema = v.object({ error: v.nullish(itemErrorSchema) });
const expirationSchema = v.object({ consent_expiration_time: timeSchema });
const disconnectSchema = v.object({ reason: v.string(), disconnect_time: timeSchema });
const accountSchema = v.object({ account_id: v.string() });

export function parsePlaidWebhook(body: unknown, sentAt: number): PlaidWebhook {
  const envelope = v.safeParse(envelopeSchema, body);
  if (!envelope.success) return { kind: 'unreadable', environment: null, itemId: null };
  const { webhook_type, webhook_code, item_id: itemId = null, environment = null } = envelope.output;
  const about = { environment, itemId };
  const name = `${webhook_type} ${webhook_code}`;
  if (name === 'ITEM WEBHOOK_UPDATE_ACKNOWLEDGED') return { kind: 'acknowledgement', ...about };
  const details = readDetails(name, body);
  if (details === 'other') return { kind: details, ...about };
  // Without its environment nobody could tell that it is about the app's own Item.
  if (details === 'unreadable' || itemId === null || environment === null) return { kind: 'unreadable', ...about };
  return { kind: 'item_event', event: { ...details, itemId, sentAt: new Date(sentAt).toISOString() }, ...about };
}

function readDetails(name: string, body: unknown): PlaidItemEventDetails | 'other' | 'unreadable' {
  switch (name) {
    case 'ITEM ERROR':
      return read(errorSchema, body, ({ error }) => ({ code: 'ERROR', error: error ?? null }));
    case 'ITEM PENDING_EXPIRATION':
      return read(expirationSchema, body, ({ consent_expiration_time }) => ({
        code: 'PENDING_EXPIRATION',
        consentExpirationTime: consent_expiration_time,
      }));
    case 'ITEM PENDING_DISCONNECT':
      return read(disconnectSchema, body, ({ reason, disconnect_time }) => ({
        code: 'PENDING_DISCONNECT',
        reason,
        disconnectTime: disconnect_time,
      }));
    case 'ITEM LOGIN_REPAIRED':
      return { code: 'LOGIN_REPAIRED' };
    case 'ITEM NEW_ACCOUNTS_AVAILABLE':
      return { code: 'NEW_ACCOUNTS_AVAILABLE' };
    case 'ITEM USER_PERMISSION_REVOKED':
      return read(errorSchema, body, ({ error }) => ({ code: 'USER_PERMISSION_REVOKED', error: error ?? null }));
    case 'ITEM USER_ACCOUNT_REVOKED':
      return read(accountSchema, body, ({ account_id }) => ({ code: 'USER_ACCOUNT_REVOKED', accountId: account_id }));
    case 'AUTH PRODUCT_PERMISSIONS_REQUIRED':
      return { code: 'PRODUCT_PERMISSIONS_REQUIRED', product: 'auth' };
    case 'IDENTITY PRODUCT_PERMISSIONS_REQUIRED':
      return { code: 'PRODUCT_PERMISSIONS_REQUIRED', product: 'identity' };
    default:
      return 'other';
  }
}

function read<Schema extends v.GenericSchema>(
  schema: Schema,
  body: unknown,
  name: (fields: v.InferOutput<Schema>) => PlaidItemEventDetails,
): PlaidItemEventDetails | 'unreadable' {
  const parsed = v.safeParse(schema, body);
  return parsed.success ? name(parsed.output) : 'unreadable';
}
