import {
  createHttpLinkBackend,
  installLinkSimulator,
  LINK_ERRORS,
  type LinkSimulator,
} from 'react-plaid-update-mode/testing';

/** Link on a machine without network. Loaded only where the server says that its own sandbox is used. */
export interface DemoSimulator {
  simulator: LinkSimulator;
  /** The error codes that it can end a visit with. */
  errorCodes: string[];
}

export function installDemoSimulator(): DemoSimulator {
  const simulator = installLinkSimulator({ backend: createHttpLinkBackend('/demo/link') });
  return { simulator, errorCodes: Object.keys(LINK_ERRORS) };
}
