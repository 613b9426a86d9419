import { test as base, expect, type Page } from '@playwright/test';
import type { LogEntry } from 'react-plaid-update-mode/server';
import type { Sandbox, SandboxRequest } from 'react-plaid-update-mode/testing';
import type { BankConnection, Overview } from '../../demo/api.js';
import { startDemo } from '../../demo/server/startDemo.js';
import { captureOutput, type CapturedOutput } from './captureOutput.js';

/** A demo in this process, so that a test sees what no page may see. */
export interface RunningDemo {
  url: string;
  sandbox: Sandbox;
  itemIdOf(bank: string): string;
  /** From now on a repaired connection waits for its latest data until `bringLatestData`, and not for a time. */
  holdLatestData(): void;
  bringLatestData(bank: string): void;
  /** What must never leave the server: all access tokens and keys. */
  secrets: string[];
  heronApiKey: string;
  /** Everything that the server has logged or printed since the test began. */
  output(): string;
  /** What the sandbox was asked since the test began. */
  requests(method: string, path: string): SandboxRequest[];
}

interface TestFixtures {
  demo: RunningDemo;
  /** Harbour as a new visitor sees it, freshly reset. */
  harbour: Page;
}

interface StartedDemo {
  url: string;
  sandbox: Sandbox;
  keys: { plaidSecret: string; heronApiKey: string };
  entries: LogEntry[];
  printed: CapturedOutput;
}

export const test = base.extend<TestFixtures, { startedDemo: StartedDemo }>({
  startedDemo: [
    // oxlint-disable-next-line eslint/no-empty-pattern -- Playwright reads the names of fixtures from the pattern.
    async ({}, use) => {
      const printed = captureOutput();
      const entries: LogEntry[] = [];
      const configuration = { port: 0, databaseUrl: undefined, encryptionKey: undefined, credentials: undefined };
      const { url, bank, close } = await startDemo(configuration, (entry) => void entries.push(entry));
      if (!bank.builtIn) throw new Error('The demo talks to the outside world.');
      await use({ url, ...bank.builtIn, entries, printed });
      await close();
      printed.stop();
    },
    { scope: 'worker', timeout: 240_000 },
  ],

  demo: async ({ startedDemo, request }, use) => {
    const { url, sandbox, keys, entries, printed } = startedDemo;
    Object.assign(sandbox.heron, { pendingFor: 300, syncingFor: 600 });
    await request.get(url);
    expect((await request.post(`${url}/demo/reset`, { data: {} })).ok()).toBe(true);
    const before = new Set(sandbox.requests);
    const logged = entries.length;
    const written = printed.text().length;
    const overview = await request.get(`${url}/api/overview`);
    const connections = parseConnections(await overview.json());
    const itemIdOf = (bank: string) => {
      const connection = connections.find(({ institutionName }) => institutionName === bank);
      if (!connection) throw new Error(`The demo has no connection to ${bank}.`);
      return connection.itemId;
    };
    await use({
      url,
      sandbox,
      itemIdOf,
      holdLatestData: () => void Object.assign(sandbox.heron, { pendingFor: 3_600_000 }),
      bringLatestData: (bank) => sandbox.setHeronStatus(itemIdOf(bank), 'active'),
      secrets: [...connections.map(({ itemId }) => sandbox.readItem(itemId).accessToken), ...Object.values(keys)],
      heronApiKey: keys.heronApiKey,
      output: () => JSON.stringify(entries.slice(logged)) + printed.text().slice(written),
      requests: (method, path) =>
        sandbox.requests.filter((made) => !before.has(made) && made.method === method && made.path === path),
    });
  },

  harbour: async ({ demo, page }, use) => {
    await page.goto(demo.url);
    await expect(page.getByRole('heading', { level: 1, name: /^Good / })).toBeVisible();
    await use(page);
  },
});

export { expect };

function parseConnections(overview: Overview): BankConnection[] {
  return overview.connections;
}
