import { parseHeronLinkList, parseHeronUpdateAnswer } from '../protocol/heron.js';
import { DEFAULT_PURPOSE } from '../protocol/purpose.js';
import type { RepairReport } from '../protocol/repair.js';
import { readItemId } from '../protocol/target.js';
import { createCheckedEndpoint } from './checkedEndpoint.js';
import type { UpdateModeEndpoint } from './endpoint.js';
import { UpdateModeError } from './errors.js';
import { EndpointFault } from './endpointFault.js';
import { assertEndpointUrl, joinUrl } from './endpointUrl.js';
import { readStillChecking } from './httpEndpoint.js';
import { requestJson, type HttpOptions } from './jsonRequest.js';

export interface HeronProxyUrls {
  /** Where your proxy answers `PUT /api/integration_links/{item_id}`, adding Heron's key and the access token. */
  baseUrl: string;
  /** `POST` of `{ target, purpose }`, answered with `{ link_token, expiration }`. */
  linkTokenUrl: string;
  /** `GET`, answered in Heron's envelope `{ links }` or in ours, `{ integration_links }`. */
  linksUrl: string;
}

/**
 * The endpoint for an app whose server passes Heron's own API through. Heron's answer does not say whether
 * Plaid was asked: unless the proxy does (`createHeronProxyHandler`), a repair ends as not verified.
 */
export function createHeronProxyEndpoint(urls: HeronProxyUrls, options: HttpOptions = {}): UpdateModeEndpoint {
  const { baseUrl, linkTokenUrl, linksUrl } = urls;
  assertEndpointUrl(baseUrl, 'baseUrl');
  assertEndpointUrl(linkTokenUrl, 'linkTokenUrl');
  assertEndpointUrl(linksUrl, 'linksUrl');

  async function listIntegrationLinks({ signal }: { signal: AbortSignal }) {
    const { body } = await requestJson(options, { url: linksUrl, method: 'GET', signal });
    const inHeronsEnvelope = parseHeronLinkList(body);
    return inHeronsEnvelope.ok ? { integration_links: inHeronsEnvelope.value.links } : body;
  }

  return createCheckedEndpoint({
    listIntegrationLinks,
    async createLinkToken(body, { signal }) {
      const answer = await requestJson(options, { url: linkTokenUrl, method: 'POST', signal, body });
      return answer.body;
    },
    async reportRepair(report, { signal, idempotencyKey }) {
      // Heron has no way to ask how an Item is: only a visit that succeeded gives a reason for its PUT.
      if (report.outcome !== 'success') return { ...(await readList({ signal })), result: 'unchanged' };
      const url = joinUrl(baseUrl, createUpdatePath(report));
      try {
        const answer = await requestJson(options, {
          url,
          method: 'PUT',
          signal,
          body: {},
          idempotencyKey,
          outlivesPage: true,
        });
        if (answer.status === 202) return readStillChecking(answer.headers);
        return readUpdate(answer.body);
      } catch (error) {
        if (!(error instanceof EndpointFault) || error.problemCode !== 'still_broken') throw error;
        return { ...(await readList({ signal })), result: 'still_broken' };
      }
    },
  });

  async function readList(context: { signal: AbortSignal }): Promise<object> {
    const list = await listIntegrationLinks(context);
    return typeof list === 'object' && list !== null ? list : {};
  }
}

/** Heron's own path; what the visit was for stands behind it, for a proxy that asks Plaid. */
function createUpdatePath({ target, purpose }: RepairReport): string {
  const itemId = readItemId(target);
  if (itemId === null) {
    const message = "A proxy in Heron's shape knows Items alone: give the provider createHttpEndpoint() or your own.";
    throw new UpdateModeError('report_failed', message);
  }
  const query = purpose === DEFAULT_PURPOSE ? '' : `?purpose=${encodeURIComponent(purpose)}`;
  return `api/integration_links/${encodeURIComponent(itemId)}${query}`;
}

function readUpdate(body: unknown): unknown {
  const parsed = parseHeronUpdateAnswer(body);
  if (!parsed.ok)
    throw new EndpointFault('invalid_answer', `The proxy's answer has another shape (${parsed.problem}).`);
  const { integration_link, result } = parsed.value;
  return { result: result ?? 'unverifiable', integration_links: [integration_link] };
}
