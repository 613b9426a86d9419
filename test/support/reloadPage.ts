import type { LinkSimulator } from 'react-plaid-update-mode/testing';
import { leavePageFor } from './pageLoad.js';

/** The user reloads the page. Its rights among tabs go with it, as the browser tells it that it is going. */
export async function reloadPage(page: { unmount(): void }, simulator: LinkSimulator): Promise<void> {
  window.dispatchEvent(new Event('pagehide'));
  await leavePageFor('/', page, simulator);
}
