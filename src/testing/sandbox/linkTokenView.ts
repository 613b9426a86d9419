import type { LinkSession, LinkToken } from './linkTokenStore.js';

/** Plaid gives the data of a session for six hours after its end. */
const SHOWN_FOR = 6 * 60 * 60 * 1000;

const toTime = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

/** In update mode no Item is added: the end of a session is its HANDOFF. */
function viewSession(session: LinkSession): object {
  const { linkSessionId, startedAt, finishedAt, outcome } = session;
  const event = { event_id: linkSessionId, event_metadata: {}, timestamp: toTime(finishedAt) };
  const metadata = { link_session_id: linkSessionId, status: 'requires_credentials' };
  return {
    link_session_id: linkSessionId,
    started_at: toTime(startedAt),
    finished_at: toTime(finishedAt),
    events: outcome === null ? [] : [{ ...event, event_name: outcome === 'success' ? 'HANDOFF' : 'EXIT' }],
    exit: outcome === 'exit' ? { error: null, metadata } : null,
    results: outcome === 'success' ? { item_add_results: [] } : null,
  };
}

/** The answer of `/link/token/get`. */
export function viewLinkToken({ linkToken, request, createdAt, expiresAt, sessions }: LinkToken, now: number): object {
  const shown = sessions.filter(({ finishedAt }) => finishedAt === null || now - finishedAt < SHOWN_FOR);
  return {
    link_token: linkToken,
    created_at: toTime(createdAt),
    expiration: toTime(expiresAt),
    link_sessions: shown.map(viewSession),
    metadata: {
      initial_products: request.products ?? [],
      webhook: request.webhook ?? null,
      country_codes: request.country_codes,
      language: request.language,
      redirect_uri: request.redirect_uri ?? null,
      client_name: request.client_name,
    },
  };
}
