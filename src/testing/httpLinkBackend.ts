import * as v from 'valibot';
import type { LinkBackend } from './linkBackend.js';
import {
  DECIDE_OAUTH_PATH,
  decideOAuthAnswerSchema,
  FINISH_SESSION_PATH,
  finishSessionAnswerSchema,
  linkSessionAnswerSchema,
  oauthStateSchema,
  OPEN_SESSION_PATH,
  RESUME_SESSION_PATH,
  START_OAUTH_PATH,
} from './linkSessionWire.js';

export interface HttpLinkBackendOptions {
  fetch?: typeof fetch | undefined;
}

/** Link's server side in a sandbox that runs elsewhere: `baseUrl` is where its `fetch` is served. */
export function createHttpLinkBackend(baseUrl: string, options: HttpLinkBackendOptions = {}): Required<LinkBackend> {
  async function post(path: string, body: unknown): Promise<unknown> {
    const send = options.fetch ?? fetch;
    const response = await send(`${baseUrl.replace(/\/$/, '')}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`The sandbox answered ${path} with ${response.status}.`);
    return response.json();
  }

  return {
    openSession: async (linkToken) => v.parse(linkSessionAnswerSchema, await post(OPEN_SESSION_PATH, { linkToken })),
    finishSession: async (session) => v.parse(finishSessionAnswerSchema, await post(FINISH_SESSION_PATH, session)),
    startOAuth: async (session) => v.parse(oauthStateSchema, await post(START_OAUTH_PATH, session)),
    decideOAuth: async (decision) => v.parse(decideOAuthAnswerSchema, await post(DECIDE_OAUTH_PATH, decision)).decided,
    resumeSession: async (resumed) => v.parse(linkSessionAnswerSchema, await post(RESUME_SESSION_PATH, resumed)),
  };
}
