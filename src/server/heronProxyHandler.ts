import * as v from 'valibot';
import type { HeronUpdateAnswer } from '../protocol/heron.js';
import { DEFAULT_PURPOSE, type PurposeKind } from '../protocol/purpose.js';
import { itemIdSchema } from '../protocol/requestSchemas.js';
import type { Parsed } from '../protocol/parsed.js';
import { answerInTime } from './answerInTime.js';
import { assertHandlerOptions } from './assertHandlerOptions.js';
import { confirmRepair } from './confirmRepair.js';
import { createJsonResponse } from './jsonResponse.js';
import { ServerProblem } from './problemResponse.js';
import { createStillCheckingResponse } from './reportRepair.js';
import { findPurpose } from './purposes.js';
import { parseJson, readBody, readIdempotencyKey } from './requestGuards.js';
import { createRequestHandler, type RequestHandler, type Route } from './requestHandler.js';
import { createServices, type HandlerOptions, type Services } from './services.js';

export type HeronProxyHandlerOptions<Caller, Name extends string = PurposeKind> = HandlerOptions<Caller, Name>;

/** Heron's own body without its access token, which no browser may have. */
const EMPTY_UPDATES = ['{}', '{"end_user":{}}'];

function parseEmptyUpdate(input: unknown): Parsed<null> {
  if (EMPTY_UPDATES.includes(JSON.stringify(input))) return { ok: true, value: null };
  return { ok: false, problem: `the body: expected nothing or ${EMPTY_UPDATES.join(' or ')}` };
}

/**
 * Makes a proxy in Heron's own shape: `PUT {basePath}/api/integration_links/{item_id}` with an empty body, sent
 * by the browser after a visit to Link that succeeded; `?purpose=` names what it was for, if not a repair. Plaid is
 * asked first; access token and `x-api-key` are added here. Answers `{ integration_link, result }`, 202 with
 * `Retry-After` while Plaid still says otherwise, and in the end 409 `still_broken`.
 */
export function createHeronProxyHandler<Caller, Name extends string = PurposeKind>(
  options: HeronProxyHandlerOptions<Caller, Name>,
): RequestHandler {
  assertHandlerOptions(options);
  const services = createServices(options);
  return createRequestHandler({
    basePath: options.basePath,
    access: options,
    services,
    findMethods: (path) => {
      const itemId = /^\/api\/integration_links\/([^/]+)$/.exec(path)?.[1];
      return itemId === undefined ? null : { PUT: updateIntegrationLink(services, itemId) };
    },
  });
}

function updateIntegrationLink<Caller>(services: Services<Caller>, itemId: string): Route<Caller> {
  const { ports, purposes, clock } = services;

  async function run(request: Request, caller: Caller): Promise<Response> {
    const body = await readBody(request);
    if (body !== '') parseJson(body, parseEmptyUpdate);
    // An id that needs escaping is none that Plaid gives: it is as unknown as any other.
    if (!v.is(itemIdSchema, itemId)) throw new ServerProblem('item_not_found');
    const purpose = findPurpose(purposes, new URL(request.url).searchParams.get('purpose') ?? DEFAULT_PURPOSE);
    const idempotencyKey = readIdempotencyKey(request);
    const arrivedAt = clock();
    const confirmation = await answerInTime(services, itemId, async (hurried) => {
      const item = await ports.findItem(caller, itemId);
      return confirmRepair(hurried, {
        caller,
        item,
        purpose,
        outcome: 'success',
        idempotencyKey,
        arrivedAt,
        startedAt: null,
        endedAt: arrivedAt,
      });
    });
    if (!confirmation.isFinal) return createStillCheckingResponse(confirmation.retryAfter);
    const { result, integrationLink } = confirmation;
    if (result === 'still_broken') {
      const { error, access_error } = integrationLink;
      throw new ServerProblem('still_broken', { errorCode: error?.error_code ?? access_error?.code });
    }
    return createJsonResponse({ integration_link: integrationLink, result } satisfies HeronUpdateAnswer);
  }

  return { name: 'updateIntegrationLink', run };
}
