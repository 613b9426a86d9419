type Kind = 'error' | 'warn';

interface Expected {
  kind: Kind;
  pattern: RegExp | string;
  seen: boolean;
}

const native: Record<Kind, (...args: unknown[]) => void> = { error: console.error, warn: console.warn };
let expected: Expected[] = [];
let unexpected: string[] = [];

/**
 * Declares that the running test makes the console speak: messages of this kind that match are silent, and at least one has
 * to come. Any other `console.error` or `console.warn` fails the test.
 */
export function expectConsole(kind: Kind, pattern: RegExp | string): void {
  expected.push({ kind, pattern, seen: false });
}

/** Starts a test with a guarded console on which nothing was said. */
export function guardConsole(): void {
  expected = [];
  unexpected = [];
  for (const kind of ['error', 'warn'] as const) console[kind] = (...args: unknown[]) => hear(kind, args);
}

/** Gives the console back; throws for what was said without being expected, and for what was expected and not said. */
export function releaseConsole(): void {
  for (const kind of ['error', 'warn'] as const) console[kind] = native[kind];
  const missing = expected
    .filter(({ seen }) => !seen)
    .map(({ kind, pattern }) => `console.${kind} was never called with ${String(pattern)}`);
  const complaints = [...unexpected, ...missing];
  expected = [];
  unexpected = [];
  if (complaints.length > 0) throw new Error(complaints.join('\n\n'));
}

function hear(kind: Kind, args: unknown[]): void {
  const message = args.map(String).join(' ');
  const match = expected.find((entry) => entry.kind === kind && matches(message, entry.pattern));
  if (match) {
    match.seen = true;
    return;
  }
  unexpected.push(`Unexpected console.${kind}: ${message}`);
  native[kind](...args);
}

function matches(message: string, pattern: RegExp | string): boolean {
  return typeof pattern === 'string' ? message.includes(pattern) : message.search(pattern) >= 0;
}
