import type { ItemFacts } from 'react-plaid-update-mode/server';
import { SANDBOX_INSTITUTIONS, type SandboxInstitution } from 'react-plaid-update-mode/testing';
import { LOGOS } from './institutionLogos.js';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

/** One connection that the demo begins with. */
export interface Seed {
  institution: SandboxInstitution;
  logo: string | undefined;
  owner: 'user' | 'other';
  /** Milliseconds since Heron last read it. */
  syncedAgo: number;
  /** Plaid's code, where it is broken from the start. */
  error?: string;
  /** @default all of the bank's */
  sharedAccounts?: string[];
  /** Milliseconds until the user's consent ends. */
  consentEndsIn?: number;
  /** What a webhook would have said. */
  facts?: (now: number) => ItemFacts;
}

const LOGIN_REQUIRED = { error_type: 'ITEM_ERROR', error_code: 'ITEM_LOGIN_REQUIRED' };

const { firstPlatypusBank, tattersallFederalCreditUnion, tartanBank, platypusOAuthBank, royalBankOfPlaid, chase } =
  SANDBOX_INSTITUTIONS;

function seed(institution: SandboxInstitution, more: Partial<Seed>): Seed {
  return { institution, logo: LOGOS[institution.institution_id], owner: 'user', syncedAgo: HOUR, ...more };
}

export const SEEDS: Seed[] = [
  seed(firstPlatypusBank, {
    syncedAgo: 3 * DAY,
    error: LOGIN_REQUIRED.error_code,
    facts: () => ({ error: LOGIN_REQUIRED }),
  }),
  seed(tattersallFederalCreditUnion, {
    syncedAgo: 2 * HOUR,
    facts: (now) => ({
      pending_disconnect: {
        reason: 'INSTITUTION_TOKEN_EXPIRATION',
        disconnect_time: new Date(now + 6 * DAY).toISOString(),
        received_at: new Date(now - DAY).toISOString(),
      },
    }),
  }),
  seed(tartanBank, {}),
  seed(platypusOAuthBank, { sharedAccounts: ['Everyday Checking'], consentEndsIn: 300 * DAY }),
  seed(royalBankOfPlaid, { sharedAccounts: ['Rainy Day Savings'], consentEndsIn: 40 * DAY }),
  seed(chase, { owner: 'other', sharedAccounts: ['Platypus Visa'] }),
];
