import type { LinkChoices } from '../linkBackend.js';
import { createPlaidId, createUuid } from '../randomId.js';
import { isDepository } from './accounts.js';
import { healItem, renewConsent } from './itemTrouble.js';
import type { LinkPlan } from './linkPlan.js';
import type { LinkTokenRequest } from './linkTokenRequest.js';
import type { SandboxItem } from './sandboxItem.js';

/** What a finished visit does to the Item: what its link token was for, and no more. */
export function finishVisit(
  item: SandboxItem,
  { plan, request, choices }: { plan: LinkPlan; request: LinkTokenRequest; choices: LinkChoices },
  now: number,
): void {
  healItem(item, now);
  if (plan.renewsConsent) renewConsent(item, now);
  if (plan.choices.length > 0) shareAccounts(item, plan, choices.accounts);
  if (plan.validates.includes('auth')) ensureDepository(item);
  grantPermissions(item, plan, choices.withhold ?? []);

  const added = plan.steps.includes('upload') || plan.validates.length > 0 ? [] : (request.products ?? []);
  item.products = unite(
    item.products,
    added.filter((product) => product !== 'auth' && product !== 'identity'),
  );
  if (item.consentedProducts !== null) {
    item.consentedProducts = unite(item.consentedProducts, [
      ...added,
      ...(request.additional_consented_products ?? []),
    ]);
  }
  item.consentedUseCases = unite(item.consentedUseCases, plan.addsUseCases);

  if (plan.steps.includes('code')) verifyAccounts(item);
  const uploadFor = request.identity?.is_document_upload === true ? request.identity.account_ids?.[0] : undefined;
  if (uploadFor !== undefined) {
    item.documents.push({ accountId: uploadFor, documentId: createUuid(), uploadedAt: now });
  }
}

/** Accounts that were picked and never confirmed cost an Item its Assets: https://plaid.com/docs/link/update-mode/ (20 November 2026). */
export function abandonVisit(item: SandboxItem, plan: LinkPlan, choices: LinkChoices): void {
  const picked = (choices.accounts ?? []).filter((id) => plan.choices.some((choice) => choice.id === id));
  if (picked.every((id) => item.sharedAccountIds.has(id))) return;
  item.products = item.products.filter((product) => product !== 'assets');
}

/** The accounts get new ids, as where Plaid can't recognise them. What is shared stays shared. */
export function changeAccountIds(item: SandboxItem): void {
  const shared = item.sharedAccountIds;
  item.sharedAccountIds = new Set();
  item.accounts = item.accounts.map((account) => {
    const changed = { ...account, account_id: createPlaidId() };
    if (shared.has(account.account_id)) item.sharedAccountIds.add(changed.account_id);
    return changed;
  });
}

function shareAccounts(item: SandboxItem, plan: LinkPlan, chosen: readonly string[] | undefined): void {
  if (chosen === undefined) return;
  for (const choice of plan.choices) {
    if (chosen.includes(choice.id)) item.sharedAccountIds.add(choice.id);
    else if (!choice.isFixed) item.sharedAccountIds.delete(choice.id);
  }
}

/** Link does not let a user finish who shares none. */
function ensureDepository(item: SandboxItem): void {
  const depository = item.accounts.filter(isDepository);
  if (depository.some((account) => item.sharedAccountIds.has(account.account_id))) return;
  for (const account of depository.slice(0, 1)) item.sharedAccountIds.add(account.account_id);
}

/** The bank's page asks for all permissions again. What is validated can't be withheld. */
function grantPermissions(item: SandboxItem, plan: LinkPlan, withheld: readonly string[]): void {
  item.withheldProducts = new Set(withheld.filter((product) => !plan.validates.includes(product)));
}

function verifyAccounts(item: SandboxItem): void {
  item.accounts = item.accounts.map((account) =>
    account.verification_status === 'pending_manual_verification'
      ? { ...account, verification_status: 'manually_verified' }
      : account,
  );
}

function unite(list: readonly string[], more: readonly string[]): string[] {
  return Array.from(new Set([...list, ...more]));
}
