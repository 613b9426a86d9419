import * as v from 'valibot';
import type { LinkBackend } from '../linkBackend.js';
import {
  DECIDE_OAUTH_PATH,
  decideOAuthRequestSchema,
  FINISH_SESSION_PATH,
  finishSessionRequestSchema,
  OPEN_SESSION_PATH,
  openSessionRequestSchema,
  RESUME_SESSION_PATH,
  resumeSessionRequestSchema,
  START_OAUTH_PATH,
  startOAuthRequestSchema,
} from '../linkSessionWire.js';
import { createLinkPages } from './linkPages.js';
import type { SandboxRequest } from './requestLog.js';
import type { SandboxWorld } from './sandboxWorld.js';

type Schema<Value> = v.BaseSchema<unknown, Value, v.BaseIssue<unknown>>;
type LinkRoute = (body: unknown) => Promise<Response>;

function createRoute<Value>(schema: Schema<Value>, answer: (request: Value) => Promise<object>): LinkRoute {
  return async (body) => {
    const request = v.safeParse(schema, body);
    return request.success ? Response.json(await answer(request.output)) : new Response(null, { status: 400 });
  };
}

/** Serves Link's server side to `createHttpLinkBackend`, and its pages to a browser. */
export function createLinkApi(
  world: SandboxWorld,
  link: Required<LinkBackend>,
): (request: SandboxRequest) => Promise<Response> {
  const servePage = createLinkPages(world, link);
  const routes: Record<string, LinkRoute> = {
    [OPEN_SESSION_PATH]: createRoute(openSessionRequestSchema, ({ linkToken }) => link.openSession(linkToken)),
    [FINISH_SESSION_PATH]: createRoute(finishSessionRequestSchema, (session) => link.finishSession(session)),
    [START_OAUTH_PATH]: createRoute(startOAuthRequestSchema, (session) => link.startOAuth(session)),
    [DECIDE_OAUTH_PATH]: createRoute(decideOAuthRequestSchema, async (decision) => {
      return { decided: await link.decideOAuth(decision) };
    }),
    [RESUME_SESSION_PATH]: createRoute(resumeSessionRequestSchema, (resumed) => link.resumeSession(resumed)),
  };

  return async (request) => {
    const page = await servePage(request);
    if (page !== null) return page;
    if (request.method !== 'POST') return new Response(null, { status: 405 });
    const route = routes[request.path];
    return route === undefined ? new Response(null, { status: 404 }) : route(request.body);
  };
}
