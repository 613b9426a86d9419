import type { PurposeKind } from '../protocol/purpose.js';
import { assertHandlerOptions, assertPurposePorts } from './assertHandlerOptions.js';
import { createLinkToken, type LinkTokenSource } from './createLinkToken.js';
import { assertLinkTokenOptions } from './linkTokenOptions.js';
import { listIntegrationLinks } from './listIntegrationLinks.js';
import { reportRepair } from './reportRepair.js';
import { createRequestHandler, type Methods, type RequestHandler } from './requestHandler.js';
import { createServices, type HandlerOptions } from './services.js';

export interface UpdateModeHandlerOptions<Caller, Name extends string = PurposeKind> extends HandlerOptions<
  Caller,
  Name
> {
  linkToken: LinkTokenSource<Caller>;
}

/**
 * Makes the endpoint that the client entry talks to: the caller's connections, link tokens in update mode, and
 * the reports of visits to Link. It answers every request; it throws only here, for a mistake in the set-up.
 *
 * @example
 * const handler = createUpdateModeHandler({
 *   basePath: '/api/update-mode',
 *   plaid,
 *   heron: { apiKey },
 *   authenticate: (request) => findUser(request.headers.get('cookie')),
 *   endUserId: (user) => user.id,
 *   items,
 *   linkToken: { client_name: 'Acme', language: 'en', country_codes: [CountryCode.Us] },
 * });
 */
export function createUpdateModeHandler<Caller, Name extends string = PurposeKind>(
  options: UpdateModeHandlerOptions<Caller, Name>,
): RequestHandler {
  assertHandlerOptions(options);
  if (typeof options.linkToken !== 'function') assertLinkTokenOptions(options.linkToken);
  const services = createServices(options);
  assertPurposePorts(services.purposes, options.items);
  const methodsByPath = new Map<string, Methods<Caller>>([
    ['/integration-links', { GET: listIntegrationLinks(services) }],
    ['/link-token', { POST: createLinkToken(services, options.linkToken) }],
    ['/repairs', { POST: reportRepair(services) }],
  ]);
  return createRequestHandler({
    basePath: options.basePath,
    access: options,
    services,
    findMethods: (path) => methodsByPath.get(path) ?? null,
  });
}
