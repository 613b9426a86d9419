import type { RepairAnswer } from '../protocol/repair.js';
import type { DeliveryListener } from './deliveryListener.js';
import type { StillChecking, UpdateModeEndpoint } from './endpoint.js';
import { createEndpointError } from './endpointError.js';
import type { UpdateModeError } from './errors.js';
import { createKeptRecord, type FoundRecord } from './keptRecord.js';
import type { OutboxRecord } from './outboxRecord.js';
import type { Ports } from './ports.js';
import { createRefusalError, toRefusal } from './refusal.js';
import { growPause, limitAsked, LONGEST_ASKED_MS, LONGEST_PAUSE_MS } from './retryPause.js';
import { withTimeLimit } from './timeLimit.js';
import type { UndeliveredReport } from './undeliveredReports.js';

/** One report's way to the server as one page sees it: it sends while it has the right to, and looks on while another tab has. */
export interface Delivery {
  describe(): UndeliveredReport;
  /** Whether a later page would find it. */
  isKept(): boolean;
  start(): void;
  stop(): void;
  /** At once, whatever it waits for. */
  sendNow(): void;
  /** Somebody looks at the page, or the network is back. */
  resume(): void;
  /** What is kept of it by now; null for nothing. */
  stored(found: FoundRecord | null): void;
  /** Whether it was kept, and is no more. */
  isRemoved(): boolean;
  /** It was removed on purpose. */
  forget(): void;
}

export interface DeliveryContext {
  endpoint: Pick<UpdateModeEndpoint, 'reportRepair'>;
  scope: string;
  ports: Pick<Ports, 'clock' | 'connectivity' | 'outboxStorage' | 'tabLocks' | 'random'>;
  /** Of a new one: as it is to be written. */
  found: FoundRecord;
  listener: DeliveryListener;
  /** Written here and now; otherwise it was found. */
  isNew: boolean;
  onChange(): void;
  onOver(): void;
}

const REQUEST_LIMIT_MS = 30_000;

export function createDelivery(context: DeliveryContext): Delivery {
  const { endpoint, scope, ports, listener, isNew, onChange } = context;
  const { clock, connectivity, outboxStorage, tabLocks } = ports;
  const kept = createKeptRecord(outboxStorage, scope, context.found);
  const { id } = context.found.record;
  const { refusal } = context.found.record;
  let state: UndeliveredReport['state'] | 'over' = refusal ? 'refused' : 'waiting';
  let error = refusal && createRefusalError(refusal);
  let isWritten = !isNew;
  let isStopped = false;
  /** Whether this page is the one that sends. */
  let hasRight = false;
  let hasHadRight = false;
  let giveUpRight: (() => void) | null = null;
  let cancelTimer = () => {};

  function claim(): void {
    giveUpRight ??= tabLocks.request(`report.${id}`, granted, () => {
      hasRight = false;
      cancelTimer();
    });
  }

  /** Whoever had the right before may have come further than what was last heard of it. */
  function granted(): void {
    const isFirst = isNew && !hasHadRight;
    hasRight = true;
    hasHadRight = true;
    if (!isFirst && kept.isRemoved()) return gone();
    const newest = kept.readNewest();
    if (newest) takeOver({ record: newest, isKept: kept.isKept });
    if (state === 'waiting') wake();
  }

  function release(): void {
    giveUpRight?.();
    giveUpRight = null;
    hasRight = false;
  }

  /** From here on nothing is said or sent any more. */
  function over(): void {
    state = 'over';
    cancelTimer();
    context.onOver();
  }

  function gone(): void {
    if (state === 'over') return;
    over();
    release();
    listener.gone();
  }

  /** Whoever gets the right next must find nothing left to send. */
  function remove(): void {
    over();
    kept.remove();
    release();
  }

  /** What another tab has written. */
  function takeOver(newest: FoundRecord): void {
    const wasRefused = state === 'refused';
    kept.adopt(newest);
    const { refusal: given } = newest.record;
    if (given && !wasRefused) {
      state = 'refused';
      error = createRefusalError(given);
      listener.refused(error);
    } else if (!given && wasRefused) {
      state = 'waiting';
      error = null;
      listener.queued(null);
    }
  }

  function wake(): void {
    const ms = kept.record.notBefore - clock.now();
    // Longer than anybody could have asked for: the device's clock was set back.
    if (ms > 0 && ms <= LONGEST_ASKED_MS) pause(ms);
    else void attempt();
  }

  async function attempt(): Promise<void> {
    cancelTimer();
    if (!hasRight || state === 'sending' || state === 'over') return;
    if (!connectivity.isOnline()) return settle(() => queue(null, LONGEST_PAUSE_MS));
    state = 'sending';
    kept.write({ attempts: kept.record.attempts + 1, refusal: null });
    listener.sending();
    onChange();
    let answer: RepairAnswer | StillChecking;
    try {
      answer = await withTimeLimit(clock, REQUEST_LIMIT_MS, (signal) =>
        endpoint.reportRepair(kept.record.report, { signal, idempotencyKey: id }),
      );
    } catch (cause) {
      return settle(() => failed(createEndpointError('report_failed', cause)));
    }
    if (answer.result === 'checking') return settle(() => stillChecking(answer.retryAfter));
    // What it was discarded for in the meantime, or not: this is the server's word.
    if (state === 'sending') remove();
    listener.answered(answer);
  }

  function stillChecking(seconds: number): void {
    const ms = limitAsked(seconds);
    error = null;
    kept.write({ notBefore: clock.now() + ms });
    pause(ms);
  }

  function failed(cause: UpdateModeError): void {
    error = cause;
    // Nobody is signed in: whoever it is that looks at the page next may be.
    if (cause.httpStatus === 401) queue(cause, null);
    else if (cause.isRetryable) queue(cause, waitAsked(cause));
    else refused(cause);
  }

  function refused(cause: UpdateModeError): void {
    if (kept.record.report.outcome === 'exit') {
      // An exit has achieved nothing that could be lost.
      remove();
    } else {
      state = 'refused';
      kept.write({ refusal: toRefusal(cause) });
    }
    listener.refused(cause);
  }

  /** After a failure: ever longer, and at least as long as the server asks. */
  function waitAsked({ retryAfter }: UpdateModeError): number {
    const growing = growPause(kept.record.attempts, () => ports.random());
    if (retryAfter === undefined) return growing;
    const asked = limitAsked(retryAfter);
    kept.write({ notBefore: clock.now() + asked });
    return Math.max(growing, asked);
  }

  /** `ms` is null for an attempt that only `resume` brings. */
  function queue(cause: UpdateModeError | null, ms: number | null): void {
    pause(ms);
    listener.queued(cause);
  }

  function pause(ms: number | null): void {
    state = 'waiting';
    cancelTimer();
    if (!isStopped && ms !== null) cancelTimer = clock.schedule(() => void attempt(), ms);
  }

  /** After an attempt: a page that is no longer there leaves the next one to others, and what was forgotten meanwhile alone. */
  function settle(run: () => void): void {
    if (state === 'over') return;
    if (isStopped && kept.isRemoved()) return gone();
    run();
    if (isStopped) release();
    onChange();
  }

  /** The tab that has the right to send hears of it through the storage. */
  function ask(change: Partial<OutboxRecord>): void {
    kept.write({ ...change, wantedAt: Math.max(clock.now(), kept.record.wantedAt + 1) });
  }

  return {
    describe() {
      const { report, writtenAt, attempts } = kept.record;
      const { target, purpose, outcome } = report;
      const shown = state === 'over' ? 'waiting' : state;
      return { id, target, purpose, outcome, writtenAt, attempts, state: shown, error };
    },
    isKept: () => kept.isKept,
    start() {
      isStopped = false;
      // Before it is written: no other tab can then be the first to have the right.
      claim();
      if (!isWritten) kept.write({});
      isWritten = true;
      // An earlier page may have been told so.
      if (state === 'refused' && error) listener.refused(error);
      if (hasRight && state === 'waiting') wake();
    },
    stop() {
      isStopped = true;
      cancelTimer();
      if (state !== 'sending') release();
    },
    sendNow() {
      if (state === 'sending') return;
      ask({ refusal: null, notBefore: 0 });
      if (!hasRight) return takeOver({ record: kept.record, isKept: kept.isKept });
      if (state === 'refused') error = null;
      state = 'waiting';
      void attempt();
    },
    resume() {
      if (state !== 'waiting') return;
      if (hasRight) wake();
      else if (!kept.isRemoved()) ask({});
    },
    stored(found) {
      if (found === null) {
        kept.lose();
        // Emptied by somebody who knew nothing of it: it goes on from here, where this page is the one to send it.
        if (!hasRight && !isNew) gone();
        return;
      }
      if (state === 'sending') return kept.heed(found);
      const isWanted = found.record.wantedAt > kept.record.wantedAt;
      if (!hasRight || isWanted) takeOver(found);
      if (hasRight && isWanted && state === 'waiting') wake();
    },
    isRemoved: kept.isRemoved,
    forget: gone,
  };
}
