import type { EndpointChange, Subscribe } from '../core/endpoint.js';
import { UpdateModeError } from '../core/errors.js';

export interface ServerSentEventsOptions {
  /** Sends cookies to another origin as well; your own gets them always. */
  withCredentials?: boolean | undefined;
}

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;
/** A connection that has held for this long was a good one. */
const GOOD_MS = 10_000;

/**
 * News from your server by server-sent events, as an endpoint's `subscribe`. An event named `change` with
 * `{"item_id":"…"}` has the list read again; so does each connection after a break, since something may have been
 * missed. It reconnects with growing pauses, at once when the network comes back, and rests while the page is hidden.
 * A browser without EventSource goes on asking now and then.
 *
 * @example endpoint={{ ...createHttpEndpoint('/api/update-mode'), subscribe: createServerSentEvents('/api/update-mode-events') }}
 */
export function createServerSentEvents(
  url: string,
  { withCredentials = false }: ServerSentEventsOptions = {},
): Subscribe {
  if (typeof url !== 'string' || url.trim() === '') throw new UpdateModeError('misuse', NO_URL);

  return (onChange, { signal }) => {
    if (typeof EventSource === 'undefined' || signal.aborted) return;
    let source: EventSource | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let breaks = 0;
    /** Whether this is not the first connection: something may have happened that nobody has heard of. */
    let hasMissed = false;

    function connect(): void {
      disconnect();
      if (document.visibilityState === 'hidden') return;
      let openedAt = Number.POSITIVE_INFINITY;
      source = new EventSource(url, { withCredentials });
      source.addEventListener('open', () => {
        openedAt = Date.now();
        if (hasMissed) onChange();
      });
      source.addEventListener('change', ({ data }) => onChange(readChange(data)));
      // Left to itself, a browser tries again at one pace, and after some answers never.
      source.addEventListener('error', () => {
        disconnect();
        if (Date.now() - openedAt >= GOOD_MS) breaks = 0;
        const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** breaks);
        breaks += 1;
        // Not everybody at once, where it is the server that was gone.
        timer = setTimeout(reconnect, pause * (0.5 + Math.random()));
      });
    }

    function disconnect(): void {
      clearTimeout(timer);
      source?.close();
      source = null;
    }

    function reconnect(): void {
      hasMissed = true;
      connect();
    }

    /** What was there before may be dead without having noticed. */
    function onOnline(): void {
      breaks = 0;
      reconnect();
    }

    /** A hidden page needs no news, and a browser has few connections for one server: six, over HTTP/1.1. */
    function onVisibility(): void {
      if (document.visibilityState === 'hidden') disconnect();
      else if (!source) onOnline();
    }

    window.addEventListener('online', onOnline);
    document.addEventListener('visibilitychange', onVisibility);
    signal.addEventListener('abort', () => {
      disconnect();
      window.removeEventListener('online', onOnline);
      document.removeEventListener('visibilitychange', onVisibility);
    });
    connect();
  };
}

/** A hint says enough without its words. */
function readChange(data: unknown): EndpointChange {
  try {
    const change: unknown = JSON.parse(String(data));
    if (typeof change !== 'object' || change === null || !('item_id' in change)) return {};
    return typeof change.item_id === 'string' ? { item_id: change.item_id } : {};
  } catch {
    return {};
  }
}

const NO_URL =
  'createServerSentEvents() got no URL, so it has nowhere to listen. ' +
  'Give the URL of your route that sends the events, for example "/api/update-mode-events".';
