import type { IntegrationLink } from '../protocol/integrationLink.js';
import type { UpdateModeEndpoint } from './endpoint.js';
import type { UpdateModeError } from './errors.js';
import { createItem, type Item } from './item.js';
import { createLateStore } from './lateStore.js';
import { createLinkCoordinator, type LinkCoordinator } from './linkCoordinator.js';
import { createLinkTokens } from './linkTokens.js';
import { createOutbox } from './outbox.js';
import type { Ports } from './ports.js';
import { createRepairSession, type Launcher } from './repairSession.js';
import type { SessionState } from './session.js';
import type { ReadableStore } from './store.js';

/** The app's connections as the server last listed them. */
export interface IntegrationLinksState {
  status: 'pending' | 'success' | 'error';
  links: readonly IntegrationLink[];
  /** Why the last reading failed; `links` then still holds the one before. */
  error: UpdateModeError | null;
}

/** What happens to an Item, for whoever wants to hear of it. */
export type ItemEvent =
  | { type: 'session'; itemId: string; state: SessionState; link: IntegrationLink | null; launcher: Launcher | null }
  | { type: 'connected'; itemId: string; link: IntegrationLink | null };

export interface UpdateModeClient {
  readonly coordinator: LinkCoordinator;
  readonly list: ReadableStore<IntegrationLinksState>;
  getServerList(): IntegrationLinksState;
  /** The Item's store, made on first sight. */
  item(itemId: string): Item;
  setList(state: IntegrationLinksState): void;
  /** Nobody follows the list any longer. */
  leaveList(): void;
  /** Whether a visit of the Item has succeeded and its data is still on its way. */
  isComingBack(itemId: string): boolean;
  onItemEvent(listener: (event: ItemEvent) => void): () => void;
  start(): void;
  stop(): void;
}

export interface UpdateModeClientOptions {
  endpoint: UpdateModeEndpoint;
  scope: string;
  ports: Ports;
  /** The list as it was prefetched, if it was. Asked late: it may come with a part of the page below the provider. */
  getInitialLinks?: (() => readonly IntegrationLink[] | undefined) | undefined;
  /** Takes a repair's refreshed links into the list, wherever that is kept. */
  mergeIntoList(links: readonly IntegrationLink[]): void;
  /** Reads the list again, for a repair whose answer lacks its Item. */
  refetchList(): void;
}

/** Everything that one provider shares: the Items, the one way into Link, and the reports on their way. */
export function createUpdateModeClient(options: UpdateModeClientOptions): UpdateModeClient {
  const { endpoint, scope, ports, getInitialLinks } = options;
  const coordinator = createLinkCoordinator(createLinkTokens(endpoint, ports.clock), ports);
  const outbox = createOutbox(endpoint, scope, ports);
  const list = createLateStore(() => createInitialList(getInitialLinks?.()));
  /** The links that the Items have been told of. */
  let handedOut: readonly IntegrationLink[] | null = null;
  const items = new Map<string, Item>();
  const listeners = new Set<(event: ItemEvent) => void>();

  function emit(event: ItemEvent): void {
    for (const listener of [...listeners]) listener(event);
  }

  function getItem(itemId: string): Item {
    const known = items.get(itemId);
    if (known) return known;
    const linkOf = () => items.get(itemId)?.getSnapshot().link ?? null;
    const item = createItem({
      itemId,
      initialLink: getInitialLinks?.()?.find((link) => link.item_id === itemId) ?? null,
      clock: ports.clock,
      onSession: (state, launcher) => emit({ type: 'session', itemId, state, link: linkOf(), launcher }),
      onConnected: () => emit({ type: 'connected', itemId, link: linkOf() }),
      createSession: (onChange) =>
        createRepairSession({
          itemId,
          coordinator,
          outbox,
          clock: ports.clock,
          onChange,
          onAnswer({ integration_links }) {
            for (const link of integration_links) getItem(link.item_id).setLink(link, 'answer');
            options.mergeIntoList(integration_links);
            if (!integration_links.some((link) => link.item_id === itemId)) options.refetchList();
          },
        }),
    });
    items.set(itemId, item);
    return item;
  }

  return {
    coordinator,
    list,
    getServerList: list.getInitial,
    item: getItem,
    setList(state) {
      const before = handedOut ?? list.getSnapshot().links;
      list.set(state);
      if (state.links === handedOut) return;
      handedOut = state.links;
      const listed = new Set(state.links.map((link) => link.item_id));
      for (const link of state.links) getItem(link.item_id).setLink(link, 'list');
      for (const { item_id } of before) if (!listed.has(item_id)) getItem(item_id).setLink(null, 'list');
    },
    leaveList() {
      for (const item of items.values()) item.leaveList();
    },
    isComingBack(itemId) {
      const snapshot = items.get(itemId)?.getSnapshot();
      return snapshot?.session.status === 'confirming' || snapshot?.recovery === 'syncing';
    },
    onItemEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start() {
      outbox.start();
      for (const item of items.values()) item.start();
    },
    stop() {
      coordinator.stop();
      outbox.stop();
      for (const item of items.values()) item.stop();
    },
  };
}

function createInitialList(links: readonly IntegrationLink[] | undefined): IntegrationLinksState {
  return { status: links ? 'success' : 'pending', links: links ?? [], error: null };
}
