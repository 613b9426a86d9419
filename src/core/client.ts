import type { IntegrationLink } from '../protocol/integrationLink.js';
import type { LinkTokenRequest } from '../protocol/linkToken.js';
import type { RepairAnswer } from '../protocol/repair.js';
import { readItemId } from '../protocol/target.js';
import type { ClientEvent } from './clientEvent.js';
import type { Dismissals, DismissalsContext } from './dismissals.js';
import type { UpdateModeEndpoint } from './endpoint.js';
import type { UpdateModeError } from './errors.js';
import { createHostedVisits } from './hostedVisits.js';
import type { Item } from './item.js';
import { createLateStore } from './lateStore.js';
import { createLinkCoordinator, type LinkCoordinator } from './linkCoordinator.js';
import { createLinkTokens } from './linkTokens.js';
import { resumeVisits } from './oauthResume.js';
import { createOutbox, type Outbox } from './outbox.js';
import type { Ports } from './ports.js';
import { createRepairSession, type RepairSession } from './repairSession.js';
import { createSessions, type SessionHearing } from './sessions.js';
import { createStorageNews, type StorageNews } from './storageNews.js';
import type { ReadableStore } from './store.js';
import { createUserProgress, type RepairAllProgress } from './userProgress.js';
import { createWaitingVisits } from './waitingVisits.js';

/** The app's connections as the server last listed them. */
export interface IntegrationLinksState {
  status: 'pending' | 'success' | 'error';
  links: readonly IntegrationLink[];
  /** Why the last reading failed; `links` then still holds the one before. */
  error: UpdateModeError | null;
}

export interface UpdateModeClient {
  readonly coordinator: LinkCoordinator;
  readonly list: ReadableStore<IntegrationLinksState>;
  getServerList(): IntegrationLinksState;
  /** The Item's store, made on first sight. */
  item(itemId: string): Item;
  /** The visits of one target for one purpose. */
  session(request: LinkTokenRequest): RepairSession;
  /** The reports that the server has not answered yet. */
  readonly outbox: Pick<Outbox, 'undelivered' | 'sendAgain' | 'discard'>;
  /** Which banners the user has put away: one for the provider, made when the first of them asks. */
  dismissals(create: CreateDismissals): Omit<Dismissals, 'start' | 'stop'>;
  /** How far the user is with all of their Items, over the visits for the target `user`. */
  readonly userProgress: ReadableStore<RepairAllProgress | null>;
  setList(state: IntegrationLinksState): void;
  /** Nobody follows the list any longer. */
  leaveList(): void;
  /** Whether a visit of the Item has succeeded and its data is still on its way. */
  isComingBack(itemId: string): boolean;
  onEvent(listener: (event: ClientEvent) => void): () => void;
  onStorageNews(listener: (news: StorageNews) => void): () => void;
  start(): void;
  stop(): void;
}

export type CreateDismissals = (
  context: Pick<DismissalsContext, 'scope' | 'onEvent'> & { ports: Pick<Ports, 'clock' | 'attention'> },
) => Dismissals;

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
  const outbox = createOutbox({
    endpoint,
    scope,
    ports,
    onFound: (report) => sessions.of(report).follow(report),
  });
  const visits = createWaitingVisits(scope, ports);
  const hostedVisits = createHostedVisits(ports);
  let dismissals: Dismissals | null = null;
  let isStarted = false;
  const list = createLateStore(() => createInitialList(getInitialLinks?.()));
  /** The links that the Items have been told of. */
  let handedOut: readonly IntegrationLink[] | null = null;
  const userProgress = createUserProgress();
  const listeners = new Set<(event: ClientEvent) => void>();
  let stopAsking = () => {};
  const sessions = createSessions({ clock: ports.clock, getInitialLinks, createSession, emit });

  function emit(event: ClientEvent): void {
    for (const listener of [...listeners]) listener(event);
  }

  function takeAnswer({ target, purpose }: LinkTokenRequest, answer: RepairAnswer): void {
    const { integration_links } = answer;
    userProgress.take(answer);
    for (const link of integration_links) sessions.item(link.item_id).setLink(link, 'answer');
    options.mergeIntoList(integration_links);
    const itemId = readItemId(target);
    if (itemId !== null) sessions.item(itemId).noteAccounts(purpose, answer.accounts ?? null);
    if (!integration_links.some((link) => link.item_id === itemId)) options.refetchList();
    // The visit that was answered hears of it first.
    queueMicrotask(() => {
      for (const { item_id } of integration_links) sessions.item(item_id).review();
    });
  }

  function createSession(request: LinkTokenRequest, { onChange, isHealed }: SessionHearing): RepairSession {
    const onAnswer = (answer: RepairAnswer) => takeAnswer(request, answer);
    const shared = { coordinator, outbox, visits, hostedVisits, ports };
    return createRepairSession({
      ...shared,
      request,
      onChange,
      onAnswer,
      onGone: options.refetchList,
      isHealed,
    });
  }

  function sweepDismissals(): void {
    const { status, links } = list.getSnapshot();
    if (status === 'success') dismissals?.sweep(links, true);
  }

  return {
    coordinator,
    list,
    getServerList: list.getInitial,
    item: sessions.item,
    session: sessions.get,
    outbox,
    dismissals(create) {
      if (dismissals) return dismissals;
      dismissals = create({ scope, ports, onEvent: emit });
      if (isStarted) {
        dismissals.start();
        sweepDismissals();
      }
      return dismissals;
    },
    userProgress,
    setList(state) {
      const before = handedOut ?? list.getSnapshot().links;
      list.set(state);
      if (state.links === handedOut) return;
      handedOut = state.links;
      const listed = new Set(state.links.map((link) => link.item_id));
      for (const link of state.links) sessions.item(link.item_id).setLink(link, 'list');
      for (const { item_id } of before) if (!listed.has(item_id)) sessions.item(item_id).setLink(null, 'list');
      sweepDismissals();
    },
    leaveList() {
      for (const item of sessions.items()) item.leaveList();
    },
    isComingBack(itemId) {
      const snapshot = sessions.findItem(itemId)?.getSnapshot();
      return snapshot?.session.status === 'confirming' || snapshot?.recovery === 'syncing';
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onStorageNews: createStorageNews(outbox.undelivered),
    start() {
      outbox.start();
      dismissals?.start();
      isStarted = true;
      for (const item of sessions.items()) item.start();
      hostedVisits.start();
      visits.takeBackAll();
      stopAsking = resumeVisits({
        scope,
        ports,
        visits,
        resume: (visit) => sessions.of(visit).resume(visit),
        askAbout: (visit, onAnswered) => sessions.of(visit).askAbout(visit, onAnswered),
      });
    },
    stop() {
      coordinator.stop();
      stopAsking();
      visits.leaveAll();
      outbox.stop();
      dismissals?.stop();
      isStarted = false;
      hostedVisits.stop();
      for (const item of sessions.items()) item.stop();
    },
  };
}

function createInitialList(links: readonly IntegrationLink[] | undefined): IntegrationLinksState {
  return { status: links ? 'success' : 'pending', links: links ?? [], error: null };
}
