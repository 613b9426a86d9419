import { onTestFinished, vi } from 'vitest';

/** The user goes to another tab, or comes back to this one. */
export function showPage(state: 'visible' | 'hidden'): void {
  const spy = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
  onTestFinished(() => spy.mockRestore());
  document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
}
