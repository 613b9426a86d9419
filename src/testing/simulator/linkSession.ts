import type { PlaidAccount, PlaidInstitution } from 'react-plaid-link';
import type { LinkAccountChoice, LinkSessionAnswer, LinkStep } from '../linkBackend.js';

/** What one visit knows of itself. */
export interface LinkSession {
  isAccepted: boolean;
  linkSessionId: string;
  requestId: string;
  institution: PlaidInstitution | null;
  accounts: PlaidAccount[];
  steps: readonly LinkStep[];
  offered: readonly LinkAccountChoice[];
  redirectUri?: string | undefined;
}

/** Plaid's exit status, by what the user was about to do. */
const EXIT_STATUSES: Partial<Record<LinkStep, string>> = {
  oauth: 'requires_oauth',
  accounts: 'requires_account_selection',
  code: 'requires_code',
};

export function createRefusedSession(linkSessionId: string, requestId: string): LinkSession {
  return { isAccepted: false, linkSessionId, requestId, institution: null, accounts: [], steps: [], offered: [] };
}

export function readSession(answer: LinkSessionAnswer): LinkSession {
  if (!answer.ok) return createRefusedSession(answer.linkSessionId, answer.requestId);
  const { linkSessionId, requestId, institution, accounts = [], choices = [], redirectUri } = answer;
  const steps = answer.steps ?? ['sign_in'];
  return { isAccepted: true, linkSessionId, requestId, institution, accounts, steps, offered: choices, redirectUri };
}

export function findExitStatus({ steps: [step] }: LinkSession): string {
  return (step === undefined ? undefined : EXIT_STATUSES[step]) ?? 'requires_credentials';
}
