import type { RepairAnswer, RepairReport } from '../protocol/repair.js';
import { createRequestKey, type LinkTokenRequest } from '../protocol/linkToken.js';
import type { StillChecking, UpdateModeEndpoint } from './endpoint.js';
import { createEndpointError } from './endpointError.js';
import type { UpdateModeError } from './errors.js';
import type { OutboxRecord } from './outboxStorage.js';
import type { Ports } from './ports.js';
import { withTimeLimit } from './timeLimit.js';

/** What becomes of a report, told to whoever wrote it. */
export interface DeliveryListener {
  sending(): void;
  /** It waits for its next attempt. `error` is null while the device is offline. */
  queued(error: UpdateModeError | null): void;
  /** The server refuses it: trying again alone would not help. It is kept. */
  refused(error: UpdateModeError): void;
  answered(answer: RepairAnswer): void;
}

export interface Outbox {
  /** Writes the report down, then delivers it, however long that takes. */
  add(report: RepairReport, listener: DeliveryListener): void;
  /** Sends whatever waits for that target and purpose now, also what was refused. */
  retry(request: LinkTokenRequest): void;
  start(): void;
  /** Stops the clock; what is under way is finished. */
  stop(): void;
}

const REQUEST_LIMIT_MS = 30_000;
const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 60_000;
/** What a server may ask for: none can make us hurry, nor wait beyond what a browser's timer holds. */
const SHORTEST_ASKED_MS = 1_000;
const LONGEST_ASKED_MS = 3_600_000;

interface Delivery {
  record: OutboxRecord;
  listener: DeliveryListener;
  state: 'sending' | 'waiting' | 'refused';
  /** Until when the server asked to be left alone; milliseconds since 1970. */
  notBefore: number;
  cancelTimer: () => void;
}

/** Reports on their way to the app's server. Written before anything is claimed, removed only once answered. */
export function createOutbox(endpoint: UpdateModeEndpoint, scope: string, ports: Ports): Outbox {
  const { clock, connectivity, outboxStorage } = ports;
  const deliveries = new Set<Delivery>();
  let isStopped = true;
  let stopListening = () => {};

  async function attempt(delivery: Delivery): Promise<void> {
    if (delivery.state === 'sending') return;
    delivery.cancelTimer();
    if (!connectivity.isOnline()) return queue(delivery, null, LONGEST_PAUSE_MS);
    const { record, listener } = delivery;
    delivery.state = 'sending';
    listener.sending();
    record.attempts += 1;
    outboxStorage.write(record);
    let answer: RepairAnswer | StillChecking;
    try {
      answer = await withTimeLimit(clock, REQUEST_LIMIT_MS, (signal) =>
        endpoint.reportRepair(record.report, { signal, idempotencyKey: record.id }),
      );
    } catch (cause) {
      return failed(delivery, createEndpointError('report_failed', cause));
    }
    if (answer.result === 'checking') return leaveAlone(delivery, answer.retryAfter);
    deliveries.delete(delivery);
    outboxStorage.remove(record.id);
    listener.answered(answer);
  }

  function failed(delivery: Delivery, error: UpdateModeError): void {
    if (!error.isRetryable) {
      delivery.state = 'refused';
      return delivery.listener.refused(error);
    }
    const growing = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (delivery.record.attempts - 1));
    queue(delivery, error, growing);
    if (error.retryAfter !== undefined) leaveAlone(delivery, error.retryAfter);
  }

  function queue(delivery: Delivery, error: UpdateModeError | null, ms: number): void {
    pause(delivery, ms);
    delivery.listener.queued(error);
  }

  function leaveAlone(delivery: Delivery, seconds: number): void {
    const asked = Number.isNaN(seconds) ? 0 : seconds * 1000;
    const ms = Math.min(LONGEST_ASKED_MS, Math.max(SHORTEST_ASKED_MS, asked));
    delivery.notBefore = clock.now() + ms;
    pause(delivery, ms);
  }

  function pause(delivery: Delivery, ms: number): void {
    delivery.state = 'waiting';
    delivery.cancelTimer();
    if (!isStopped) delivery.cancelTimer = clock.schedule(() => void attempt(delivery), ms);
  }

  function resume(): void {
    for (const delivery of deliveries) {
      if (delivery.state !== 'waiting') continue;
      const ms = delivery.notBefore - clock.now();
      // Longer than anybody could have asked for: the device's clock was set back.
      if (ms > 0 && ms <= LONGEST_ASKED_MS) pause(delivery, ms);
      else void attempt(delivery);
    }
  }

  return {
    add(report, listener) {
      const record: OutboxRecord = { id: ports.createId(), scope, report, attempts: 0 };
      outboxStorage.write(record);
      const delivery: Delivery = { record, listener, state: 'waiting', notBefore: 0, cancelTimer: () => {} };
      deliveries.add(delivery);
      // Written now, sent after the writer has had its say: it may only then be ready to listen.
      queueMicrotask(() => void attempt(delivery));
    },
    retry(request) {
      const key = createRequestKey(request);
      for (const delivery of deliveries) {
        if (createRequestKey(delivery.record.report) === key) void attempt(delivery);
      }
    },
    start() {
      isStopped = false;
      stopListening = connectivity.onReturn(resume);
      resume();
    },
    stop() {
      isStopped = true;
      stopListening();
      for (const delivery of deliveries) delivery.cancelTimer();
    },
  };
}
