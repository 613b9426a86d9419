import type { RepairReport } from '../protocol/repair.js';
import { createRequestKey, type LinkTokenRequest } from '../protocol/linkToken.js';
import {
  createDelivery,
  type Delivery,
  type DeliveryContext,
  type DeliveryListener,
  type FoundRecord,
} from './delivery.js';
import { readRecord, type OutboxRecord } from './outboxRecord.js';
import type { Ports } from './ports.js';
import { createStore, type ReadableStore } from './store.js';
import { NO_UNDELIVERED, type UndeliveredReports } from './undeliveredReports.js';

export interface Outbox {
  /**
   * Writes the report down, then delivers it, however long that takes. Answers whether it stands where a later page
   * would find it.
   */
  add(report: RepairReport, listener: DeliveryListener): boolean;
  /** Sends whatever waits for that target and purpose now, also what was refused. */
  retry(request: LinkTokenRequest): void;
  sendAgain(id: string): void;
  /** Forgets a report, whatever the user has achieved. */
  discard(id: string): void;
  /** All of this user's that the server has not answered, also those that other tabs see to. */
  readonly undelivered: ReadableStore<UndeliveredReports>;
  start(): void;
  /** Stops the clock and lets other tabs take over; what is under way is finished. */
  stop(): void;
}

export interface OutboxContext extends Pick<DeliveryContext, 'endpoint'> {
  /** Whose reports; another user's are never read. */
  scope: string;
  ports: DeliveryContext['ports'] & Pick<Ports, 'createId'>;
  /** Says who is to hear what becomes of a report that an earlier page or another tab has written. */
  onFound(report: RepairReport): DeliveryListener;
}

/** More than any user leaves behind: a storage that another script has filled must not become a flood of requests. */
const MOST_FOUND = 50;

/** Reports on their way to the app's server. Written before anything is claimed, removed only once answered. */
export function createOutbox(context: OutboxContext): Outbox {
  const { scope, ports, onFound } = context;
  const { clock, connectivity, outboxStorage, createId } = ports;
  const deliveries = new Map<string, Delivery>();
  const undelivered = createStore<UndeliveredReports>(NO_UNDELIVERED);
  let unreadable = 0;
  let isStopped = true;
  let stopListening = () => {};

  function publish(): void {
    const all = [...deliveries.values()];
    const reports = all.map((delivery) => delivery.describe());
    const isDurable = all.every((delivery) => delivery.isKept());
    if (reports.length === 0 && unreadable === 0) return undelivered.set(NO_UNDELIVERED);
    undelivered.set({ reports, unreadable, isDurable });
  }

  function take(record: OutboxRecord, listener: DeliveryListener, isNew: boolean, isKept = true): Delivery {
    const delivery = createDelivery({
      ...context,
      record,
      listener,
      isNew,
      isKept,
      onChange: publish,
      onOver() {
        deliveries.delete(record.id);
        publish();
      },
    });
    deliveries.set(record.id, delivery);
    if (isNew || !isStopped) delivery.start();
    if (isNew && isStopped) delivery.stop();
    return delivery;
  }

  /** Takes in what stands in the storage: other tabs write there too, and earlier pages have. */
  function read(): void {
    const stored = outboxStorage.read(scope);
    const records = new Map<string, FoundRecord>();
    for (const entry of stored) {
      const record = readRecord(entry);
      if (record) records.set(record.id, { record, isKept: !entry.isOfPageAlone });
    }
    unreadable = stored.length - records.size;
    for (const [id, delivery] of [...deliveries]) delivery.stored(records.get(id) ?? null);
    const found = [...records.values()].filter(({ record }) => !deliveries.has(record.id));
    found.sort((one, other) => one.record.writtenAt - other.record.writtenAt);
    for (const { record, isKept } of found.slice(0, Math.max(0, MOST_FOUND - deliveries.size))) {
      take(record, onFound(record.report), false, isKept);
    }
    publish();
  }

  function discard(id: string): void {
    // First: what is told of the removal here as well then means nothing any more.
    deliveries.get(id)?.forget();
    outboxStorage.remove(scope, id);
  }

  function lookAgain(): void {
    for (const delivery of [...deliveries.values()]) delivery.resume();
  }

  return {
    undelivered,
    add(report, listener) {
      const id = createId();
      const now = clock.now();
      const record: OutboxRecord = {
        id,
        report,
        writtenAt: now,
        attempts: 0,
        notBefore: 0,
        wantedAt: 0,
        refusal: null,
      };
      const delivery = take(record, listener, true);
      publish();
      return delivery.isKept();
    },
    retry(request) {
      const key = createRequestKey(request);
      for (const delivery of [...deliveries.values()]) {
        if (createRequestKey(delivery.describe()) === key) delivery.sendNow();
      }
    },
    sendAgain: (id) => deliveries.get(id)?.sendNow(),
    discard,
    start() {
      isStopped = false;
      const stopWatching = outboxStorage.onChange(scope, (removedId) => {
        // It may have been written once more since, by this page, which had not heard of it.
        if (removedId !== null && deliveries.has(removedId)) discard(removedId);
        read();
      });
      const stopWaking = connectivity.onReturn(lookAgain);
      stopListening = () => {
        stopWatching();
        stopWaking();
      };
      for (const delivery of [...deliveries.values()]) delivery.start();
      read();
    },
    stop() {
      isStopped = true;
      stopListening();
      for (const delivery of [...deliveries.values()]) delivery.stop();
    },
  };
}
