import * as v from 'valibot';
import { parseIntegrationLink, type IntegrationLink } from '../protocol/integrationLink.js';
import { createParser } from '../protocol/parsed.js';
import { itemIdSchema } from '../protocol/requestSchemas.js';

/** Heron's list, and what of it can't be read: one such link is no reason to show none. */
export interface ReadLinkList {
  links: IntegrationLink[];
  /** The Items of links of another shape; undefined where not even that can be read. */
  malformed: (string | undefined)[];
}

const itemSchema = v.object({ item_id: itemIdSchema });

export const parseHeronLinkListLeniently = createParser<ReadLinkList>(
  v.pipe(
    v.object({ links: v.array(v.unknown()) }),
    v.transform(({ links }) => readLinks(links)),
  ),
);

function readLinks(inputs: unknown[]): ReadLinkList {
  const list: ReadLinkList = { links: [], malformed: [] };
  for (const input of inputs) {
    const link = parseIntegrationLink(input);
    if (link.ok) list.links.push(link.value);
    else list.malformed.push(v.is(itemSchema, input) ? input.item_id : undefined);
  }
  return list;
}
