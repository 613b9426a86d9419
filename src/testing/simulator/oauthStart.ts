import type { LinkBackend, OAuthState } from '../linkBackend.js';

/** Sends a visit to the bank's own page. */
export function startOAuth(
  backend: LinkBackend,
  session: { linkToken: string; linkSessionId: string },
): Promise<OAuthState> {
  if (backend.startOAuth === undefined) {
    return Promise.reject(new Error("This backend knows no OAuth: give the simulator a sandbox's link."));
  }
  return backend.startOAuth(session);
}
