import * as v from 'valibot';

/** The routes on which a sandbox serves Link's server side, and their JSON. Both ends are ours. */
export const OPEN_SESSION_PATH = '/link/session/open';
export const FINISH_SESSION_PATH = '/link/session/finish';

export const openSessionRequestSchema = v.strictObject({ linkToken: v.string() });

export const finishSessionRequestSchema = v.strictObject({
  linkToken: v.string(),
  linkSessionId: v.string(),
  outcome: v.picklist(['success', 'exit']),
});

export const finishSessionAnswerSchema = v.object({ publicToken: v.nullable(v.string()) });

const accountSchema = v.object({
  id: v.string(),
  name: v.string(),
  mask: v.nullable(v.string()),
  type: v.string(),
  subtype: v.string(),
  verification_status: v.nullable(v.string()),
  class_type: v.nullable(v.string()),
});

export const linkSessionAnswerSchema = v.variant('ok', [
  v.object({
    ok: v.literal(true),
    linkSessionId: v.string(),
    requestId: v.string(),
    institution: v.object({ institution_id: v.string(), name: v.string() }),
    accounts: v.optional(v.array(accountSchema)),
    clientName: v.optional(v.string()),
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
