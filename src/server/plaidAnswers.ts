import * as v from 'valibot';
import { createParser } from '../protocol/parsed.js';
import type { KnownAccount } from './itemFacts.js';
import { plaidItemSchema, type PlaidItem } from './plaidItem.js';

export const parseItem = createParser<PlaidItem>(
  v.pipe(
    v.object({ item: plaidItemSchema }),
    v.transform(({ item }) => item),
  ),
);

export const parseUserItems = createParser<PlaidItem[]>(
  v.pipe(
    v.object({ items: v.array(plaidItemSchema) }),
    v.transform(({ items }) => items),
  ),
);

const optionalText = v.pipe(
  v.fallback(v.nullish(v.string()), undefined),
  v.transform((text) => text || undefined),
);

const accountSchema = v.object({
  account_id: v.string(),
  persistent_account_id: optionalText,
  mask: optionalText,
  name: optionalText,
  type: optionalText,
  subtype: optionalText,
  verification_status: optionalText,
});

/** Without balances: nothing that a visit could be compared by. */
export const parseAccounts = createParser<KnownAccount[]>(
  v.pipe(
    v.object({ accounts: v.array(accountSchema) }),
    v.transform(({ accounts }) => accounts),
  ),
);

const documentSchema = v.object({ metadata: v.nullish(v.object({ uploaded_at: optionalText })) });

/** When each document was uploaded; null for one whose time Plaid does not say. */
export const parseUploadTimes = createParser<(string | null)[]>(
  v.pipe(
    v.object({ accounts: v.array(v.object({ documents: v.nullish(v.array(documentSchema)) })) }),
    v.transform(({ accounts }) =>
      accounts.flatMap(({ documents }) => (documents ?? []).map(({ metadata }) => metadata?.uploaded_at ?? null)),
    ),
  ),
);

/** What a product's own call holds is none of our business: that it answers is all. */
export const parseAnything = createParser<null>(
  v.pipe(
    v.unknown(),
    v.transform(() => null),
  ),
);
