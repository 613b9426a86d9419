import type { OutboxStorage } from '../../src/core/outboxStorage.js';
import { readRecord } from '../../src/core/outboxRecord.js';
import { LIFETIME_MS } from '../../src/core/linkTokens.js';
import { createRequestKey, type LinkTokenRequest } from '../../src/protocol/linkToken.js';
import type { RepairReport } from '../../src/protocol/repair.js';
import { settled } from '../support/clockByHand.js';
import type { LinkByHand } from '../support/linkHostByHand.js';
import { createTabLocksByHand } from '../support/tabLocksByHand.js';
import { createModelBrowser } from './modelBrowser.js';
import { createModelNetwork } from './modelNetwork.js';
import { createModelPage, type ModelPage, type ModelProvider } from './modelPage.js';
import { createModelServer } from './modelServer.js';
import { createModelTime } from './modelTime.js';

/** A visit that Link has finished: the user has done their part. */
export interface FinishedVisit {
  readonly sessionId: string;
  readonly scope: string;
  readonly request: LinkTokenRequest;
  readonly provider: ModelProvider;
  /** When its token was made, by the device's clock: what a note of it goes by. */
  readonly startedAt: number;
  /** Whether Plaid says so, too. */
  readonly isTrue: boolean;
  /** Whether the storage refused it, or was emptied since. */
  isStorageGone: boolean;
  isDiscarded: boolean;
  /** Nobody has it any more, and no client could have kept it. */
  isBeyondKeeping: boolean;
}

/** A visit that has left the page for a bank. */
export interface VisitAtBank {
  tab: number;
}

export type ModelWorld = ReturnType<typeof createModelWorld>;

/** Everything: the truth, a browser with its tabs, and what has happened. The model, and what is held to it. */
export function createModelWorld() {
  const time = createModelTime();
  const server = createModelServer(time.now);
  const complaints: string[] = [];
  const complain = (message: string) => void complaints.push(message);
  const network = createModelNetwork(server, complain);
  const browser = createModelBrowser();
  const visits: FinishedVisit[] = [];
  const madeAt = new Map<string, number>();
  const written = new Map<string, { scope: string; report: RepairReport }>();
  const discarded = new Set<string>();
  const counts = new Map<string, number>();
  let tabs = 0;

  const world = {
    time,
    server,
    network,
    browser,
    locks: createTabLocksByHand(),
    pages: [] as ModelPage[],
    visits,
    /** All reports that were ever written, by key. */
    written,
    /** The keys of those that were discarded, or forgotten with their user. */
    discarded,
    madeAt,
    complaints,
    complain,
    counts,
    atBank: [] as VisitAtBank[],
    deserted: [] as { scope: string; request: LinkTokenRequest; reportsBefore: number }[],
    /** Whether a provider was stopped and started again. */
    hasAnybodyComeBack: false,
    count: (what: string) => void counts.set(what, (counts.get(what) ?? 0) + 1),
    /** The pages that are there. */
    alive: () => world.pages.filter(({ isAlive }) => isAlive),
    providers: () => world.alive().flatMap(({ providers }) => providers.filter(({ isMounted }) => isMounted)),
    openPage(scope: string, { tab = ++tabs, url = null }: { tab?: number; url?: string | null } = {}): ModelPage {
      const page = createModelPage(world, tab, url);
      world.pages.push(page);
      page.mount(scope);
      return page;
    },
    newTab: () => ++tabs,
    /** The storage as a page has it; what is written is remembered. */
    watched: (storage: OutboxStorage): OutboxStorage => ({
      ...storage,
      write(scope, id, text) {
        const record = readRecord({ id, text });
        if (record) written.set(id, { scope, report: record.report });
        else complain(`${id} is written so that nobody can read it: ${text}`);
        return storage.write(scope, id, text);
      },
    }),
    noteSent(scope: string, report: RepairReport, key: string): void {
      const original = written.get(key);
      const { outcome, link_session_id } = report;
      // Who hears late, or comes back, may not know: the key tells the server.
      const isAllToldOf = !browser.haveEventsBeenHeld && !world.hasAnybodyComeBack;
      if (!original) complain(`${key} is sent, and was never written down.`);
      else if (original.scope !== scope) complain(`${key} of ${original.scope} is sent for ${scope}.`);
      else if (JSON.stringify(original.report) !== JSON.stringify(report)) complain(`${key} is sent in other words.`);
      if (server.itemsOf(scope, report.target).length === 0) complain(`${key} of ${scope} is about another's Item.`);
      if (isAllToldOf && network.answered.has(key)) complain(`${key} is sent again after its answer.`);
      if (outcome === 'success' && !visits.some(({ sessionId }) => sessionId === link_session_id)) {
        complain(`${key} tells of a success, and Link has not.`);
      }
    },
    /** Link says that the user is done. Noted where anybody is to listen: a late word of a Link that has gone is none. */
    finish(provider: ModelProvider, link: LinkByHand, isTrue: boolean): string {
      const sessionId = `session-${visits.length + 1}`;
      const mounted = provider.client.coordinator.mountedLink.getSnapshot();
      if (!isListenedTo(provider, link) || mounted?.key !== link.key) return 'session-late';
      const { scope } = provider;
      const { request, token } = mounted;
      const startedAt = madeAt.get(token) ?? 0;
      const isNoted = [...browser.notes].some(([id, text]) => {
        return provider.page.visits.has(id) && world.isNoteOf(text, { scope, request, startedAt });
      });
      if (isTrue) {
        for (const item of server.itemsOf(scope, request.target)) {
          if (item.isBroken) Object.assign(item, { isBroken: false, changedAt: time.now() });
        }
      }
      visits.push({
        sessionId,
        scope,
        request,
        provider,
        startedAt,
        isTrue,
        isStorageGone: browser.mood !== 'open' && !isNoted,
        isDiscarded: false,
        isBeyondKeeping: false,
      });
      world.count('finished');
      return sessionId;
    },
    noteDiscarded(isMeant: (id: string, scope: string) => boolean): void {
      for (const [id, { scope, report }] of written) {
        if (!isMeant(id, scope)) continue;
        discarded.add(id);
        for (const visit of visits) if (world.isAbout(scope, report, visit)) visit.isDiscarded = true;
      }
    },
    noteStorageGone(): void {
      for (const visit of visits) visit.isStorageGone = true;
      world.deserted = [];
    },
    /** Whether a report, or a question, is about that visit. */
    isAbout(scope: string, report: RepairReport, visit: FinishedVisit): boolean {
      if (scope !== visit.scope || createRequestKey(report) !== createRequestKey(visit.request)) return false;
      if (report.outcome === 'success') return report.link_session_id === visit.sessionId;
      return report.outcome === 'unknown' && Date.parse(report.started_at) === visit.startedAt;
    },
    /** A page, or its provider, goes while Link is open: it or a later one has to ask. */
    desert({ isMounted, hasBeenAway, scope, host, client, ended }: ModelProvider): void {
      const mounted = client.coordinator.mountedLink.getSnapshot();
      // While it was away, another tab may have asked already.
      if (!isMounted || hasBeenAway || !mounted || host.isEmpty || browser.hasBeenSpoiled) return;
      if (host.link.key !== mounted.key || host.link.opens === 0 || ended.has(host.link)) return;
      world.deserted.push({ scope, request: mounted.request, reportsBefore: written.size });
    },
    isNoteOf(text: string, visit: Pick<FinishedVisit, 'scope' | 'request' | 'startedAt'>): { isAsked: boolean } | null {
      const note: unknown = JSON.parse(text);
      if (typeof note !== 'object' || note === null || !('scope' in note) || note.scope !== visit.scope) return null;
      if (!('expires_at' in note) || note.expires_at !== visit.startedAt + LIFETIME_MS) return null;
      if (!text.includes(JSON.stringify(visit.request.target))) return null;
      return { isAsked: 'is_asked' in note && note.is_asked === true };
    },
    async settle(): Promise<void> {
      do await settled();
      while (browser.flush());
    },
    async pass(ms: number): Promise<void> {
      browser.areEventsHeld = false;
      await world.settle();
      await time.pass(ms, world.settle);
      await world.settle();
    },
  };

  return world;
}

/** Whether what that Link says is the word of an open Link, said for the first time. */
export function isListenedTo({ page, ended }: ModelProvider, link: LinkByHand): boolean {
  return page.isAlive && link.isAlive && link.opens > 0 && !ended.has(link);
}
