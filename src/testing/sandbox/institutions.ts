import { hasAccountSelection } from '../../protocol/accountSelection.js';

export interface SandboxInstitution {
  institution_id: string;
  name: string;
  url: string;
  /** As `#rrggbb`. */
  primary_color: string;
  /** ISO 3166-1 alpha-2. */
  country_code: string;
  /** The user signs in on the bank's own page, and chooses the accounts there. */
  oauth: boolean;
  /** Update mode adds accounts and takes none away, as at Chase, whose users do that in its Security Center. */
  keeps_accounts: boolean;
}

function institution(
  institution_id: string,
  name: string,
  primary_color: string,
  traits: Partial<SandboxInstitution> = {},
): SandboxInstitution {
  const url = 'https://www.plaid.com';
  return {
    institution_id,
    name,
    url,
    primary_color,
    country_code: 'US',
    oauth: false,
    keeps_accounts: false,
    ...traits,
  };
}

/** Banks of Plaid's Sandbox (https://plaid.com/docs/sandbox/institutions/), and one in the EU of our own making. */
export const SANDBOX_INSTITUTIONS = {
  firstPlatypusBank: institution('ins_109508', 'First Platypus Bank', '#1f1f1f'),
  tattersallFederalCreditUnion: institution('ins_109511', 'Tattersall Federal Credit Union', '#8a2432'),
  tartanBank: institution('ins_109512', 'Tartan Bank', '#1f5a3d'),
  platypusOAuthBank: institution('ins_127287', 'Platypus OAuth Bank', '#0f4c81', { oauth: true }),
  chase: institution('ins_56', 'Chase', '#117aca', { oauth: true, keeps_accounts: true, url: 'https://www.chase.com' }),
  royalBankOfPlaid: institution('ins_117650', 'Royal Bank of Plaid', '#4b2a7b', { country_code: 'GB' }),
  platypusBankOfEurope: institution('ins_990001', 'Platypus Bank of Europe', '#123a8c', { country_code: 'DE' }),
} satisfies Record<string, SandboxInstitution>;

export function findInstitution(institutionId: string): SandboxInstitution | undefined {
  return Object.values(SANDBOX_INSTITUTIONS).find((institution) => institution.institution_id === institutionId);
}

/** Plaid's rules differ for the UK and the EU: no account selection in update mode, PENDING_EXPIRATION instead of PENDING_DISCONNECT. */
export function isInEurope(countryCode: string): boolean {
  return !hasAccountSelection(countryCode);
}
