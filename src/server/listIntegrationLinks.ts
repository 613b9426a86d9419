import type { IntegrationLinkList } from '../protocol/integrationLink.js';
import { describeLink } from './describeLink.js';
import { createJsonResponse } from './jsonResponse.js';
import type { Route } from './requestHandler.js';
import type { Services } from './services.js';

/** `GET /integration-links`: the Items that both the app and Heron know. What Heron does not list is logged. */
export function listIntegrationLinks<Caller>({ ports, heron, purposes, log }: Services<Caller>): Route<Caller> {
  async function run(_request: Request, caller: Caller): Promise<Response> {
    const endUserId = await ports.endUserId(caller);
    const [items, links] = await Promise.all([ports.listItems(caller), heron.listLinks(endUserId)]);
    const listed = new Set(links.map((link) => link.item_id));
    for (const { itemId } of items) {
      if (!listed.has(itemId)) log({ code: 'heron_link_not_found', operation: 'heron.listLinks', itemId });
    }
    const itemsById = new Map(items.map((item) => [item.itemId, item]));
    const list: IntegrationLinkList = {
      integration_links: links.flatMap((link) => {
        const item = itemsById.get(link.item_id);
        return item ? [describeLink(purposes, link, item)] : [];
      }),
    };
    return createJsonResponse(list);
  }

  return { name: 'listIntegrationLinks', run };
}
