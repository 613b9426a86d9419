import type { LinkTokenCreateRequest } from 'plaid';
import { parseLinkTokenRequest } from '../protocol/parseLinkTokenRequest.js';
import type { Item } from './itemsPort.js';
import { createJsonResponse } from './jsonResponse.js';
import { assertLinkTokenOptions, type LinkTokenOptions } from './linkTokenOptions.js';
import { readErrorName } from './log.js';
import { ITEM_NOT_FOUND } from './plaidTruth.js';
import type { PlaidRefusal } from './plaidFailure.js';
import { ServerProblem } from './problemResponse.js';
import { readJson } from './requestGuards.js';
import type { Route } from './requestHandler.js';
import type { Services } from './services.js';

/** What the app gives for its link tokens: the same for everybody, or by caller and Item. */
export type LinkTokenSource<Caller> =
  | LinkTokenOptions
  | ((caller: Caller, item: Item) => LinkTokenOptions | Promise<LinkTokenOptions>);

/** `POST /link-token`: a link token in update mode for one of the caller's Items. */
export function createLinkToken<Caller>(services: Services<Caller>, source: LinkTokenSource<Caller>): Route {
  const { ports, plaid, log } = services;

  async function readOptions(caller: Caller, item: Item): Promise<LinkTokenOptions> {
    try {
      const options = typeof source === 'function' ? await source(caller, item) : source;
      assertLinkTokenOptions(options);
      return options;
    } catch (error) {
      log({ code: 'misconfigured', operation: 'linkToken', itemId: item.itemId, errorName: readErrorName(error) });
      throw new ServerProblem('misconfigured');
    }
  }

  return async (request) => {
    const caller = await ports.authenticate(request);
    const { target } = await readJson(request, parseLinkTokenRequest);
    if (!('item_id' in target)) throw new ServerProblem('target_not_found');
    const item = await ports.findItem(caller, target.item_id);
    const { itemId } = item;
    const { client_name, language, country_codes, redirect_uri } = await readOptions(caller, item);
    const body: LinkTokenCreateRequest = {
      client_name,
      language,
      country_codes,
      user: { client_user_id: await ports.endUserId(caller) },
      access_token: item.accessToken,
    };
    if (redirect_uri !== undefined) body.redirect_uri = redirect_uri;

    const answer = await plaid.createLinkToken(itemId, body);
    if (answer.isRefused) {
      if (answer.refusal.errorCode === ITEM_NOT_FOUND.error_code) {
        await ports.changeFacts(caller, itemId, (facts) => ({ ...facts, error: ITEM_NOT_FOUND }));
      }
      throw refused(itemId, answer.refusal);
    }
    return createJsonResponse(answer.data);
  };

  function refused(itemId: string, { httpStatus, errorType, errorCode, requestId }: PlaidRefusal): ServerProblem {
    const code = 'link_token_refused';
    log({ code, operation: 'plaid.linkTokenCreate', itemId, httpStatus, errorType, errorCode, requestId });
    return new ServerProblem(code, { errorCode, requestId });
  }
}
