import type { AccountsChange, LinkTokenRequest } from '../../src/index.js';
import { createPermissiveLinkBackend, type LinkBackend, type LinkStep } from '../../src/testing/index.js';

export interface StoryLinkBackendOptions {
  find(linkToken: string): { request: LinkTokenRequest; institutionName: string } | undefined;
  /** The user has chosen accounts. */
  accountsChanged(change: AccountsChange): void;
}

/** What the user does in Link, by what the visit is for. */
const STEPS: Readonly<Record<string, LinkStep[]>> = {
  renew_consent: ['consent'],
  select_accounts: ['accounts'],
  add_product: ['consent'],
  add_consented_products: ['consent'],
  add_use_cases: ['consent'],
  verify_micro_deposits: ['code'],
  collect_documents: ['upload'],
};

const ASKS: Readonly<Record<string, string[]>> = {
  renew_consent: ['Go on sharing your accounts and transactions'],
  add_product: ['A report on what you own'],
  add_consented_products: ['Your name and address'],
  add_use_cases: ['Use of your data for budgeting'],
};

const CHOICES = [
  createChoice('Everyday Checking', '0000', 'checking', true),
  createChoice('Rainy Day Savings', '1111', 'savings', true),
  createChoice('Holiday Savings', '2222', 'savings', false),
];

function createChoice(name: string, mask: string, subtype: string, isShared: boolean) {
  const account = { id: `account-${mask}`, name, mask, type: 'depository', subtype };
  return { ...account, verification_status: null, class_type: null, isShared, isFixed: false };
}

/** Link's own server, which knows the bank and the purpose behind each link token of a story. */
export function createStoryLinkBackend({ find, accountsChanged }: StoryLinkBackendOptions): LinkBackend {
  const permissive = createPermissiveLinkBackend();
  return {
    async openSession(linkToken) {
      const found = find(linkToken);
      if (!found) return permissive.openSession(linkToken);
      const { request, institutionName } = found;
      const bank = { institution_id: 'ins_109508', name: institutionName };
      const answer = await createPermissiveLinkBackend(bank).openSession(linkToken);
      if (!answer.ok) return answer;
      const { purpose } = request;
      return { ...answer, steps: STEPS[purpose], asks: ASKS[purpose], choices: CHOICES };
    },
    finishSession(session) {
      const chosen = session.outcome === 'success' ? session.choices?.accounts : undefined;
      if (chosen) {
        accountsChanged({
          added: CHOICES.filter(({ id, isShared }) => !isShared && chosen.includes(id)).length,
          removed: CHOICES.filter(({ id, isShared }) => isShared && !chosen.includes(id)).length,
        });
      }
      return permissive.finishSession(session);
    },
  };
}
