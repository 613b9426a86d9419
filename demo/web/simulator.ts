import {
  createHttpLinkBackend,
  installLinkSimulator,
  LINK_ERRORS,
  type LinkSimulator,
} from 'react-plaid-update-mode/testing';

type OAuthWay = 'popup' | 'redirect';

/** Link on a machine without network. Loaded only where the server says that its own sandbox is used. */
export interface DemoSimulator {
  simulator: LinkSimulator;
  /** The error codes that it can end a visit with. */
  errorCodes: string[];
  oauth: OAuthWay;
  useOAuth(way: OAuthWay): void;
}

/** A redirect leaves the page, so what was chosen has to outlive it. */
const OAUTH_KEY = 'harbour-demo-oauth';

export function installDemoSimulator(): DemoSimulator {
  const oauth = sessionStorage.getItem(OAUTH_KEY) === 'redirect' ? 'redirect' : 'popup';
  const simulator = installLinkSimulator({ backend: createHttpLinkBackend('/demo'), oauth });
  return {
    simulator,
    errorCodes: Object.keys(LINK_ERRORS),
    oauth,
    useOAuth(way) {
      sessionStorage.setItem(OAUTH_KEY, way);
      simulator.configure({ oauth: way });
    },
  };
}
