import type { OAuthReturn } from '../core/ports.js';
import { getPageState, type PageState } from './pageState.js';

const PARAMETER = 'oauth_state_id';

/** Reads the address as it is now, before any router of the app has moved on. */
export function createOAuthReturn(getPage: () => PageState = getPageState): OAuthReturn {
  const seen = readReturn();
  return {
    take() {
      const page = getPage();
      const url = seen ?? readReturn();
      if (url !== null && page.oauthReturn?.url !== url) page.oauthReturn = { url, isTaken: false };
      if (!page.oauthReturn || page.oauthReturn.isTaken) return null;
      page.oauthReturn.isTaken = true;
      return page.oauthReturn.url;
    },
    giveBack() {
      const { oauthReturn } = getPage();
      if (oauthReturn) oauthReturn.isTaken = false;
    },
    clean() {
      if (readReturn() === null) return;
      const url = new URL(location.href);
      // By hand: `searchParams` would write the app's own parameters anew, and in its own way.
      const kept = url.search.slice(1).split('&');
      url.search = kept.filter((part) => part.split('=')[0] !== PARAMETER).join('&');
      try {
        history.replaceState(history.state, '', url);
      } catch {
        // A sandboxed frame has no history to write. The id is of no more use to anybody.
      }
    },
  };
}

/** Plaid wants the address as it was sent, and no fragment: https://plaid.com/docs/link/oauth/ (read 2026-11). */
function readReturn(): string | null {
  if (typeof document === 'undefined' || !new URLSearchParams(location.search).get(PARAMETER)) return null;
  const url = new URL(location.href);
  url.hash = '';
  return url.href;
}
