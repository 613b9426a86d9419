import { QueryObserver, type Query, type QueryClient } from '@tanstack/react-query';
import type { OtherTabs } from '../browser/otherTabs.js';
import type { UpdateModeClient } from '../core/client.js';
import { diagnose } from '../core/diagnosis.js';
import type { Subscribe } from '../core/endpoint.js';
import { createEndpointError } from '../core/endpointError.js';
import type { Clock } from '../core/ports.js';
import { createRereading } from '../core/rereading.js';
import { safeCall } from '../core/safeCall.js';
import { createSyncPolling } from '../core/syncPolling.js';
import type { IntegrationLink } from '../protocol/integrationLink.js';
import type { IntegrationLinksQuery } from './queries.js';

/** The list's way from React Query into the Items' stores, and a repair's answer's way back. */
export interface ListFeed {
  /** Reads and follows the list until the answer is called. However many ask, there is one observer. */
  retain(): () => void;
  merge(links: readonly IntegrationLink[]): void;
  refetch(): void;
}

export interface ListFeedContext {
  queryClient: QueryClient;
  query: IntegrationLinksQuery;
  client: Pick<UpdateModeClient, 'setList' | 'leaveList' | 'isComingBack'>;
  clock: Clock;
  otherTabs: OtherTabs;
  /** The endpoint's. */
  subscribe: Subscribe;
}

export function createListFeed(context: ListFeedContext): ListFeed {
  const { queryClient, query, client, clock, otherTabs, subscribe } = context;
  const { queryKey } = query;
  const nextPause = createSyncPolling(client.isComingBack);
  let retained = 0;
  let stop: (() => void) | null = null;
  /** Whether what changes now is no news to the other tabs: they are told anyway, or know it already. */
  let isTold = false;

  /** Makes its observer late: a query that is there already is one that a HydrationBoundary would not fill in time. */
  function follow(): () => void {
    const rereading = createRereading({ clock, read: readAnew });
    const { refetchOnWindowFocus, refetchOnReconnect } = queryClient.defaultQueryOptions(query);
    const observer = new QueryObserver(queryClient, {
      ...query,
      // Without this each reading that finds nothing new would render whoever shows the list, twice.
      notifyOnChangeProps: ['status', 'data', 'error'],
      refetchInterval: ({ state }) => nextPause(state.data ?? NO_LINKS, clock.now()),
      // Whatever the app has settled on: who comes back to a broken connection may have mended it elsewhere.
      refetchOnWindowFocus: (listed) => (needsAnother(listed) ? 'always' : resolve(refetchOnWindowFocus, listed)),
      refetchOnReconnect: (listed) => (needsAnother(listed) ? 'always' : resolve(refetchOnReconnect, listed)),
    });
    let known: readonly IntegrationLink[] | undefined;

    const apply = () => {
      const { status, data, error } = observer.getCurrentResult();
      if (!isTold && known && data && !isSameList(known, data)) otherTabs.tell();
      known = data;
      client.setList({
        status,
        links: data ?? NO_LINKS,
        error: error === null ? null : createEndpointError('list_failed', error),
      });
    };
    const stopFollowing = observer.subscribe(apply);
    apply();
    const stopListening = listen(rereading.hint);
    return () => {
      stopFollowing();
      stopListening();
      rereading.stop();
    };
  }

  /** To whoever may know more than this page: the server, where it can push, and the other tabs. */
  function listen(onHint: () => void): () => void {
    const controller = new AbortController();
    safeCall(subscribe, onHint, { signal: controller.signal });
    const stopTabs = otherTabs.listen(onHint);
    return () => {
      controller.abort();
      stopTabs();
    };
  }

  function stopIfUnused(): void {
    if (retained > 0) return;
    stop?.();
    stop = null;
    client.leaveList();
  }

  function refetch(): void {
    void queryClient.invalidateQueries({ queryKey });
  }

  async function readAnew(): Promise<void> {
    // What is under way may have been asked for before the change: it is waited for, and not enough.
    if (queryClient.isFetching({ queryKey }) > 0) {
      await queryClient.refetchQueries({ queryKey, type: 'active' }, { cancelRefetch: false });
    }
    isTold = true;
    await queryClient.invalidateQueries({ queryKey });
    isTold = false;
  }

  return {
    retain() {
      retained += 1;
      stop ??= follow();
      return () => {
        retained -= 1;
        // StrictMode and a change of route let go and take hold again at once: the reading goes on.
        queueMicrotask(stopIfUnused);
      };
    },
    merge(links) {
      const isReading = queryClient.isFetching({ queryKey }) > 0;
      // A reading that began before the answer would bring back the state before the repair.
      if (isReading) void queryClient.cancelQueries({ queryKey }).then(refetch);
      isTold = true;
      queryClient.setQueryData(queryKey, (listed) => listed && mergeLinks(listed, links));
      isTold = false;
      otherTabs.tell();
    },
    refetch,
  };
}

const NO_LINKS: readonly IntegrationLink[] = [];

type ListQuery = Query<IntegrationLink[], Error, IntegrationLink[], IntegrationLinksQuery['queryKey']>;
type Answer = boolean | 'always';

/** What the app has settled on for its own queries. */
function resolve(option: Answer | ((query: ListQuery) => Answer) | undefined, listed: ListQuery): Answer {
  return typeof option === 'function' ? option(listed) : (option ?? true);
}

function needsAnother({ state }: ListQuery): boolean {
  const now = Date.now();
  return (state.data ?? NO_LINKS).some((link) => diagnose(link, { now }).severity !== 'ok');
}

function isSameList(one: readonly IntegrationLink[], other: readonly IntegrationLink[]): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

function mergeLinks(listed: IntegrationLink[], refreshed: readonly IntegrationLink[]): IntegrationLink[] {
  const byId = new Map(refreshed.map((link) => [link.item_id, link]));
  const merged = listed.map((link) => byId.get(link.item_id) ?? link);
  const known = new Set(listed.map((link) => link.item_id));
  return [...merged, ...refreshed.filter((link) => !known.has(link.item_id))];
}
