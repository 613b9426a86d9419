import { inspect } from 'node:util';

/** Adds to what `run` throws what had led to it. */
export async function withTrace(trace: () => unknown, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new Error(`${message}\n${inspect(trace(), { depth: 6, maxStringLength: 400, maxArrayLength: 60 })}`, {
      cause: error,
    });
  }
}
