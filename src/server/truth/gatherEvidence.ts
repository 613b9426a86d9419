import type { IntegrationLink } from '../../protocol/integrationLink.js';
import { hadLoginError } from '../hadLoginError.js';
import type { PlaidItem } from '../plaidItem.js';
import { readAccounts } from '../readAccounts.js';
import type { Services } from '../services.js';
import { findLink, type Visit } from '../visit.js';
import { readBefore, type Evidence } from './evidence.js';

/** What a visit to an Item without a login error is judged by, and Heron's link as it was before. */
export async function gatherEvidence<Caller>(
  services: Services<Caller>,
  visit: Visit<Caller>,
  plaidItem: PlaidItem | null,
): Promise<{ link: IntegrationLink; evidence: Evidence }> {
  const { plaid, clock, log } = services;
  const { item, purpose, startedAt, endedAt } = visit;
  const [link, accounts] = await Promise.all([findLink(services, visit), readAccounts(plaid, item)]);
  const evidence: Evidence = {
    item,
    before: readBefore(item.facts, purpose.name, endedAt),
    hadLoginError: hadLoginError(link, item, clock()),
    plaidItem,
    accounts,
    startedAt,
    plaid,
    log,
  };
  return { link, evidence };
}
