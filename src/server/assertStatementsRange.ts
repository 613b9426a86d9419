import { configurationError } from './configurationError.js';
import type { StatementsRange } from './purposeDefinition.js';

/** Throws for a range that Plaid would refuse: https://plaid.com/docs/statements/ */
export function assertStatementsRange(place: string, range: unknown): asserts range is StatementsRange {
  const { start_date, end_date }: { start_date?: unknown; end_date?: unknown } = Object(range);
  const start = readDay(start_date);
  const end = readDay(end_date);
  if (start !== null && end !== null && start <= end && end <= twoYearsAfter(start)) return;
  throw configurationError(
    `${place} is not a range of days of at most two years.`,
    'Plaid adds Statements for such a range alone, and would refuse the link token.',
    "Give { start_date: '2025-01-31', end_date: '2026-01-31' }, or a function that counts them from today.",
  );
}

function readDay(value: unknown): number | null {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return null;
  const time = Date.parse(`${value}T00:00:00Z`);
  // A day that a month does not have rolls over into the next.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value) ? time : null;
}

function twoYearsAfter(time: number): number {
  const date = new Date(time);
  return date.setUTCFullYear(date.getUTCFullYear() + 2);
}
