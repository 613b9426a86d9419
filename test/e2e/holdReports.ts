import type { Page } from '@playwright/test';

/** Where reports of repairs wait on their way to the server. It is closed to begin with. */
export interface Gate {
  open(): void;
  close(): void;
}

/** Keeps a page's reports waiting, until what was said before has been looked at. */
export async function holdReports(page: Page): Promise<Gate> {
  let open = () => {};
  let isOpen = Promise.resolve();
  const gate: Gate = {
    open: () => open(),
    close: () => void (isOpen = new Promise<void>((resolve) => (open = resolve))),
  };
  gate.close();
  await page.route('**/api/update-mode/repairs', async (route) => {
    await isOpen;
    await route.continue();
  });
  return gate;
}
