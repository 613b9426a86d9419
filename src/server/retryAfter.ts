const LONGEST_SECONDS = 3600;
/** A number above this is a time since 1970, not a number of seconds from now. */
const EARLIEST_EPOCH_SECONDS = 1_000_000_000;
/** And above this it is in milliseconds. */
const EARLIEST_EPOCH_MS = 100_000_000_000;

/**
 * The pause that another server asks for, in milliseconds: `Retry-After` (seconds or a date) or else
 * `x-ratelimit-reset` (seconds from now or since 1970: Heron's documentation does not say which).
 */
export function readRetryAfterMs(header: (name: string) => string | null, now: number): number | undefined {
  return (
    readSeconds(header('retry-after'), now) ??
    readDate(header('retry-after'), now) ??
    readSeconds(header('x-ratelimit-reset'), now)
  );
}

/** Until when another server takes no more requests, by its `x-ratelimit-remaining` and `x-ratelimit-reset`. */
export function readUsedUpMs(header: (name: string) => string | null, now: number): number | undefined {
  const remaining = header('x-ratelimit-remaining')?.trim();
  return remaining !== undefined && /^-?\d+$/.test(remaining) && Number(remaining) <= 0
    ? readSeconds(header('x-ratelimit-reset'), now)
    : undefined;
}

/** The same for a `Retry-After` of our own: whole seconds, within reason. */
export function toRetryAfterSeconds(ms: number | undefined, fallbackSeconds: number): number {
  if (ms === undefined) return fallbackSeconds;
  return Math.min(LONGEST_SECONDS, Math.max(1, Math.ceil(ms / 1000)));
}

function readSeconds(value: string | null, now: number): number | undefined {
  if (value === null || !/^\d+(\.\d+)?$/.test(value)) return undefined;
  const seconds = Number(value);
  if (seconds < EARLIEST_EPOCH_SECONDS) return seconds * 1000;
  return Math.max(0, (seconds < EARLIEST_EPOCH_MS ? seconds * 1000 : seconds) - now);
}

function readDate(value: string | null, now: number): number | undefined {
  const time = Date.parse(value ?? '');
  return Number.isNaN(time) ? undefined : Math.max(0, time - now);
}
