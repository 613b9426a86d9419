import type { Problem, ProblemCode } from '../protocol/problem.js';
import { redactSecrets } from './redactSecrets.js';

const PROBLEMS: Record<ProblemCode, { status: number; title: string }> = {
  invalid_request: { status: 400, title: 'The request is not what this route expects.' },
  unauthenticated: { status: 401, title: 'Nobody is signed in.' },
  cross_origin: { status: 403, title: 'The request comes from another site.' },
  item_not_found: { status: 404, title: 'There is no such Item.' },
  target_not_found: { status: 404, title: 'There is no such user or authorization at Plaid.' },
  purpose_not_defined: { status: 422, title: 'The server defines no such purpose for this target.' },
  not_owner: { status: 403, title: 'Only whoever made this connection can take it to Link.' },
  method_not_allowed: { status: 405, title: 'The route does not know this method.' },
  not_found: { status: 404, title: 'There is no such route.' },
  unsupported_media_type: { status: 415, title: 'The body has to be application/json.' },
  link_token_refused: { status: 422, title: 'Plaid gave no link token for this Item.' },
  rate_limited: { status: 429, title: 'Too many requests.' },
  plaid_unavailable: { status: 503, title: 'Plaid cannot be reached at the moment.' },
  heron_unavailable: { status: 503, title: 'Heron cannot be reached at the moment.' },
  heron_link_not_found: { status: 404, title: 'Heron knows no integration link of this Item.' },
  still_broken: { status: 409, title: 'Plaid still names an error that needs the user.' },
  misconfigured: { status: 500, title: 'The server is not set up correctly.' },
  internal: { status: 500, title: 'The server failed.' },
};

export interface ServerProblemDetails {
  /** Where one code has two statuses. */
  status?: number | undefined;
  detail?: string | undefined;
  errorCode?: string | undefined;
  requestId?: string | undefined;
  /** Seconds. */
  retryAfter?: number | undefined;
  /** The methods that the route knows. */
  allow?: string | undefined;
}

/** Ends a request with a problem; thrown anywhere in a handler, answered in one place. */
export class ServerProblem extends Error {
  override readonly name = 'ServerProblem';
  readonly code: ProblemCode;
  readonly details: ServerProblemDetails;

  constructor(code: ProblemCode, details: ServerProblemDetails = {}) {
    super(PROBLEMS[code].title);
    this.code = code;
    this.details = details;
  }
}

export function createProblemResponse({ code, details }: ServerProblem): Response {
  const { title, status } = PROBLEMS[code];
  const problem: Problem = {
    title,
    status: details.status ?? status,
    code,
    detail: details.detail,
    error_code: details.errorCode,
    request_id: details.requestId,
  };
  const headers = new Headers({ 'content-type': 'application/problem+json', 'cache-control': 'no-store' });
  if (details.retryAfter !== undefined) headers.set('retry-after', String(details.retryAfter));
  if (details.allow !== undefined) headers.set('allow', details.allow);
  return new Response(redactSecrets(JSON.stringify(problem)), { status: problem.status, headers });
}
