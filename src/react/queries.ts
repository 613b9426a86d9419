import { queryOptions } from '@tanstack/react-query';
import { ensureCheckedEndpoint } from '../core/checkedEndpoint.js';
import type { UpdateModeEndpoint } from '../core/endpoint.js';
import { createEndpointError } from '../core/endpointError.js';
import { UpdateModeError } from '../core/errors.js';
import { createHttpEndpoint } from '../core/httpEndpoint.js';

export interface IntegrationLinksQueryOptions {
  /** As given to the provider. */
  endpoint: string | UpdateModeEndpoint;
  /** As given to the provider: whose connections these are. */
  scope: string;
}

const MOST_RETRIES = 2;

/**
 * The one query of this library, for prefetching it (a server component, a router's loader) and for finding
 * it in the app's QueryClient. On a server give an absolute URL, or functions of your own.
 *
 * @example await queryClient.prefetchQuery(integrationLinksQuery({ endpoint, scope: user.id }))
 */
export function integrationLinksQuery({ endpoint, scope }: IntegrationLinksQueryOptions) {
  const checked = resolveEndpoint(endpoint);
  return queryOptions({
    queryKey: ['update-mode', 'integration-links', scope],
    queryFn: async ({ signal }) => {
      try {
        const { integration_links } = await checked.listIntegrationLinks({ signal });
        return integration_links;
      } catch (cause) {
        throw createEndpointError('list_failed', cause);
      }
    },
    retry: (count, error) => count < MOST_RETRIES && UpdateModeError.isInstance(error) && error.isRetryable,
  });
}

/** The endpoint in the form that the rest of the library uses. Throws `misuse` where it can't be one. */
export function resolveEndpoint(endpoint: string | UpdateModeEndpoint): UpdateModeEndpoint {
  return typeof endpoint === 'object' && endpoint !== null
    ? ensureCheckedEndpoint(endpoint)
    : createHttpEndpoint(endpoint);
}
