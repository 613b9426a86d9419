import type { RepairAnswer } from '../protocol/repair.js';
import type { StillChecking, UpdateModeEndpoint } from './endpoint.js';
import { createEndpointError } from './endpointError.js';
import { UpdateModeError } from './errors.js';
import { readRecord, toRefusal, writeRecord, type OutboxRecord, type Refusal } from './outboxRecord.js';
import type { Ports } from './ports.js';
import { withTimeLimit } from './timeLimit.js';
import type { UndeliveredReport } from './undeliveredReports.js';

/** What becomes of a report, told to whoever wrote it or goes on with it. */
export interface DeliveryListener {
  sending(): void;
  /** It waits for its next attempt. `error` is null while the device is offline. */
  queued(error: UpdateModeError | null): void;
  /** The server refuses it: trying again alone would not help. */
  refused(error: UpdateModeError): void;
  answered(answer: RepairAnswer): void;
  /** Another tab has seen to it, or it was discarded. */
  gone(): void;
}

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
  /** It was removed on purpose. */
  forget(): void;
}

/** A report as the storage has it. */
export interface FoundRecord {
  record: OutboxRecord;
  /** Whether a later page would find it. */
  isKept: boolean;
}

export interface DeliveryContext {
  endpoint: Pick<UpdateModeEndpoint, 'reportRepair'>;
  scope: string;
  ports: Pick<Ports, 'clock' | 'connectivity' | 'outboxStorage' | 'tabLocks' | 'random'>;
  record: OutboxRecord;
  listener: DeliveryListener;
  /** Written here and now; otherwise it was found. */
  isNew: boolean;
  /** Of one that was found: whether a later page would find it, too. */
  isKept: boolean;
  onChange(): void;
  onOver(): void;
}

const REQUEST_LIMIT_MS = 30_000;
const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 300_000;
/** What a server may ask for: none can make us hurry, nor wait beyond what a browser's timer holds. */
const SHORTEST_ASKED_MS = 1_000;
const LONGEST_ASKED_MS = 3_600_000;

export function createDelivery(context: DeliveryContext): Delivery {
  const { endpoint, scope, ports, listener, isNew, onChange } = context;
  const { clock, connectivity, outboxStorage, tabLocks } = ports;
  let { record } = context;
  let state: UndeliveredReport['state'] | 'over' = record.refusal ? 'refused' : 'waiting';
  let error = record.refusal && createRefusalError(record.refusal);
  let isWritten = !isNew;
  let { isKept } = context;
  let isStopped = false;
  /** Whether this page is the one that sends. */
  let hasRight = false;
  let giveUpRight: (() => void) | null = null;
  let cancelTimer = () => {};

  function write(change: Partial<OutboxRecord>): void {
    record = { ...record, ...change };
    isWritten = true;
    isKept = outboxStorage.write(scope, record.id, writeRecord(record));
  }

  function claim(): void {
    giveUpRight ??= tabLocks.request(`report.${record.id}`, granted);
  }

  /** Whoever had the right before may have come further than what was last heard of it. */
  function granted(): void {
    hasRight = true;
    const stored = outboxStorage.read(scope).find(({ id }) => id === record.id);
    if (!stored && !isNew) return gone();
    const newest = stored && readRecord(stored);
    if (newest) takeOver(newest);
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
    outboxStorage.remove(scope, record.id);
    release();
  }

  /** What another tab has written. */
  function takeOver(newest: OutboxRecord): void {
    const wasRefused = state === 'refused';
    record = newest;
    if (newest.refusal && !wasRefused) {
      state = 'refused';
      error = createRefusalError(newest.refusal);
      listener.refused(error);
    } else if (!newest.refusal && wasRefused) {
      state = 'waiting';
      listener.queued(null);
    }
  }

  function wake(): void {
    const ms = record.notBefore - clock.now();
    // Longer than anybody could have asked for: the device's clock was set back.
    if (ms > 0 && ms <= LONGEST_ASKED_MS) pause(ms);
    else void attempt();
  }

  async function attempt(): Promise<void> {
    cancelTimer();
    if (!hasRight || state === 'sending' || state === 'over') return;
    if (!connectivity.isOnline()) return settle(() => queue(null, LONGEST_PAUSE_MS));
    state = 'sending';
    write({ attempts: record.attempts + 1, refusal: null });
    listener.sending();
    onChange();
    let answer: RepairAnswer | StillChecking;
    try {
      answer = await withTimeLimit(clock, REQUEST_LIMIT_MS, (signal) =>
        endpoint.reportRepair(record.report, { signal, idempotencyKey: record.id }),
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
    write({ notBefore: clock.now() + ms });
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
    if (record.report.outcome === 'exit') {
      // An exit has achieved nothing that could be lost.
      remove();
    } else {
      state = 'refused';
      write({ refusal: toRefusal(cause) });
    }
    listener.refused(cause);
  }

  /** How long to wait after a failure: ever longer, and at least as long as the server asks. */
  function waitAsked({ retryAfter }: UpdateModeError): number {
    const growing = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (record.attempts - 1));
    // Half of it at chance, so that the pages of an outage do not all come back at once.
    const spread = growing * (1 - ports.random() / 2);
    if (retryAfter === undefined) return spread;
    const asked = limitAsked(retryAfter);
    write({ notBefore: clock.now() + asked });
    return Math.max(spread, asked);
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

  /** After an attempt: a page that is no longer there leaves the next one to others. */
  function settle(run: () => void): void {
    if (state === 'over') return;
    run();
    if (isStopped) release();
    onChange();
  }

  return {
    describe() {
      const { id, report, writtenAt, attempts } = record;
      const { target, purpose, outcome } = report;
      const shown = state === 'over' ? 'waiting' : state;
      return { id, target, purpose, outcome, writtenAt, attempts, state: shown, error };
    },
    isKept: () => isKept,
    start() {
      isStopped = false;
      // Before it is written: no other tab can then be the first to have the right.
      claim();
      if (!isWritten) write({});
      // An earlier page may have been told so.
      if (state === 'refused' && error) listener.refused(error);
      if (hasRight && state === 'waiting') wake();
    },
    stop() {
      isStopped = true;
      cancelTimer();
      const isFirstToCome = isNew && !hasRight && record.attempts === 0 && state === 'waiting';
      if (state !== 'sending' && !isFirstToCome) release();
    },
    sendNow() {
      if (hasRight) return void attempt();
      // The tab that has the right to send hears of it through the storage.
      write({ wantedAt: clock.now(), refusal: null });
      takeOver(record);
    },
    resume() {
      if (hasRight && state === 'waiting') wake();
    },
    stored(found) {
      if (found === null) {
        isKept = false;
        // Emptied by somebody who knew nothing of it: it goes on from here, where this page is the one to send it.
        if (!hasRight && !isNew) gone();
        return;
      }
      const { record: newest } = found;
      isKept = found.isKept;
      const isWanted = newest.wantedAt > record.wantedAt;
      if (state === 'sending') return;
      if (!hasRight || isWanted) takeOver(newest);
      if (hasRight && isWanted) void attempt();
    },
    forget: gone,
  };
}

function limitAsked(seconds: number): number {
  const asked = Number.isNaN(seconds) ? 0 : seconds * 1000;
  return Math.min(LONGEST_ASKED_MS, Math.max(SHORTEST_ASKED_MS, asked));
}

function createRefusalError({ httpStatus, problemCode }: Refusal): UpdateModeError {
  return new UpdateModeError('report_failed', REFUSED, { failure: 'http', httpStatus, problemCode });
}

const REFUSED = 'The endpoint refuses the report of a visit to Link.';
