import type { RepairReport } from '../protocol/repair.js';
import { createRequestKey, type LinkTokenRequest } from '../protocol/linkToken.js';
import { createDelivery, type Delivery, type DeliveryContext } from './delivery.js';
import type { DeliveryListener } from './deliveryListener.js';
import type { FoundRecord } from './keptRecord.js';
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

/** Of each kind, more than any user leaves behind: a storage that another script has filled must not become a flood of requests. */
const MOST_FOUND = 50;

/** Reports on their way to the app's server. Written before anything is claimed, removed only once answered. */
export function createOutbox(context: OutboxContext): Outbox {
  const { scope, ports, onFound } = context;
  const { clock, connectivity, outboxStorage, createId } = ports;
  const deliveries = new Map<string, Delivery>();
  /** The ids of those that are over. */
  const done = new Set<string>();
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

  function take(found: FoundRecord, listener: DeliveryListener, isNew: boolean): Delivery {
    const { id } = found.record;
    const delivery = createDelivery({
      ...context,
      found,
      listener,
      isNew,
      onChange: publish,
      onOver() {
        deliveries.delete(id);
        done.add(id);
        publish();
        // There may be more than were taken in at once.
        queueMicrotask(() => {
          if (!isStopped) read();
        });
      },
    });
    deliveries.set(id, delivery);
    delivery.start();
    // A visit that ends with its provider: the next one sends it, as whoever its user is then.
    if (isStopped) delivery.stop();
    return delivery;
  }

  /** Takes in what stands in the storage: other tabs write there too, and earlier pages have. */
  function read(): void {
    const stored = outboxStorage.read(scope);
    const records = new Map<string, FoundRecord>();
    let unknown = 0;
    for (const entry of stored) {
      const record = readRecord(entry);
      if (!record) unknown += 1;
      // A tab that had not heard of its end has written it once more, or it could not be removed.
      else if (done.has(record.id)) outboxStorage.remove(scope, record.id);
      else records.set(record.id, { record, isKept: !entry.isOfPageAlone });
    }
    unreadable = unknown;
    for (const [id, delivery] of [...deliveries]) {
      delivery.stored(records.get(id) ?? null);
      // Only emptied: whoever sends it may write it once more.
      if (!deliveries.has(id)) done.delete(id);
    }
    const found = [...records.values()].filter(({ record }) => !deliveries.has(record.id));
    found.sort((one, other) => one.record.writtenAt - other.record.writtenAt);
    const taken = [...deliveries.values()].map((delivery) => delivery.describe().state === 'refused');
    for (const isRefused of [false, true]) {
      const room = MOST_FOUND - taken.filter((other) => other === isRefused).length;
      const alike = found.filter(({ record }) => (record.refusal !== null) === isRefused);
      for (const one of alike.slice(0, Math.max(0, room))) take(one, onFound(one.record.report), false);
    }
    publish();
  }

  function discard(id: string): void {
    // First: what is told of the removal here as well then means nothing any more.
    deliveries.get(id)?.forget();
    outboxStorage.remove(scope, id);
  }

  /** While nobody listened, what is gone was removed on purpose. */
  function forgetRemoved(): void {
    for (const delivery of [...deliveries.values()]) if (delivery.isRemoved()) delivery.forget();
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
      const delivery = take({ record, isKept: true }, listener, true);
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
      const stopWatching = outboxStorage.onChange(scope, (change) => {
        // It may have been written once more since, by this page, which had not heard of it.
        if (change.type === 'removed' && deliveries.has(change.id)) discard(change.id);
        if (change.type === 'missed') forgetRemoved();
        read();
      });
      const stopWaking = connectivity.onReturn(lookAgain);
      stopListening = () => {
        stopWatching();
        stopWaking();
      };
      forgetRemoved();
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
