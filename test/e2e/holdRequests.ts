import type { Page } from '@playwright/test';

/** Where requests of a page wait. It is closed to begin with. */
export interface Gate {
  open(): void;
  close(): void;
}

function createGate() {
  let open = () => {};
  let isOpen = Promise.resolve();
  const gate = {
    open: () => open(),
    close: () => void (isOpen = new Promise<void>((resolve) => (open = resolve))),
    pass: () => isOpen,
  };
  gate.close();
  return gate;
}

const REPORTS = /\/api\/update-mode\/repairs$|\/api\/heron\/api\/integration_links\//;
const LISTS = /\/api\/update-mode\/integration-links$/;

/** Keeps reports of repairs on their way while the gate is closed. */
export async function holdReports(page: Page): Promise<Gate> {
  const gate = createGate();
  await page.route(REPORTS, async (route) => {
    await gate.pass();
    await route.fallback();
  });
  return gate;
}

/**
 * While the gate is closed the page reads no list of its connections any more, once it has reported a repair: so it goes on
 * waiting for the latest data, which a slow machine would have before anybody has looked.
 */
export async function holdLatestData(page: Page): Promise<Gate> {
  const gate = createGate();
  let isReported = false;
  await page.route(REPORTS, async (route) => {
    isReported = true;
    await route.fallback();
  });
  await page.route(LISTS, async (route) => {
    if (isReported) await gate.pass();
    await route.fallback();
  });
  return gate;
}
