import * as v from 'valibot';

/** The routes on which a sandbox serves Link's server side, and their JSON. Both ends are ours. */
export const OPEN_SESSION_PATH = '/link/session/open';
export const FINISH_SESSION_PATH = '/link/session/finish';

export const START_OAUTH_PATH = '/link/session/oauth/start';
export const DECIDE_OAUTH_PATH = '/link/session/oauth/decide';
export const RESUME_SESSION_PATH = '/link/session/resume';

export const openSessionRequestSchema = v.strictObject({ linkToken: v.string() });

const choicesSchema = v.strictObject({
  accounts: v.optional(v.array(v.string())),
  withhold: v.optional(v.array(v.string())),
});

export const finishSessionRequestSchema = v.strictObject({
  linkToken: v.string(),
  linkSessionId: v.string(),
  outcome: v.picklist(['success', 'exit']),
  choices: v.optional(choicesSchema),
});

const accountEntries = {
  id: v.string(),
  name: v.string(),
  mask: v.nullable(v.string()),
  type: v.string(),
  subtype: v.string(),
  verification_status: v.nullable(v.string()),
  class_type: v.nullable(v.string()),
};
const accountSchema = v.object(accountEntries);

export const finishSessionAnswerSchema = v.object({
  publicToken: v.nullable(v.string()),
  accounts: v.optional(v.array(accountSchema)),
});

export const startOAuthRequestSchema = v.strictObject({ linkToken: v.string(), linkSessionId: v.string() });

export const oauthStateSchema = v.object({
  oauthStateId: v.string(),
  bankPageUrl: v.optional(v.string()),
  returnUrl: v.nullable(v.string()),
});

export const decideOAuthRequestSchema = v.strictObject({
  oauthStateId: v.string(),
  decision: v.picklist(['allow', 'deny']),
  choices: v.optional(choicesSchema),
});

export const decideOAuthAnswerSchema = v.object({ decided: v.boolean() });

export const resumeSessionRequestSchema = v.strictObject({ linkToken: v.string(), receivedRedirectUri: v.string() });

export const linkSessionAnswerSchema = v.variant('ok', [
  v.object({
    ok: v.literal(true),
    linkSessionId: v.string(),
    requestId: v.string(),
    institution: v.object({ institution_id: v.string(), name: v.string() }),
    accounts: v.optional(v.array(accountSchema)),
    clientName: v.optional(v.string()),
    steps: v.optional(v.array(v.picklist(['sign_in', 'oauth', 'accounts', 'consent', 'code', 'upload']))),
    choices: v.optional(v.array(v.object({ ...accountEntries, isShared: v.boolean(), isFixed: v.boolean() }))),
    asks: v.optional(v.array(v.string())),
    redirectUri: v.optional(v.string()),
  }),
  v.object({
    ok: v.literal(false),
    linkSessionId: v.string(),
    requestId: v.string(),
    error: v.object({
      error_type: v.string(),
      error_code: v.string(),
      error_message: v.string(),
      display_message: v.nullable(v.string()),
    }),
  }),
]);
