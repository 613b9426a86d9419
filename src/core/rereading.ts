import type { Clock } from './ports.js';

/** How long the hints of one burst may be apart. */
const GATHERING_MS = 50;
/** However fast the hints come, the server has this long between two readings. */
const REST_MS = 1_000;

export interface RereadingContext {
  clock: Clock;
  /** Reads anew, in a reading that begins after the call. Never rejects. */
  read(): Promise<unknown>;
}

/** Turns hints into readings: a burst into one, and after one that is under way follows another. */
export function createRereading({ clock, read }: RereadingContext) {
  let isDue = false;
  let isReading = false;
  let isStopped = false;
  let restsUntil = Number.NEGATIVE_INFINITY;
  let cancelTimer = () => {};

  function schedule(): void {
    if (!isDue || isReading || isStopped) return;
    cancelTimer();
    const rest = restsUntil - clock.now();
    // A clock that was set back lets nobody wait longer.
    cancelTimer = clock.schedule(() => void run(), Math.max(GATHERING_MS, Math.min(REST_MS, rest)));
  }

  async function run(): Promise<void> {
    isDue = false;
    isReading = true;
    await read();
    isReading = false;
    restsUntil = clock.now() + REST_MS;
    schedule();
  }

  return {
    hint(): void {
      if (isDue) return;
      isDue = true;
      schedule();
    },
    stop(): void {
      isStopped = true;
      cancelTimer();
    },
  };
}
