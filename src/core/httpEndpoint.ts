import { createCheckedEndpoint } from './checkedEndpoint.js';
import type { UpdateModeEndpoint } from './endpoint.js';
import { assertEndpointUrl, joinUrl } from './endpointUrl.js';
import { readRetryAfter, requestJson, type HttpOptions } from './jsonRequest.js';

const DEFAULT_RETRY_AFTER_SECONDS = 3;

/**
 * The endpoint over HTTP, as `createUpdateModeHandler` serves it. A URL given to the provider is this with
 * its defaults.
 *
 * @example createHttpEndpoint('/api/update-mode', { headers: () => ({ authorization: `Bearer ${session.token}` }) })
 */
export function createHttpEndpoint(url: string, options: HttpOptions = {}): UpdateModeEndpoint {
  assertEndpointUrl(url, 'The endpoint');
  return createCheckedEndpoint({
    async listIntegrationLinks({ signal }) {
      const answer = await requestJson(options, { url: joinUrl(url, 'integration-links'), method: 'GET', signal });
      return answer.body;
    },
    async createLinkToken(body, { signal }) {
      const answer = await requestJson(options, { url: joinUrl(url, 'link-token'), method: 'POST', signal, body });
      return answer.body;
    },
    async reportRepair(body, { signal, idempotencyKey }) {
      const answer = await requestJson(options, {
        url: joinUrl(url, 'repairs'),
        method: 'POST',
        signal,
        body,
        idempotencyKey,
        outlivesPage: true,
      });
      return answer.status === 202 ? readStillChecking(answer.headers) : answer.body;
    },
  });
}

/** What a 202 says: ask again after `Retry-After`, or after three seconds where it is missing. */
export function readStillChecking(headers: Headers): { result: 'checking'; retryAfter: number } {
  return { result: 'checking', retryAfter: readRetryAfter(headers) ?? DEFAULT_RETRY_AFTER_SECONDS };
}
