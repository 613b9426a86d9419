import { ItemBusy } from './exclusiveItems.js';
import type { Services } from './services.js';
import { TimeLimitReached, withinTimeLimit } from './timeLimit.js';

/** Not answered yet: the same report is to be sent again after `retryAfter` seconds. */
export interface StillChecking {
  isFinal: false;
  retryAfter: number;
}

const RETRY_AFTER_SECONDS = 2;

/**
 * Confirms a report so that it is answered before a proxy or a browser gives up: Plaid and Heron are asked nothing more
 * after nine tenths of the time, and what hangs all the same, as a database, goes on without whoever asked. Nor does
 * anybody wait for long for an Item that another report is about.
 */
export async function answerInTime<Caller, Outcome>(
  services: Services<Caller>,
  itemId: string | undefined,
  run: (services: Services<Caller>) => Promise<Outcome>,
): Promise<Outcome | StillChecking> {
  const { answerWithinMs, log } = services;
  try {
    const hurried = services.endingWithin(answerWithinMs * 0.9);
    return await withinTimeLimit(answerWithinMs, () => run(hurried));
  } catch (error) {
    if (error instanceof TimeLimitReached)
      log({ code: 'internal', operation: 'handler', itemId, errorName: error.name });
    else if (!(error instanceof ItemBusy)) throw error;
    return { isFinal: false, retryAfter: RETRY_AFTER_SECONDS };
  }
}
