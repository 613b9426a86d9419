import type { ItemsPort } from './itemsPort.js';
import { createItemQueue, type Exclusively } from './itemQueue.js';
import { readErrorName, type SafeLog } from './log.js';
import { ServerProblem } from './problemResponse.js';
import { TimeLimitReached, withinTimeLimit } from './timeLimit.js';

/** Somebody else has been at work on an Item for so long that this request stopped waiting for it; nothing was done. */
export class ItemBusy extends Error {
  override readonly name = 'ItemBusy';

  constructor() {
    super('The Item is busy.');
  }
}

export interface ExclusiveItemsOptions {
  items: Pick<ItemsPort<never>, 'exclusively'>;
  /** How long to wait for an Item, in milliseconds. */
  waitLimitMs: number;
  log: SafeLog;
}

/** Longer than anything at work on an Item takes, unless a function of the app's never ends. */
const RUN_LIMIT_MS = 60_000;
/** The same with what the app's port needs around it. */
const TURN_LIMIT_MS = 120_000;

/** By the app's `items`: the handlers of one app share its queues, and two apps in one process share none. */
const queues = new WeakMap<object, Exclusively>();

/**
 * One at a time for each Item: within this process by a queue of ours, across processes by the app's port, which so is
 * asked once at a time for each Item. Rejects with `ItemBusy` where the wait is long. Whoever is at work for more than a
 * minute is given up, and the port let go; a port that does not end either keeps nobody waiting for more than two.
 */
export function createExclusiveItems({ items, waitLimitMs, log }: ExclusiveItemsOptions): Exclusively {
  const queue = queues.get(items) ?? createItemQueue();
  queues.set(items, queue);

  return <Value>(itemId: string, run: () => Promise<Value>) =>
    new Promise<Value>((resolve, reject) => {
      let hasGivenUp = false;
      let outcome: { isDone: true; value: Value } | { isDone: false; error: unknown } | undefined;
      const timer = setTimeout(() => {
        hasGivenUp = true;
        reject(new ItemBusy());
      }, waitLimitMs);

      async function take(): Promise<Value> {
        // Whoever asked has been answered meanwhile, and asks again.
        if (hasGivenUp) throw new ItemBusy();
        clearTimeout(timer);
        try {
          const value = await withinTimeLimit(RUN_LIMIT_MS, run);
          outcome = { isDone: true, value };
          return value;
        } catch (error) {
          outcome = { isDone: false, error };
          if (error instanceof TimeLimitReached) logTrouble(error);
          throw error;
        }
      }

      async function takeByPort(): Promise<void> {
        if (hasGivenUp) return;
        await (items.exclusively ? items.exclusively(itemId, take) : take());
      }

      async function takeTurn(): Promise<void> {
        const turn = takeByPort().then(
          () => (outcome?.isDone ? resolve(outcome.value) : fail(outcome?.error)),
          (error: unknown) => fail(outcome?.isDone === false ? outcome.error : undefined, error),
        );
        await withinTimeLimit(TURN_LIMIT_MS, () => turn);
      }

      queue(itemId, takeTurn).catch(logTrouble);

      /** `ours` is what `run` rejected with: it goes before whatever the app's port makes of it. */
      function fail(ours: unknown, portError?: unknown): void {
        clearTimeout(timer);
        if (hasGivenUp) return;
        if (ours !== undefined) return reject(ours);
        // Not taken, or not kept: what was written in the app's transaction may be gone.
        logTrouble(portError);
        reject(new ServerProblem('internal'));
      }

      function logTrouble(error: unknown): void {
        log({ code: 'internal', operation: 'items.exclusively', itemId, errorName: readErrorName(error) });
      }
    });
}
