import { getPageState } from './pageState.js';

/** What a page has to allow in its `trusted-types` directive. */
export const POLICY_NAME = 'react-plaid-update-mode';

/** As much of Trusted Types as is used here: https://w3c.github.io/trusted-types/dist/spec/ */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): object };
}

/**
 * The address of Plaid's script in the form that a page with Trusted Types takes; plain where the browser has none, or
 * where the page does not allow the policy. Made once for all copies of this library, since a page may refuse a second
 * policy of the same name. What they share is the one address, not the right to make others.
 */
export function trustScriptUrl(url: string): object | string {
  const page = getPageState();
  try {
    page.trustedScriptUrl ??= readTrustedTypes()
      ?.createPolicy(POLICY_NAME, { createScriptURL: (given) => only(url, given) })
      .createScriptURL(url);
  } catch {
    // A page that enforces nothing takes the text; so does one whose own `default` policy knows it.
  }
  return page.trustedScriptUrl ?? url;
}

function readTrustedTypes(): TrustedTypes | undefined {
  return Reflect.get(window, 'trustedTypes');
}

function only(url: string, given: string): string {
  if (given === url) return url;
  throw new TypeError(`The policy ${POLICY_NAME} lets nothing through but ${url}.`);
}
