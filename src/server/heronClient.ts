import { parseHeronLinkList, parseHeronUpdateAnswer, type HeronUpdateAnswer } from '../protocol/heron.js';
import type { IntegrationLink } from '../protocol/integrationLink.js';
import type { Parsed } from '../protocol/parsed.js';
import { createHeronRequest, type HeronRequestOptions } from './heronRequest.js';
import { ServerProblem } from './problemResponse.js';

export interface HeronClient {
  /** The end user's links; none where Heron does not know the end user yet. */
  listLinks(endUserId: string): Promise<IntegrationLink[]>;
  /** The end user's link of one Item. */
  findLink(endUserId: string, itemId: string): Promise<IntegrationLink>;
  /** Gives Heron the Item's access token again, which makes it sync. */
  updateLink(itemId: string, accessToken: string): Promise<IntegrationLink>;
}

/** Heron's routes that the handlers use. Whatever fails is a problem, and thrown. */
export function createHeronClient(options: HeronRequestOptions): HeronClient {
  const request = createHeronRequest(options);

  function linkNotFound(operation: 'heron.listLinks' | 'heron.updateLink', itemId: string): ServerProblem {
    options.log({ code: 'heron_link_not_found', operation, itemId });
    return new ServerProblem('heron_link_not_found');
  }

  async function listLinks(endUserId: string): Promise<IntegrationLink[]> {
    const list = await request({
      operation: 'heron.listLinks',
      method: 'GET',
      path: `/api/end_users/${encodeURIComponent(endUserId)}/integration_links`,
      parse: parseHeronLinkList,
    });
    return list?.links ?? [];
  }

  return {
    listLinks,
    async findLink(endUserId, itemId) {
      const links = await listLinks(endUserId);
      const link = links.find(({ item_id }) => item_id === itemId);
      if (!link) throw linkNotFound('heron.listLinks', itemId);
      return link;
    },
    async updateLink(itemId, accessToken) {
      const operation = 'heron.updateLink';
      const answer = await request({
        operation,
        method: 'PUT',
        path: `/api/integration_links/${encodeURIComponent(itemId)}`,
        body: { end_user: { access_token: accessToken } },
        parse: (input) => parseAnswerAbout(itemId, input),
        itemId,
      });
      if (!answer) throw linkNotFound(operation, itemId);
      return answer.integration_link;
    },
  };
}

function parseAnswerAbout(itemId: string, input: unknown): Parsed<HeronUpdateAnswer> {
  const parsed = parseHeronUpdateAnswer(input);
  if (!parsed.ok || parsed.value.integration_link.item_id === itemId) return parsed;
  return { ok: false, problem: 'integration_link.item_id: expected the Item of the request' };
}
