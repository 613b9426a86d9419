import * as v from 'valibot';
import type { LinkBackend } from '../linkBackend.js';
import {
  FINISH_SESSION_PATH,
  finishSessionRequestSchema,
  OPEN_SESSION_PATH,
  openSessionRequestSchema,
} from '../linkSessionWire.js';
import type { SandboxRequest } from './requestLog.js';

/** Serves Link's server side to `createHttpLinkBackend`. */
export function createLinkApi(link: LinkBackend): (request: SandboxRequest) => Promise<Response> {
  return async ({ method, path, body }) => {
    if (method !== 'POST') return new Response(null, { status: 405 });
    if (path === OPEN_SESSION_PATH) {
      const request = v.safeParse(openSessionRequestSchema, body);
      if (!request.success) return new Response(null, { status: 400 });
      return Response.json(await link.openSession(request.output.linkToken));
    }
    if (path === FINISH_SESSION_PATH) {
      const request = v.safeParse(finishSessionRequestSchema, body);
      if (!request.success) return new Response(null, { status: 400 });
      return Response.json(await link.finishSession(request.output));
    }
    return new Response(null, { status: 404 });
  };
}
