import type { RepairAnswer, RepairReport } from '../protocol/repair.js';
import type { UpdateModeEndpoint } from './endpoint.js';
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
  /** Sends whatever waits for the Item now, also what was refused. */
  retry(itemId: string): void;
  start(): void;
  /** Stops the clock; what is under way is finished. */
  stop(): void;
}

const REQUEST_LIMIT_MS = 30_000;
const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 60_000;

interface Delivery {
  record: OutboxRecord;
  listener: DeliveryListener;
  state: 'sending' | 'waiting' | 'refused';
  cancelTimer: () => void;
}

/** Reports on their way to the app's server. Written before anything is claimed, removed only once answered. */
export function createOutbox(endpoint: UpdateModeEndpoint, scope: string, ports: Ports): Outbox {
  const { clock, connectivity, outboxStorage } = ports;
  const deliveries = new Set<Delivery>();
  let stopListening = () => {};

  async function attempt(delivery: Delivery): Promise<void> {
    delivery.cancelTimer();
    if (!connectivity.isOnline()) return wait(delivery, null);
    delivery.state = 'sending';
    delivery.listener.sending();
    const { record } = delivery;
    record.attempts += 1;
    outboxStorage.write(record);
    try {
      const answer = await withTimeLimit(clock, REQUEST_LIMIT_MS, (signal) =>
        endpoint.reportRepair(record.report, { signal, idempotencyKey: record.id }),
      );
      if (answer.result === 'checking') {
        delivery.state = 'waiting';
        return schedule(delivery, answer.retryAfter * 1000);
      }
      deliveries.delete(delivery);
      outboxStorage.remove(record.id);
      delivery.listener.answered(answer);
    } catch (cause) {
      const error = createEndpointError('report_failed', cause);
      if (error.isRetryable) return wait(delivery, error);
      delivery.state = 'refused';
      delivery.listener.refused(error);
    }
  }

  function wait(delivery: Delivery, error: UpdateModeError | null): void {
    delivery.state = 'waiting';
    delivery.listener.queued(error);
    const growing = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.max(0, delivery.record.attempts - 1));
    schedule(delivery, error?.retryAfter === undefined ? growing : error.retryAfter * 1000);
  }

  function schedule(delivery: Delivery, ms: number): void {
    delivery.cancelTimer();
    delivery.cancelTimer = clock.schedule(() => void attempt(delivery), ms);
  }

  function attemptWaiting(): void {
    for (const delivery of deliveries) if (delivery.state === 'waiting') void attempt(delivery);
  }

  return {
    add(report, listener) {
      const record: OutboxRecord = { id: ports.createId(), scope, report, attempts: 0 };
      outboxStorage.write(record);
      const delivery: Delivery = { record, listener, state: 'waiting', cancelTimer: () => {} };
      deliveries.add(delivery);
      // Written now, sent after the writer has had its say: it may only then be ready to listen.
      queueMicrotask(() => void attempt(delivery));
    },
    retry(itemId) {
      for (const delivery of deliveries) {
        const isForItem = delivery.record.report.target.item_id === itemId;
        if (isForItem && delivery.state !== 'sending') void attempt(delivery);
      }
    },
    start() {
      stopListening = connectivity.onReturn(attemptWaiting);
      attemptWaiting();
    },
    stop() {
      stopListening();
      for (const delivery of deliveries) delivery.cancelTimer();
    },
  };
}
