import type { LinkTokenRequest } from '../protocol/linkToken.js';
import type { RepairAnswer, RepairReport, VisitOutcome } from '../protocol/repair.js';
import type { UpdateModeError } from './errors.js';
import type { LinkVisit } from './linkAttempt.js';
import type { LinkCoordinator } from './linkCoordinator.js';
import type { Outbox } from './outbox.js';
import type { Clock } from './ports.js';
import { IDLE, isLaunchable, transition, type SessionEvent, type SessionState } from './session.js';
import { createStore, type ReadableStore } from './store.js';

/** Marks who launched a visit, so that a hook hears of its own and no other. */
export type Launcher = object;

/** One repair, of one target for one purpose: it turns what the user, Link and the server do into `SessionState`. */
export interface RepairSession extends ReadableStore<SessionState> {
  prepare(): void;
  /** Opens Link; while a report waits, sends that instead, since the user has done their part. */
  launch(launcher: Launcher): void;
  /** Ends a launch or an open Link. A report on its way is not taken back. */
  cancel(): void;
  /** Forgets how the last visit ended. */
  reset(): void;
}

export interface RepairSessionContext {
  request: LinkTokenRequest;
  coordinator: LinkCoordinator;
  outbox: Outbox;
  clock: Clock;
  /** Hears each new state, with whoever launched the visit that it belongs to. */
  onChange(state: SessionState, launcher: Launcher | null): void;
  /** Whether the server has said since the launch that what the visit is for has been done elsewhere. */
  isHealed(): boolean;
  /** Hears the server's refreshed links, whatever the visit came to. */
  onAnswer(answer: RepairAnswer): void;
}

export function createRepairSession(context: RepairSessionContext): RepairSession {
  const { request, coordinator, outbox, clock } = context;
  const store = createStore<SessionState>(IDLE);
  let launcher: Launcher | null = null;
  let visitNumber = 0;

  function send(event: SessionEvent): void {
    const before = store.getSnapshot();
    const after = transition(before, event);
    if (after === before) return;
    store.set(after);
    context.onChange(after, launcher);
  }

  /** The visit's own voice: once another visit has begun, nobody listens to it any more. */
  function createVisit(): LinkVisit {
    const number = ++visitNumber;
    const startedAt = clock.now();
    const sendIfCurrent = (event: SessionEvent) => {
      if (number === visitNumber) send(event);
    };
    const report = (outcome: VisitOutcome, linkSessionId: string | undefined) => {
      outbox.add(createReport(outcome, linkSessionId, startedAt), {
        sending: () => sendIfCurrent({ type: 'reportSending' }),
        queued: (error) => sendIfCurrent({ type: 'reportQueued', error }),
        refused: (error) => sendIfCurrent({ type: 'reportRefused', error }),
        answered(answer) {
          context.onAnswer(answer);
          sendIfCurrent({ type: 'answered', result: answer.result, accounts: answer.accounts ?? null });
        },
      });
    };
    return {
      opened: () => sendIfCurrent({ type: 'linkOpened' }),
      tokenRefused: () => sendIfCurrent({ type: 'linkTokenRefused' }),
      superseded: () => sendIfCurrent({ type: 'launchAbandoned' }),
      failed: (error) => sendIfCurrent({ type: 'launchFailed', error }),
      // The report is written before the state says that there is one.
      succeeded(linkSessionId) {
        report('success', linkSessionId);
        sendIfCurrent({ type: 'linkSucceeded' });
      },
      exited({ error, linkSessionId }) {
        sendIfCurrent({
          type: 'linkExited',
          error: isAlreadyHealthy(error) ? null : error,
          isHealed: context.isHealed(),
        });
        report('exit', linkSessionId);
      },
      lost() {
        sendIfCurrent({ type: 'linkLost' });
        report('unknown', undefined);
      },
    };
  }

  function createReport(outcome: VisitOutcome, linkSessionId: string | undefined, startedAt: number): RepairReport {
    return {
      ...request,
      outcome,
      ...(linkSessionId === undefined ? {} : { link_session_id: linkSessionId }),
      started_at: new Date(startedAt).toISOString(),
      finished_at: new Date(clock.now()).toISOString(),
    };
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
    cancel: () => coordinator.cancel(request),
    reset: () => send({ type: 'reset' }),
  };
}

/** Link's word for an Item that needs nobody any more: no error to show. Whether it is so, the server is asked. */
function isAlreadyHealthy(error: UpdateModeError | null): boolean {
  return /^item[-_]no[-_]error$/i.test(error?.plaidErrorCode ?? '');
}
