import { act } from '@testing-library/react';
import { onTestFinished, vi } from 'vitest';

/** When the tests with a fake clock take place; the fixed times of the test's links are around it. */
export const NOW = Date.parse('2026-11-20T10:00:00Z');

/**
 * Takes over the clock for the running test. It still moves by itself, so that events can be awaited. Chance is taken
 * over too: it makes pauses shorter, and then they are as long as they get.
 */
export function startFakeClock(): void {
  vi.useFakeTimers({ now: NOW, shouldAdvanceTime: true });
  const random = vi.spyOn(Math, 'random').mockReturnValue(0);
  onTestFinished(() => {
    vi.useRealTimers();
    random.mockRestore();
  });
}

/** Lets that many milliseconds pass at once. */
export async function passTime(ms: number): Promise<void> {
  await act(() => vi.advanceTimersByTimeAsync(ms));
}
