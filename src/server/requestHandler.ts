import type { AccessOptions } from './accessOptions.js';
import { addCrossOriginHeaders, createPreflightResponse, isPreflight, type CrossOriginOptions } from './crossOrigin.js';
import { readErrorName } from './log.js';
import { createProblemResponse, ServerProblem } from './problemResponse.js';
import { assertWithinRateLimit, type RouteName } from './rateLimit.js';
import { assertSameOrigin } from './sameOrigin.js';
import type { Services } from './services.js';

/** A handler as the app mounts it. */
export type RequestHandler = (request: Request) => Promise<Response>;

/** What is done for somebody who is signed in; nothing of the request but its headers has been read by then. */
export interface Route<Caller> {
  name: RouteName;
  run(request: Request, caller: Caller): Promise<Response>;
}

/** What one path answers, by method. */
export type Methods<Caller> = Partial<Record<'GET' | 'POST' | 'PUT', Route<Caller>>>;

export interface RequestHandlerOptions<Caller> {
  basePath: string;
  access: AccessOptions<Caller>;
  services: Pick<Services<Caller>, 'ports' | 'log'>;
  /** The methods of a path below `basePath`, which starts with `/`; null for a path that nobody answers. */
  findMethods(path: string): Methods<Caller> | null;
}

/**
 * The one door of both handlers: finds a request's route, keeps other sites out, asks who is there and whether they
 * ask too often, and turns whatever goes wrong into a problem. Never rejects.
 */
export function createRequestHandler<Caller>(options: RequestHandlerOptions<Caller>): RequestHandler {
  const { log } = options.services;
  const { allowedOrigins = [], allowedHeaders = [] } = options.access;
  const crossOrigin = { allowedOrigins, allowedHeaders };
  return async (request) => addCrossOriginHeaders(await answer(request), request, crossOrigin);

  async function answer(request: Request): Promise<Response> {
    try {
      return await admit(options, crossOrigin, request);
    } catch (error) {
      if (error instanceof ServerProblem) return createProblemResponse(error);
      log({ code: 'internal', operation: 'handler', errorName: readErrorName(error) });
      return createProblemResponse(new ServerProblem('internal'));
    }
  }
}

async function admit<Caller>(
  { basePath, access, services: { ports, log }, findMethods }: RequestHandlerOptions<Caller>,
  crossOrigin: CrossOriginOptions,
  request: Request,
): Promise<Response> {
  const { pathname } = new URL(request.url);
  const prefix = basePath.replace(/\/$/, '');
  const methods = pathname.startsWith(`${prefix}/`) ? findMethods(pathname.slice(prefix.length)) : null;
  if (methods === null) throw new ServerProblem('not_found');
  const names = Object.keys(methods);
  if (isPreflight(request) && crossOrigin.allowedOrigins.length > 0) {
    assertSameOrigin(request, crossOrigin.allowedOrigins, log);
    return createPreflightResponse(names, crossOrigin);
  }
  const route = new Map(Object.entries(methods)).get(request.method);
  if (route === undefined) throw new ServerProblem('method_not_allowed', { allow: names.join(', ') });
  assertSameOrigin(request, crossOrigin.allowedOrigins, log);
  const caller = await ports.authenticate(request);
  await assertWithinRateLimit(access.rateLimit, { caller, route: route.name, request }, log);
  return route.run(request, caller);
}
