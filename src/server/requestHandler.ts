import { readErrorName, type SafeLog } from './log.js';
import { createProblemResponse, ServerProblem } from './problemResponse.js';
import { assertSameOrigin } from './requestGuards.js';

export type Route = (request: Request) => Promise<Response>;

/** What one path answers, by method. */
export type Methods = Partial<Record<'GET' | 'POST' | 'PUT', Route>>;

export interface RequestHandlerOptions {
  basePath: string;
  allowedOrigins: readonly string[];
  log: SafeLog;
  /** The methods of a path below `basePath`, which starts with `/`; null for a path that nobody answers. */
  findMethods(path: string): Methods | null;
}

/** Finds a request's route, keeps other sites out, and turns whatever goes wrong into a problem. Never rejects. */
export function createRequestHandler(options: RequestHandlerOptions): Route {
  return async (request) => {
    try {
      return await findRoute(options, request)(request);
    } catch (error) {
      if (error instanceof ServerProblem) return createProblemResponse(error);
      options.log({ code: 'internal', operation: 'handler', errorName: readErrorName(error) });
      return createProblemResponse(new ServerProblem('internal'));
    }
  };
}

function findRoute({ basePath, allowedOrigins, log, findMethods }: RequestHandlerOptions, request: Request): Route {
  const { pathname } = new URL(request.url);
  const prefix = basePath.replace(/\/$/, '');
  const methods = pathname.startsWith(`${prefix}/`) ? findMethods(pathname.slice(prefix.length)) : null;
  if (methods === null) throw new ServerProblem('not_found');
  const route = new Map<string, Route>(Object.entries(methods)).get(request.method);
  if (route === undefined) throw new ServerProblem('method_not_allowed', { allow: Object.keys(methods).join(', ') });
  if (request.method !== 'GET') assertSameOrigin(request, allowedOrigins, log);
  return route;
}
