const STEPS: [unit: Intl.RelativeTimeFormatUnit, ms: number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** "3 days ago", or "just now" within the last minute. */
export function formatAgo(time: number, now: number): string {
  const ago = Math.max(0, now - time);
  const step = STEPS.find(([, ms]) => ago >= ms);
  if (!step) return 'just now';
  const [unit, ms] = step;
  return new Intl.RelativeTimeFormat('en-US', { numeric: 'auto' }).format(-Math.floor(ago / ms), unit);
}
