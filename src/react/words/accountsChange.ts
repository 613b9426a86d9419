import type { PluralMessageKey } from '../../core/messages.js';
import type { AccountsChange } from '../../protocol/repair.js';

/** What a visit has changed, in what there is to count: the loss first. */
export function listAccountsChanges(change: AccountsChange | null | undefined): [PluralMessageKey, number][] {
  const all: [PluralMessageKey, number][] = [
    ['accountsRemoved', change?.removed ?? 0],
    ['accountsAdded', change?.added ?? 0],
  ];
  return all.filter(([, count]) => count > 0);
}
