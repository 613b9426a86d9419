import { createHeronProxyEndpoint, createHttpEndpoint, type UpdateModeEndpoint } from 'react-plaid-update-mode';

/** The two forms in which this demo's server can be asked. */
export type EndpointKind = 'routes' | 'heron_proxy';

const PARAMETER = 'endpoint';

const ENDPOINTS: Record<EndpointKind, UpdateModeEndpoint> = {
  routes: createHttpEndpoint('/api/update-mode'),
  heron_proxy: createHeronProxyEndpoint({
    baseUrl: '/api/heron',
    linkTokenUrl: '/api/update-mode/link-token',
    linksUrl: '/api/update-mode/integration-links',
  }),
};

export function getEndpoint(kind: EndpointKind): UpdateModeEndpoint {
  return ENDPOINTS[kind];
}

/** Kept in the page's address, so that a reload stays with it. */
export function readEndpointKind(): EndpointKind {
  return new URLSearchParams(location.search).get(PARAMETER) === 'heron_proxy' ? 'heron_proxy' : 'routes';
}

export function writeEndpointKind(kind: EndpointKind): void {
  history.replaceState(null, '', kind === 'routes' ? location.pathname : `?${PARAMETER}=${kind}`);
}
