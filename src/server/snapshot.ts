import type { PurposeKind } from '../protocol/purpose.js';
import type { BeforeVisit } from './itemFacts.js';
import type { Item, ItemWithFacts } from './itemsPort.js';
import type { PlaidClient } from './plaidClient.js';
import { readProducts, type PlaidItem } from './plaidItem.js';
import type { DefinedPurpose } from './purposeDefinition.js';
import { readAccounts } from './readAccounts.js';
import type { Services } from './services.js';
import { withinTimeLimit } from './timeLimit.js';
import { waitsForVisit, withLinkTokenAt } from './visitEnd.js';

/** Somebody waits for a link token meanwhile. */
const LONGEST_MS = 3000;

/** Where nobody saw a visit's end, the accounts tell of it: as they are right before it, and not when they were told last. */
const COMPARED_BY_ACCOUNTS: PurposeKind[] = ['select_accounts', 'verify_micro_deposits'];

/**
 * Remembers how an Item is before a visit, for what can only be told by comparing. Goes side by side with the
 * request for the link token, takes three seconds at most and never rejects: without it the visit's end is less sure, and
 * on a first visit no account that came or went is told of.
 */
export async function takeSnapshot<Caller>(
  services: Services<Caller>,
  caller: Caller,
  item: ItemWithFacts,
  purpose: DefinedPurpose,
): Promise<void> {
  try {
    await withinTimeLimit(LONGEST_MS, () => remember(services, caller, item, purpose));
  } catch {
    // Logged where it went wrong.
  }
}

async function remember<Caller>(
  { ports, plaid, clock }: Services<Caller>,
  caller: Caller,
  item: ItemWithFacts,
  purpose: DefinedPurpose,
): Promise<void> {
  const askedAt = new Date(clock()).toISOString();
  // Whether a login works again shows without a comparison.
  const needsItem = purpose.kind !== 'repair';
  const needsAccounts = item.facts.accounts === undefined || COMPARED_BY_ACCOUNTS.includes(purpose.kind);
  const [plaidItem, accounts] = await Promise.all([
    needsItem ? readItem(plaid, item) : null,
    needsAccounts ? readAccounts(plaid, item) : 'unknown',
  ]);
  const known = typeof accounts === 'string' ? undefined : accounts;
  if (!plaidItem && !known && !waitsForVisit(item.facts)) return;
  await ports.rememberFacts(caller, item.itemId, (facts) => ({
    ...withLinkTokenAt(facts, purpose.name, askedAt),
    before: plaidItem ? { ...toBefore(plaidItem, askedAt, purpose), accounts: known } : facts.before,
    accounts: facts.accounts ?? known,
  }));
}

async function readItem(plaid: PlaidClient, item: Item): Promise<PlaidItem | null> {
  try {
    const answer = await plaid.getItem(item);
    return answer.isRefused || answer.data.item_id !== item.itemId ? null : answer.data;
  } catch {
    return null;
  }
}

function toBefore(item: PlaidItem, askedAt: string, { name }: DefinedPurpose): BeforeVisit {
  return {
    asked_at: askedAt,
    purpose: name,
    consent_expiration_time: item.consent_expiration_time ?? undefined,
    consented_use_cases: item.consented_use_cases ?? undefined,
    consented_products: item.consented_products ?? undefined,
    products: readProducts(item),
  };
}
