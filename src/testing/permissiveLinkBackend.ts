import type { PlaidInstitution } from 'react-plaid-link';
import type { LinkBackend } from './linkBackend.js';
import { createPlaidId, createUuid } from './randomId.js';

const FIRST_PLATYPUS_BANK: PlaidInstitution = { institution_id: 'ins_109508', name: 'First Platypus Bank' };

/** A server side of Link that takes any link token, as often as one likes, and knows one bank. */
export function createPermissiveLinkBackend(institution: PlaidInstitution = FIRST_PLATYPUS_BANK): LinkBackend {
  return {
    async openSession() {
      return { ok: true, linkSessionId: createUuid(), requestId: createPlaidId(15), institution };
    },
    async finishSession({ outcome }) {
      return { publicToken: outcome === 'success' ? `public-sandbox-${createUuid()}` : null };
    },
  };
}
