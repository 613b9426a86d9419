import { randomInt } from 'node:crypto';
import type { ItemWebhookCode, Sandbox, WebhookDetails } from 'react-plaid-update-mode/testing';
import type { BankEvent } from '../api.js';
import type { Bank } from './bank.js';
import type { Connection } from './connections.js';
import type { Stores } from './stores.js';

interface Scene {
  bank: Bank;
  sandbox: Sandbox;
  stores: Stores;
  connection: Connection;
}

/** Answers how Harbour has answered the webhook, where one was sent and awaited. */
type Play = (scene: Scene) => Promise<Response | null>;

/** What each event of the panel does to the world. Where there is a webhook for it, Harbour hears of it by that alone. */
const PLAYS: Record<BankEvent, Play> = {
  // Plaid sends its webhook in its own time.
  reset_login: quietly(({ bank, connection }) =>
    bank.plaid.sandboxItemResetLogin({ access_token: connection.accessToken }),
  ),
  broken_silently: quietly(({ sandbox, connection }) => sandbox.breakItem(connection.itemId)),
  login_repaired: fire('LOGIN_REPAIRED'),
  healed_silently: quietly(({ sandbox, connection }) => sandbox.healItem(connection.itemId)),
  item_locked: fail('ITEM_LOCKED'),
  password_reset: fail('PASSWORD_RESET_REQUIRED'),
  oauth_invalid_token: fail('ITEM_LOGIN_REQUIRED', 'OAUTH_INVALID_TOKEN'),
  oauth_consent_expired: fail('ITEM_LOGIN_REQUIRED', 'OAUTH_CONSENT_EXPIRED'),
  oauth_user_revoked: fail('ITEM_LOGIN_REQUIRED', 'OAUTH_USER_REVOKED'),
  pending_disconnect_migration: fire('PENDING_DISCONNECT', { reason: 'INSTITUTION_MIGRATION' }),
  pending_disconnect_token: fire('PENDING_DISCONNECT', { reason: 'INSTITUTION_TOKEN_EXPIRATION' }),
  pending_expiration: fire('PENDING_EXPIRATION'),
  new_accounts_available: fire('NEW_ACCOUNTS_AVAILABLE'),
  user_account_revoked: fire('USER_ACCOUNT_REVOKED'),
  user_permission_revoked: fire('USER_PERMISSION_REVOKED'),
  auth_permissions_required: fire('PRODUCT_PERMISSIONS_REQUIRED', { product: 'auth' }),
  identity_permissions_required: fire('PRODUCT_PERMISSIONS_REQUIRED', { product: 'identity' }),
  test_deposit_sent: quietly(sendTestDeposit),
  transfer_needs_user: quietly(holdTransfer),
  heron_erroring: ({ sandbox, connection }) => sandbox.fireHeronWebhook(connection.itemId),
  outage: fail('INSTITUTION_DOWN'),
  outage_over: quietly(({ sandbox, connection: { itemId } }) => {
    // The sandbox mends only what its user could: the one trouble takes the other's place first.
    sandbox.breakItem(itemId);
    sandbox.healItem(itemId);
    sandbox.setHeronStatus(itemId, 'active');
  }),
  item_removed: quietly(({ sandbox, connection }) => sandbox.removeItem(connection.itemId)),
};

/** Of these no webhook tells, and nobody else would: whoever plays them shows them at once. */
const UNTOLD: readonly BankEvent[] = ['test_deposit_sent', 'transfer_needs_user', 'outage_over', 'item_removed'];

export interface PlayedEvent {
  webhookStatus: number | null;
  isUntold: boolean;
}

export async function playBankEvent(event: BankEvent, scene: Scene): Promise<PlayedEvent> {
  const answer = await PLAYS[event](scene);
  return { webhookStatus: answer?.status ?? null, isUntold: UNTOLD.includes(event) };
}

/** No webhook is sent, or none is awaited. */
function quietly(play: (scene: Scene) => unknown): Play {
  return async (scene) => {
    await play(scene);
    return null;
  };
}

function fire(code: ItemWebhookCode, details?: WebhookDetails): Play {
  return ({ sandbox, connection }) => sandbox.fireWebhook(connection.itemId, code, details);
}

function fail(error: string, errorReason?: string): Play {
  return fire('ERROR', { error, errorReason });
}

function sendTestDeposit({ sandbox, connection: { itemId } }: Scene): void {
  const opened = sandbox.readAccounts(itemId).find(({ type }) => type === 'depository');
  if (!opened) return;
  const { isShared: _, ...likeness } = opened;
  const account = {
    ...likeness,
    account_id: `deposit-${randomInt(1e9)}`,
    name: 'Joint Checking',
    mask: String(randomInt(1_000, 9_999)),
    verification_status: 'pending_manual_verification',
  };
  const shared = sandbox.readAccounts(itemId).filter(({ isShared }) => isShared);
  sandbox.openAccount(itemId, account);
  sandbox.shareAccounts(
    itemId,
    [...shared, account].map(({ account_id }) => account_id),
  );
}

async function holdTransfer({ sandbox, stores, connection: { itemId, userId } }: Scene): Promise<void> {
  const { authorizationId } = sandbox.createTransferAuthorization(itemId);
  await stores.transfers.add(userId, { authorizationId, itemId, amount: 250, currency: 'USD' });
}
