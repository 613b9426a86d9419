import { createSandbox, SANDBOX_INSTITUTIONS, type LinkBackend } from 'react-plaid-update-mode/testing';

/** Link's server side that takes everybody in who comes from a bank. */
export function createResumableBackend(): LinkBackend {
  const { institution_id, name } = SANDBOX_INSTITUTIONS.platypusOAuthBank;
  return {
    ...createSandbox().link,
    finishSession: async () => ({ publicToken: null }),
    resumeSession: async () => ({
      ok: true,
      linkSessionId: 'session-1',
      requestId: 'request-1',
      institution: { institution_id, name },
    }),
  };
}
