export interface SandboxInstitution {
  institution_id: string;
  name: string;
  url: string;
  /** As `#rrggbb`. */
  primary_color: string;
}

/** Banks that Plaid has made up for its Sandbox. */
export const SANDBOX_INSTITUTIONS = {
  firstPlatypusBank: {
    institution_id: 'ins_109508',
    name: 'First Platypus Bank',
    url: 'https://www.plaid.com',
    primary_color: '#1f1f1f',
  },
  tattersallFederalCreditUnion: {
    institution_id: 'ins_109511',
    name: 'Tattersall Federal Credit Union',
    url: 'https://www.plaid.com',
    primary_color: '#8a2432',
  },
  tartanBank: {
    institution_id: 'ins_109512',
    name: 'Tartan Bank',
    url: 'https://www.plaid.com',
    primary_color: '#1f5a3d',
  },
} satisfies Record<string, SandboxInstitution>;

export function findInstitution(institutionId: string): SandboxInstitution | undefined {
  return Object.values(SANDBOX_INSTITUTIONS).find((institution) => institution.institution_id === institutionId);
}
