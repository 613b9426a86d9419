import { readErrorName } from './log.js';
import { ServerProblem } from './problemResponse.js';
import type { CollectDocumentsPurpose } from './purposeDefinition.js';
import type { PurposeContext } from './purposeFields.js';
import { refuseLinkToken } from './refuseLinkToken.js';

/**
 * The one account that documents are collected for: the app names it, and Plaid says that it is the Item's. An id can
 * have changed since the app stored it.
 */
export async function readDocumentAccount<Caller>(
  purpose: CollectDocumentsPurpose<Caller>,
  { services, caller, item }: PurposeContext<Caller>,
): Promise<string> {
  const { itemId } = item;
  const { plaid, log } = services;
  let accountId: string | null | undefined;
  try {
    accountId = await purpose.account(caller, item);
  } catch (error) {
    log({ code: 'internal', operation: 'purposes', itemId, errorName: readErrorName(error) });
    throw new ServerProblem('internal');
  }
  if (typeof accountId !== 'string') throw new ServerProblem('purpose_not_defined');
  const answer = await plaid.getAccounts(item);
  if (answer.isRefused) throw refuseLinkToken(services, 'plaid.accountsGet', itemId, answer.refusal);
  if (answer.data.some((account) => account.account_id === accountId)) return accountId;
  log({ code: 'purpose_not_defined', operation: 'purposes', itemId });
  throw new ServerProblem('purpose_not_defined');
}
