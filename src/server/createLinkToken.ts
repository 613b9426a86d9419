import { parseLinkTokenRequest } from '../protocol/parseLinkTokenRequest.js';
import { readBrokenItems } from './brokenItems.js';
import { findTarget } from './findTarget.js';
import type { Item, ItemWithFacts } from './itemsPort.js';
import { createJsonResponse } from './jsonResponse.js';
import { createLinkTokenBody, createTargetFields } from './linkTokenBody.js';
import { assertLinkTokenOptions, type LinkTokenOptions } from './linkTokenOptions.js';
import { readErrorName } from './log.js';
import { ITEM_NOT_FOUND } from './plaidTruth.js';
import { ServerProblem } from './problemResponse.js';
import { createPurposeFields } from './purposeFields.js';
import { findPurpose } from './purposes.js';
import { refuseLinkToken } from './refuseLinkToken.js';
import { readJson } from './requestGuards.js';
import type { Route } from './requestHandler.js';
import type { Services } from './services.js';
import { takeSnapshot } from './snapshot.js';

/**
 * What the app gives for its link tokens: the same for everybody, or by caller and Item. There is no Item in a visit
 * for the whole user or for a Transfer authorization.
 */
export type LinkTokenSource<Caller> =
  | LinkTokenOptions
  | ((caller: Caller, item: Item | null) => LinkTokenOptions | Promise<LinkTokenOptions>);

/** `POST /link-token`: a link token in update mode for one of the caller's own targets. */
export function createLinkToken<Caller>(services: Services<Caller>, source: LinkTokenSource<Caller>): Route<Caller> {
  const { ports, plaid, purposes, log } = services;

  async function readOptions(caller: Caller, item: Item | null): Promise<LinkTokenOptions> {
    try {
      const options = typeof source === 'function' ? await source(caller, item) : source;
      assertLinkTokenOptions(options);
      return options;
    } catch (error) {
      log({ code: 'misconfigured', operation: 'linkToken', itemId: item?.itemId, errorName: readErrorName(error) });
      throw new ServerProblem('misconfigured');
    }
  }

  async function run(request: Request, caller: Caller): Promise<Response> {
    const { target, purpose: name } = await readJson(request, parseLinkTokenRequest);
    const purpose = findPurpose(purposes, name);
    const found = await findTarget(services, caller, target, purpose);
    const { item, user } = found;
    const options = await readOptions(caller, item ?? null);
    const customization = options.link_customization_name;
    const body = createLinkTokenBody(
      options,
      await ports.endUserId(caller),
      createTargetFields(found, user ? await readBrokenItems(services, caller, user) : []),
      item ? await createPurposeFields(purpose, { services, caller, item, customization }) : {},
    );

    const [answer] = await Promise.all([
      plaid.createLinkToken(item?.itemId, body),
      item && takeSnapshot(services, caller, item, purpose),
    ]);
    if (!answer.isRefused) return createJsonResponse(answer.data);
    const { refusal } = answer;
    if (item && refusal.errorCode === ITEM_NOT_FOUND.error_code) await rememberLoss(caller, item);
    throw refuseLinkToken(services, 'plaid.linkTokenCreate', item?.itemId, refusal);
  }

  async function rememberLoss(caller: Caller, { itemId }: ItemWithFacts): Promise<void> {
    await ports.rememberFacts(caller, itemId, (facts) => ({ ...facts, error: ITEM_NOT_FOUND }));
  }

  return { name: 'createLinkToken', run };
}
