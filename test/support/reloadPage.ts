import type { LinkSimulator } from 'react-plaid-update-mode/testing';
import { vi } from 'vitest';
import { leavePageFor } from './pageLoad.js';

/**
 * The user reloads the page. Its rights among tabs go with it, as the browser tells it that it is going; whatever it
 * would begin after that never happens.
 */
export async function reloadPage(page: { unmount(): void }, simulator: LinkSimulator): Promise<void> {
  window.dispatchEvent(new Event('pagehide'));
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  await leavePageFor('/', page, simulator);
  vi.useRealTimers();
}
