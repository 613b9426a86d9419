import type { LinkAccountChoice, LinkStep } from '../linkBackend.js';
import { isDepository, toLinkAccount, type SandboxAccount } from './accounts.js';
import { isInEurope } from './institutions.js';
import { listUseCases, type LinkCustomizations } from './linkCustomizations.js';
import type { LinkTokenRequest } from './linkTokenRequest.js';
import { isValidation } from './linkTokenRules.js';
import type { SandboxItem } from './sandboxItem.js';
import type { PlaidProfile } from './sandboxWorld.js';

/** What a visit with this link token means for this Item. */
export interface LinkPlan {
  steps: LinkStep[];
  choices: LinkAccountChoice[];
  asks: string[];
  renewsConsent: boolean;
  /** What the user has to share and to permit before Link lets them finish. */
  validates: string[];
  addsUseCases: string[];
  /** Nothing is asked for that a healthy Item could give. */
  isRepairOnly: boolean;
}

const SIX_MONTHS = 183 * 24 * 60 * 60 * 1000;

/** By itself Plaid asks for the consent again when it ends within six months: https://plaid.com/docs/link/update-mode/ (20 November 2026). */
function findRenewal(item: SandboxItem, request: LinkTokenRequest, now: number): boolean {
  if (item.consentExpiresAt === null) return false;
  return request.update?.reauthorization_enabled ?? item.consentExpiresAt - now < SIX_MONTHS;
}

function isOffered({ type, subtype }: SandboxAccount, filters: LinkTokenRequest['account_filters']): boolean {
  if (filters == null) return true;
  const subtypes = Object.entries(filters).find(([name]) => name === type)?.[1]?.account_subtypes;
  return subtypes !== undefined && (subtypes.includes('all') || subtypes.includes(subtype));
}

function listChoices(item: SandboxItem, filters: LinkTokenRequest['account_filters']): LinkAccountChoice[] {
  return item.accounts
    .filter((account) => isOffered(account, filters))
    .map((account) => {
      const isShared = item.sharedAccountIds.has(account.account_id);
      return { ...toLinkAccount(account), isShared, isFixed: isShared && item.keepsAccounts };
    });
}

const describe = (name: string): string => name.replaceAll('_', ' ');

export function planVisit(
  item: SandboxItem,
  request: LinkTokenRequest,
  world: { plaid: PlaidProfile; linkCustomizations: LinkCustomizations | undefined; now(): number },
): LinkPlan {
  const now = world.now();
  const isUpload = request.identity?.is_document_upload === true;
  const validates = isValidation(request) && world.plaid.validatesProducts ? [...(request.products ?? [])] : [];
  const adds = isValidation(request) || isUpload ? [] : (request.products ?? []);
  const consents = request.additional_consented_products ?? [];
  const useCases = listUseCases(world.linkCustomizations, request.link_customization_name);
  const addsUseCases = item.consentedProducts === null ? [] : useCases;
  const renewsConsent = findRenewal(item, request, now);
  const selects = request.update?.account_selection_enabled === true;
  const isWaitingForCode = item.accounts.some(
    (account) => account.verification_status === 'pending_manual_verification',
  );

  const asks = [
    ...adds.map(describe),
    ...consents.map(describe),
    ...addsUseCases.filter((useCase) => !item.consentedUseCases.includes(useCase)).map(describe),
    ...(renewsConsent ? ['your consent for another twelve months'] : []),
    ...(selects && item.products.includes('assets') ? ['your accounts for asset reports'] : []),
  ];
  const lacksAccounts =
    validates.includes('auth') &&
    !item.accounts.some((account) => isDepository(account) && item.sharedAccountIds.has(account.account_id));
  const hasOwnPane = (selects || lacksAccounts) && !item.isOAuth && !isInEurope(item.countryCode);

  return {
    steps: isUpload
      ? ['upload']
      : isWaitingForCode && item.trouble === null
        ? ['code']
        : listSteps(item, hasOwnPane, asks.length > 0),
    choices: selects || lacksAccounts || item.isOAuth ? listChoices(item, request.account_filters) : [],
    asks,
    renewsConsent,
    validates,
    addsUseCases,
    isRepairOnly: asks.length === 0 && !selects && !isUpload && !isValidation(request) && !isWaitingForCode,
  };
}

/** A healthy Item can give a consent or share accounts without a sign-in; a bank with OAuth always has its own. */
function listSteps(item: SandboxItem, hasAccountsPane: boolean, asksForConsent: boolean): LinkStep[] {
  const steps: LinkStep[] = [];
  const asksForMore = hasAccountsPane || asksForConsent;
  if (item.isOAuth) steps.push('oauth');
  else if (item.trouble !== null || !asksForMore) steps.push('sign_in');
  if (hasAccountsPane) steps.push('accounts');
  if (asksForConsent) steps.push('consent');
  return steps;
}
