import type { LinkBackend, LinkSessionAnswer } from '../linkBackend.js';
import { LINK_ERRORS } from '../linkErrors.js';
import { createUuid } from '../randomId.js';
import { describeRunningSession, refuseSession } from './linkSessionAnswer.js';
import type { SandboxWorld } from './sandboxWorld.js';

/** A visit that is, or was, at the bank's own page. */
export interface PendingOAuth {
  linkToken: string;
  linkSessionId: string;
  decision: 'allow' | 'deny' | null;
  /** Link has taken the user back with it: a second time it takes nobody. */
  isProcessed: boolean;
}

const NO_STATE_ID = {
  error_type: 'INVALID_REQUEST',
  error_code: 'INVALID_FIELD',
  error_message: 'oauth uri does not contain a valid oauth_state_id query parameter',
  display_message: null,
};

type OAuthBackend = Required<Pick<LinkBackend, 'startOAuth' | 'decideOAuth' | 'resumeSession'>>;

/** The part of Link's server side that outlives the page: https://plaid.com/docs/link/oauth/ and https://plaid.com/docs/errors/oauth/ (20 November 2026). */
export function createSandboxOAuth(world: SandboxWorld): OAuthBackend {
  return {
    async startOAuth({ linkToken, linkSessionId }) {
      const oauthStateId = createUuid();
      world.oauthStates.set(oauthStateId, { linkToken, linkSessionId, decision: null, isProcessed: false });
      const redirectUri = world.linkTokens.read(linkToken)?.request.redirect_uri;
      return {
        oauthStateId,
        bankPageUrl: `${world.publicUrl}/link/oauth/${oauthStateId}`,
        returnUrl: redirectUri == null ? null : `${redirectUri}?oauth_state_id=${oauthStateId}`,
      };
    },

    async decideOAuth({ oauthStateId, decision, choices }) {
      const state = world.oauthStates.get(oauthStateId);
      if (state === undefined || state.decision !== null) return false;
      state.decision = decision;
      const session = world.linkTokens
        .read(state.linkToken)
        ?.sessions.find(({ linkSessionId }) => linkSessionId === state.linkSessionId);
      if (session !== undefined) session.chosenAtBank = choices ?? null;
      return true;
    },

    async resumeSession({ linkToken, receivedRedirectUri }): Promise<LinkSessionAnswer> {
      const oauthStateId = readStateId(receivedRedirectUri);
      if (oauthStateId === null) return refuseSession(NO_STATE_ID);
      const token = world.linkTokens.find(linkToken, world.now());
      if (token === undefined) return refuseSession(LINK_ERRORS.INVALID_LINK_TOKEN);
      const state = world.oauthStates.get(oauthStateId);
      if (state === undefined) return refuseSession(LINK_ERRORS.OAUTH_STATE_ID_NOT_FOUND);
      if (state.linkToken !== linkToken) return refuseSession(LINK_ERRORS.INCORRECT_LINK_TOKEN);
      if (state.isProcessed) return refuseSession(LINK_ERRORS.OAUTH_STATE_ID_ALREADY_PROCESSED);
      state.isProcessed = true;

      const answer = describeRunningSession(world, token, state.linkSessionId);
      if (answer === null) return refuseSession(LINK_ERRORS.ITEM_NOT_FOUND);
      if (state.decision === 'allow') return { ...answer, steps: answer.steps?.filter((step) => step !== 'oauth') };
      return refuseSession(LINK_ERRORS.INSUFFICIENT_CREDENTIALS, state.linkSessionId);
    },
  };
}

function readStateId(uri: string): string | null {
  if (!URL.canParse(uri)) return null;
  const stateId = new URL(uri).searchParams.get('oauth_state_id');
  return stateId === '' ? null : stateId;
}
