import { QueryObserver, type QueryClient } from '@tanstack/react-query';
import type { UpdateModeClient } from '../core/client.js';
import { createEndpointError } from '../core/endpointError.js';
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

export function createListFeed(
  queryClient: QueryClient,
  query: IntegrationLinksQuery,
  { setList, leaveList, isComingBack }: Pick<UpdateModeClient, 'setList' | 'leaveList' | 'isComingBack'>,
): ListFeed {
  const nextPause = createSyncPolling(isComingBack);
  let retained = 0;
  let stop: (() => void) | null = null;

  /** Makes its observer late: a query that is there already is one that a HydrationBoundary would not fill in time. */
  function follow(): () => void {
    const observer = new QueryObserver(queryClient, {
      ...query,
      // Without this each reading that finds nothing new would render whoever shows the list, twice.
      notifyOnChangeProps: ['status', 'data', 'error'],
      refetchInterval: ({ state }) => nextPause(state.data ?? [], Date.now()),
    });
    const apply = () => {
      const { status, data, error } = observer.getCurrentResult();
      setList({
        status,
        links: data ?? NO_LINKS,
        error: error === null ? null : createEndpointError('list_failed', error),
      });
    };
    const stopFollowing = observer.subscribe(apply);
    apply();
    return stopFollowing;
  }

  function stopIfUnused(): void {
    if (retained > 0) return;
    stop?.();
    stop = null;
    leaveList();
  }

  function refetch(): void {
    void queryClient.invalidateQueries({ queryKey: query.queryKey });
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
      const isReading = queryClient.isFetching({ queryKey: query.queryKey }) > 0;
      // A reading that began before the answer would bring back the state before the repair.
      if (isReading) void queryClient.cancelQueries({ queryKey: query.queryKey }).then(refetch);
      queryClient.setQueryData(query.queryKey, (listed) => listed && mergeLinks(listed, links));
    },
    refetch,
  };
}

const NO_LINKS: readonly IntegrationLink[] = [];

function mergeLinks(listed: IntegrationLink[], refreshed: readonly IntegrationLink[]): IntegrationLink[] {
  const byId = new Map(refreshed.map((link) => [link.item_id, link]));
  const merged = listed.map((link) => byId.get(link.item_id) ?? link);
  const known = new Set(listed.map((link) => link.item_id));
  return [...merged, ...refreshed.filter((link) => !known.has(link.item_id))];
}
