import type { UpdateModeEndpoint } from '../core/endpoint.js';
import type { Clock } from '../core/ports.js';
import { withTimeLimit } from '../core/timeLimit.js';

type ReadList = UpdateModeEndpoint['listIntegrationLinks'];

/** React Query has no limit of its own, and asks for nothing again while an answer is still to come. */
const LIST_LIMIT_MS = 30_000;

/** Reads the list, and gives up on an answer that does not come. */
export function limitList(read: ReadList, clock: Clock): ReadList {
  return ({ signal }) =>
    withTimeLimit(clock, LIST_LIMIT_MS, (limit) => {
      const controller = new AbortController();
      for (const either of [signal, limit]) {
        if (either.aborted) controller.abort(either.reason);
        either.addEventListener('abort', () => controller.abort(either.reason), { once: true });
      }
      return read({ signal: controller.signal });
    });
}
