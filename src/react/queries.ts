import { queryOptions, type DataTag } from '@tanstack/react-query';
import { ensureCheckedEndpoint } from '../core/checkedEndpoint.js';
import type { UpdateModeEndpoint } from '../core/endpoint.js';
import { createEndpointError } from '../core/endpointError.js';
import { UpdateModeError } from '../core/errors.js';
import { createHttpEndpoint } from '../core/httpEndpoint.js';
import type { IntegrationLink } from '../protocol/integrationLink.js';

export interface IntegrationLinksQueryOptions {
  /** As given to the provider. */
  endpoint: string | UpdateModeEndpoint;
  /** As given to the provider: whose connections these are. */
  scope: string;
}

/** The list of connections as React Query takes it. The key carries the type of the data. */
export interface IntegrationLinksQuery {
  queryKey: DataTag<readonly string[], IntegrationLink[], Error>;
  queryFn(context: { signal: AbortSignal }): Promise<IntegrationLink[]>;
  retry(failureCount: number, error: Error): boolean;
}

const MOST_RETRIES = 2;

/**
 * The one query of this library, for prefetching it (a server component, a router's loader) and for finding
 * it in the app's QueryClient. On a server give an absolute URL, or functions of your own.
 *
 * @example await queryClient.prefetchQuery(integrationLinksQuery({ endpoint, scope: user.id }))
 */
export function integrationLinksQuery({ endpoint, scope }: IntegrationLinksQueryOptions): IntegrationLinksQuery {
  const checked = resolveEndpoint(endpoint);
  async function queryFn({ signal }: { signal: AbortSignal }): Promise<IntegrationLink[]> {
    try {
      const { integration_links } = await checked.listIntegrationLinks({ signal });
      return integration_links;
    } catch (cause) {
      throw createEndpointError('list_failed', cause);
    }
  }
  const key: readonly string[] = ['update-mode', 'integration-links', scope];
  return {
    queryKey: queryOptions({ queryKey: key, queryFn }).queryKey,
    queryFn,
    retry: (failureCount, error) =>
      failureCount < MOST_RETRIES && UpdateModeError.isInstance(error) && error.isRetryable,
  };
}

/** The endpoint in the form that the rest of the library uses. Throws `misuse` where it can't be one. */
export function resolveEndpoint(endpoint: string | UpdateModeEndpoint): UpdateModeEndpoint {
  return typeof endpoint === 'object' && endpoint !== null
    ? ensureCheckedEndpoint(endpoint)
    : createHttpEndpoint(endpoint);
}
