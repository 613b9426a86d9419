import {
  createHeronProxyEndpoint,
  createHttpEndpoint,
  createServerSentEvents,
  type Subscribe,
  type UpdateModeEndpoint,
} from 'react-plaid-update-mode';

/** The two forms in which this demo's server can be asked. */
export type EndpointKind = 'routes' | 'heron_proxy';

const PARAMETER = 'endpoint';

/** Both in one: `onChange` hears with the library that something has changed. */
export function createEndpoints(onChange: () => void): Record<EndpointKind, UpdateModeEndpoint> {
  const hear = createServerSentEvents('/api/update-mode-events');
  const subscribe: Subscribe = (tell, context) =>
    hear((change) => {
      tell(change);
      onChange();
    }, context);
  return {
    routes: { ...createHttpEndpoint('/api/update-mode'), subscribe },
    heron_proxy: {
      ...createHeronProxyEndpoint({
        baseUrl: '/api/heron',
        linkTokenUrl: '/api/update-mode/link-token',
        linksUrl: '/api/update-mode/integration-links',
      }),
      subscribe,
    },
  };
}

/** Kept in the page's address, so that a reload stays with it. */
export function readEndpointKind(): EndpointKind {
  return new URLSearchParams(location.search).get(PARAMETER) === 'heron_proxy' ? 'heron_proxy' : 'routes';
}

export function writeEndpointKind(kind: EndpointKind): void {
  history.replaceState(null, '', kind === 'routes' ? location.pathname : `?${PARAMETER}=${kind}`);
}
