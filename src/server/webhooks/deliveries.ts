import { withinTimeLimit } from '../timeLimit.js';
import type { WebhookPorts } from './webhookPorts.js';

/** Plaid waits for ten seconds. */
const ANSWER_WITHIN_MS = 9000;

/** Does the work of one webhook, unless it is done already; two that come at once do it once. */
export type Deliver = (key: string, work: () => Promise<void>) => Promise<void>;

/** Rejects with what the work rejected with, or once the time is over: the work goes on then. */
export function createDeliveries(ports: WebhookPorts, answerWithinMs = ANSWER_WITHIN_MS): Deliver {
  const running = new Map<string, Promise<void>>();

  async function run(key: string, work: () => Promise<void>): Promise<void> {
    if (await ports.wasTaken(key)) return;
    await work();
    await ports.markTaken(key);
  }

  return async (key, work) => {
    const delivery = running.get(key) ?? run(key, work).finally(() => running.delete(key));
    running.set(key, delivery);
    await withinTimeLimit(answerWithinMs, () => delivery);
  };
}
