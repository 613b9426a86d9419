import type { IntegrationLinkList } from '../protocol/integrationLink.js';
import { describeLink } from './describeLink.js';
import { createJsonResponse } from './jsonResponse.js';
import type { Route } from './requestHandler.js';
import type { Services } from './services.js';

/** `GET /integration-links`: the Items that both the app and Heron know. */
export function listIntegrationLinks<Caller>({ ports, heron }: Services<Caller>): Route {
  return async (request) => {
    const caller = await ports.authenticate(request);
    const endUserId = await ports.endUserId(caller);
    const [items, links] = await Promise.all([ports.listItems(caller), heron.listLinks(endUserId)]);
    const itemsById = new Map(items.map((item) => [item.itemId, item]));
    const list: IntegrationLinkList = {
      integration_links: links.flatMap((link) => {
        const item = itemsById.get(link.item_id);
        return item ? [describeLink(link, item)] : [];
      }),
    };
    return createJsonResponse(list);
  };
}
