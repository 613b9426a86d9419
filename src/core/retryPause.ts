const FIRST_PAUSE_MS = 2_000;
export const LONGEST_PAUSE_MS = 300_000;
/** What a server may ask for: none can make us hurry, nor wait beyond what a browser's timer holds. */
const SHORTEST_ASKED_MS = 1_000;
export const LONGEST_ASKED_MS = 3_600_000;

/** How long to wait after so many attempts: ever longer. Half of it at chance, so that the pages of an outage do not all come back at once. */
export function growPause(attempts: number, random: () => number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (attempts - 1)) * (1 - random() / 2);
}

/** The milliseconds of a `Retry-After` in seconds. */
export function limitAsked(seconds: number): number {
  const asked = Number.isNaN(seconds) ? 0 : seconds * 1000;
  return Math.min(LONGEST_ASKED_MS, Math.max(SHORTEST_ASKED_MS, asked));
}
