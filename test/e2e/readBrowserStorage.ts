import type { Page } from '@playwright/test';

/** Everything that a page may have written down, as one text. */
export async function readBrowserStorage(page: Page): Promise<string> {
  const kept = await page.context().storageState({ indexedDB: true });
  const ofTheTab = await page.evaluate(async () => ({
    session: JSON.stringify(sessionStorage),
    local: JSON.stringify(localStorage),
    cookies: document.cookie,
    history: JSON.stringify(history.state),
    name: window.name,
    address: location.href,
    caches: await caches.keys(),
  }));
  return JSON.stringify({ kept, ofTheTab });
}
