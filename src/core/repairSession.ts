import type { LinkTokenRequest } from '../protocol/linkToken.js';
import type { RepairAnswer, RepairReport } from '../protocol/repair.js';
import type { DeliveryListener } from './deliveryListener.js';
import type { HostedVisits, HostedWatch } from './hostedVisits.js';
import type { HostedLink } from './hostedLink.js';
import { createTokenExpired } from './linkErrors.js';
import type { LinkVisit } from './linkVisit.js';
import type { LinkCoordinator } from './linkCoordinator.js';
import { LIFETIME_MS } from './linkTokens.js';
import type { Outbox } from './outbox.js';
import type { Ports } from './ports.js';
import { IDLE, isHosted, isLaunchable, transition, type SessionEvent, type SessionState } from './session.js';
import { createLinkVisit, type ReturnedVisit } from './sessionVisit.js';
import { createSessionVoices, NOTHING_TO_SAY } from './sessionVoices.js';
import { createStore, type ReadableStore } from './store.js';
import type { VisitEnd } from './visitReport.js';
import type { WaitingVisit, WaitingVisits } from './waitingVisits.js';

/** Marks who launched a visit, so that a hook hears of its own and no other. */
export type Launcher = object;

/** One repair, of one target for one purpose: it turns what the user, Link and the server do into `SessionState`. */
export interface RepairSession extends ReadableStore<SessionState> {
  prepare(): void;
  /** Opens Link; while a report waits, sends that instead, since the user has done their part. */
  launch(launcher: Launcher): void;
  /** The user goes on to `hostedLinkUrl` of a failed launch. */
  openHostedLink(launcher: Launcher): void;
  /** Goes on with a visit that this page does not know. */
  resume(visit: ReturnedVisit): void;
  /**
   * Asks the server what became of a visit whose page is gone. Answers whether a later page would find that question;
   * `onAnswered` is called once the server has answered.
   */
  askAbout(visit: DesertedVisit, onAnswered?: () => void): boolean;
  /** Who is to hear what becomes of a report that an earlier page or another tab has written. */
  follow(report: RepairReport): DeliveryListener;
  /** Ends a launch or an open Link. A report on its way is not taken back. */
  cancel(): void;
  /** Forgets how the last visit ended. */
  reset(): void;
}

/** Of one that began in this tab its session has something to say. */
export type DesertedVisit = Pick<WaitingVisit, 'expiresAt' | 'isOwn'>;

export interface RepairSessionContext {
  request: LinkTokenRequest;
  coordinator: LinkCoordinator;
  outbox: Outbox;
  visits: WaitingVisits;
  hostedVisits: HostedVisits;
  ports: Pick<Ports, 'clock' | 'createId'>;
  /** Hears each new state, with whoever launched the visit that it belongs to. */
  onChange(state: SessionState, launcher: Launcher | null): void;
  /** Whether the server has said since the launch that what the visit is for has been done elsewhere. */
  isHealed(): boolean;
  /** Hears the server's refreshed links, whatever the visit came to. */
  onAnswer(answer: RepairAnswer): void;
  /** A report has got its answer in another tab, or will never get one. */
  onGone(): void;
}

export function createRepairSession(context: RepairSessionContext): RepairSession {
  const { request, coordinator, outbox, visits, hostedVisits, isHealed } = context;
  const { clock, createId } = context.ports;
  const store = createStore<SessionState>(IDLE);
  let launcher: Launcher | null = null;
  /** Offered by the last launch that failed. */
  let hosted: HostedLink | undefined;
  let leaveHosted = () => {};

  const voices = createSessionVoices({ ...context, clock, send });

  function send(event: SessionEvent): void {
    const before = store.getSnapshot();
    const after = transition(before, event);
    if (after === before) return;
    store.set(after);
    if (!isHosted(after)) leaveHosted();
    context.onChange(after, launcher);
  }

  function createVisit(returned?: ReturnedVisit): LinkVisit {
    const voice = voices.createVoice(returned ? returned.expiresAt - LIFETIME_MS : clock.now());
    const id = returned?.id ?? createId();
    const onOffer = (offered: HostedLink | undefined) => void (hosted = offered);
    return createLinkVisit({ request, id, returned, voice, visits, isHealed, onOffer });
  }

  function watchHosted({ expiresAt }: HostedLink): void {
    const id = createId();
    const { say, report } = voices.createVoice(clock.now());
    visits.write({ ...request, id, token: null, expiresAt });
    const watch: HostedWatch = hostedVisits.watch(() =>
      report('unknown', {
        onAnswered() {
          if (clock.now() < expiresAt) watch.notYet();
          else say({ type: 'linkExited', error: null, isHealed: isHealed(), ids: {} });
        },
      }),
    );
    leaveHosted = () => {
      leaveHosted = () => {};
      watch.end();
      visits.remove(id);
    };
  }

  function askAbout({ expiresAt, isOwn }: DesertedVisit, onAnswered?: () => void): boolean {
    const finishedAt = Math.min(clock.now(), expiresAt);
    const end: VisitEnd = { outcome: 'unknown', startedAt: expiresAt - LIFETIME_MS, finishedAt };
    const isShown = isOwn && isFree();
    const say = isShown ? voices.createSay() : NOTHING_TO_SAY;
    const isKept = voices.report(end, say, onAnswered);
    if (isShown) launcher = null;
    say({ type: 'launchRequested' });
    say({ type: 'linkExited', error: null, isHealed: isHealed(), isLost: true, ids: {} });
    return isKept;
  }

  function isFree(): boolean {
    const state = store.getSnapshot();
    return isLaunchable(state) && !isHosted(state);
  }

  return {
    getSnapshot: store.getSnapshot,
    subscribe: store.subscribe,
    prepare() {
      if (isLaunchable(store.getSnapshot())) coordinator.prepare(request);
    },
    launch(by) {
      const state = store.getSnapshot();
      if (state.status === 'confirming') return outbox.retry(request);
      if (!isLaunchable(state) || !coordinator.canLaunch()) return;
      const visit = createVisit();
      launcher = by;
      send({ type: 'launchRequested' });
      coordinator.launch(request, visit);
    },
    openHostedLink(by) {
      const state = store.getSnapshot();
      if (!hosted || state.status !== 'failed' || state.hostedLinkUrl !== hosted.url) return;
      launcher = by;
      coordinator.spendToken(request);
      watchHosted(hosted);
      send({ type: 'hostedLinkOpened' });
    },
    resume(returned) {
      if (!isLaunchable(store.getSnapshot())) return void askAbout({ ...returned, isOwn: false });
      const visit = createVisit(returned);
      launcher = null;
      send({ type: 'launchRequested' });
      const { token: value, expiresAt, receivedRedirectUri } = returned;
      if (value === null || receivedRedirectUri === null) return visit.lost();
      if (expiresAt <= clock.now()) return visit.failed(createTokenExpired('at_the_bank'));
      const token = { value, expiresAt, madeAt: expiresAt - LIFETIME_MS, hostedLinkUrl: null };
      coordinator.resume(request, { token, receivedRedirectUri }, visit);
    },
    askAbout,
    follow({ outcome, link_session_id: linkSessionId }) {
      if (outcome !== 'success' || !isFree()) return voices.createListener(NOTHING_TO_SAY);
      const say = voices.createSay();
      launcher = null;
      say({ type: 'reportFound', ids: { linkSessionId } });
      return voices.createListener(say);
    },
    cancel() {
      if (isHosted(store.getSnapshot())) {
        return send({ type: 'linkExited', error: null, isHealed: isHealed(), ids: {} });
      }
      coordinator.cancel(request);
    },
    reset: () => send({ type: 'reset' }),
  };
}
