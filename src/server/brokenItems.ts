import { isLoginErrorCode } from '../protocol/loginErrors.js';
import type { ItemFacts } from './itemFacts.js';
import type { ItemWithFacts, PlaidUser } from './itemsPort.js';
import type { PlaidItem } from './plaidItem.js';
import type { Services } from './services.js';
import { withinTimeLimit } from './timeLimit.js';

/** Somebody waits for a link token meanwhile. */
const LONGEST_MS = 3000;

/**
 * The caller's own Items that need their user, before a visit for all of them: by Plaid's word, or, where it can't be
 * asked in time, as far as the app knows. What nobody knew to be broken is remembered, so that its repair will be told.
 */
export async function readBrokenItems<Caller>(
  services: Services<Caller>,
  caller: Caller,
  user: PlaidUser,
): Promise<string[]> {
  const [items, plaidItems] = await Promise.all([services.ports.listItems(caller), askPlaid(services, user)]);
  const own = items.filter(({ owner }) => owner !== 'other');
  if (plaidItems === null) return own.filter(({ facts }) => isBroken(facts)).map(({ itemId }) => itemId);
  const broken = own.filter(({ itemId }) => plaidItems.some((item) => item.item_id === itemId && isBroken(item)));
  await Promise.all(broken.map((item) => remember(services, caller, item, plaidItems)));
  return broken.map(({ itemId }) => itemId);
}

async function askPlaid<Caller>({ plaid }: Services<Caller>, user: PlaidUser): Promise<PlaidItem[] | null> {
  try {
    const answer = await withinTimeLimit(LONGEST_MS, () => plaid.getUserItems(user));
    return answer.isRefused ? null : answer.data;
  } catch {
    // Logged where it went wrong.
    return null;
  }
}

async function remember<Caller>(
  { ports }: Services<Caller>,
  caller: Caller,
  { itemId, facts: { error: known } }: ItemWithFacts,
  plaidItems: readonly PlaidItem[],
): Promise<void> {
  const error = plaidItems.find(({ item_id }) => item_id === itemId)?.error;
  if (!error || known?.error_code === error.error_code) return;
  const { error_type, error_code, error_code_reason } = error;
  await ports.rememberFacts(caller, itemId, (facts) => ({
    ...facts,
    error: { error_type, error_code, error_code_reason },
  }));
}

function isBroken({ error }: Pick<ItemFacts, 'error'> | Pick<PlaidItem, 'error'>): boolean {
  return isLoginErrorCode(error?.error_code);
}
