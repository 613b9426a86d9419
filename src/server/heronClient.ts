import * as v from 'valibot';
import { parseHeronUpdateAnswer, type HeronUpdateAnswer } from '../protocol/heron.js';
import { integrationLinkSchema, type IntegrationLink } from '../protocol/integrationLink.js';
import { createParser, type Parsed } from '../protocol/parsed.js';
import { parseHeronLinkListLeniently, type ReadLinkList } from './heronLinkList.js';
import { createHeronRequest, type HeronRequestOptions } from './heronRequest.js';
import { ServerProblem } from './problemResponse.js';

export interface HeronClient {
  /** The end user's links; none where Heron does not know the end user yet. One that can't be read is logged. */
  listLinks(endUserId: string): Promise<IntegrationLink[]>;
  /** The end user's link of one Item. */
  findLink(endUserId: string, itemId: string): Promise<IntegrationLink>;
  /** Gives Heron the Item's access token again, which makes it sync. */
  updateLink(itemId: string, accessToken: string): Promise<IntegrationLink>;
}

const RETRY_AFTER_SECONDS = 15;

const parseRefreshAnswer = createParser<{ link: IntegrationLink }>(v.object({ link: integrationLinkSchema }));

/** Heron's routes that the handlers use. Whatever fails is a problem, and thrown. */
export function createHeronClient(options: HeronRequestOptions): HeronClient {
  const { heron, log } = options;
  const request = createHeronRequest(options);

  function linkNotFound(operation: 'heron.listLinks' | 'heron.updateLink', itemId: string): ServerProblem {
    log({ code: 'heron_link_not_found', operation, itemId });
    return new ServerProblem('heron_link_not_found');
  }

  async function readLinks(endUserId: string): Promise<ReadLinkList> {
    const operation = 'heron.listLinks';
    const list = await request({
      operation,
      method: 'GET',
      path: `/api/end_users/${encodeURIComponent(endUserId)}/integration_links`,
      parse: parseHeronLinkListLeniently,
    });
    for (const itemId of list?.malformed ?? []) log({ code: 'heron_link_malformed', operation, itemId });
    return list ?? { links: [], malformed: [] };
  }

  /** Heron may need to be told once more; what comes of it shows in the next list at the latest. */
  async function refreshLink(integrationId: string, itemId: string): Promise<IntegrationLink | null> {
    try {
      const answer = await request({
        operation: 'heron.refreshLink',
        method: 'POST',
        path: `/api/integrations/${encodeURIComponent(integrationId)}/links/${encodeURIComponent(itemId)}/refresh`,
        parse: (input) => parseLinkAbout(itemId, parseRefreshAnswer(input), ({ link }) => link),
        itemId,
      });
      return answer?.link ?? null;
    } catch {
      // Logged where it went wrong.
      return null;
    }
  }

  return {
    async listLinks(endUserId) {
      return (await readLinks(endUserId)).links;
    },
    async findLink(endUserId, itemId) {
      const { links, malformed } = await readLinks(endUserId);
      const link = links.find(({ item_id }) => item_id === itemId);
      if (link) return link;
      // The Item's own link may be the one that can't be read today.
      if (malformed.length > 0) throw new ServerProblem('heron_unavailable', { retryAfter: RETRY_AFTER_SECONDS });
      throw linkNotFound('heron.listLinks', itemId);
    },
    async updateLink(itemId, accessToken) {
      const operation = 'heron.updateLink';
      const answer = await request({
        operation,
        method: 'PUT',
        path: `/api/integration_links/${encodeURIComponent(itemId)}`,
        body: { end_user: { access_token: accessToken } },
        parse: (input) =>
          parseLinkAbout<HeronUpdateAnswer>(itemId, parseHeronUpdateAnswer(input), (update) => update.integration_link),
        itemId,
      });
      if (!answer) throw linkNotFound(operation, itemId);
      const { integration_link: link } = answer;
      if (link.status !== 'erroring' || heron.integrationId === undefined) return link;
      return (await refreshLink(heron.integrationId, itemId)) ?? link;
    },
  };
}

function parseLinkAbout<Answer>(
  itemId: string,
  parsed: Parsed<Answer>,
  readLink: (answer: Answer) => IntegrationLink,
): Parsed<Answer> {
  if (!parsed.ok || readLink(parsed.value).item_id === itemId) return parsed;
  return { ok: false, problem: 'the link: expected the Item of the request' };
}
