import type { OAuthReturn } from '../../src/core/ports.js';

/** The page's address, in the test's hands. */
export interface OAuthReturnByHand extends OAuthReturn {
  /** What still stands in the address. */
  readonly url: string | null;
}

/** With a `url`: the bank has sent the user back to it. */
export function createOAuthReturnByHand(url: string | null = null): OAuthReturnByHand {
  let isTaken = false;
  let standing = url;
  return {
    get url() {
      return standing;
    },
    take() {
      if (isTaken) return null;
      isTaken = url !== null;
      return url;
    },
    giveBack: () => void (isTaken = false),
    clean: () => void (standing = null),
  };
}
