import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Configuration, CountryCode, PlaidApi } from 'plaid';
import { createMemoryItems, createUpdateModeHandler } from 'react-plaid-update-mode/server';
import { createSandbox, installLinkSimulator, type LinkSimulator } from 'react-plaid-update-mode/testing';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { App } from '../support/ReadmeApp.js';

let simulator: LinkSimulator;

beforeEach(() => {
  // By default Heron takes a few seconds to sync, as in life.
  const sandbox = createSandbox({ heron: { afterPut: 'active_at_once' } });
  const item = sandbox.createItem({ endUserId: 'user-1' });
  sandbox.breakItem(item.itemId);

  const items = createMemoryItems((user: { id: string }) => user.id);
  items.add('user-1', { ...item, institutionName: 'First Platypus Bank' });

  const plaid = new PlaidApi(
    new Configuration({
      basePath: 'https://sandbox.test',
      baseOptions: {
        headers: { 'PLAID-CLIENT-ID': 'client', 'PLAID-SECRET': 'secret' },
        adapter: 'fetch',
        env: { fetch: sandbox.fetch, Request, Response },
      },
    }),
  );
  const handler = createUpdateModeHandler({
    basePath: '/api/update-mode',
    plaid,
    heron: { apiKey: 'key', baseUrl: 'https://sandbox.test', fetch: sandbox.fetch },
    authenticate: () => ({ id: 'user-1' }),
    endUserId: (user) => user.id,
    items,
    linkToken: { client_name: 'Acme', language: 'en', country_codes: [CountryCode.Us] },
  });
  vi.stubGlobal('fetch', (url: string, init?: RequestInit) => handler(new Request(new URL(url, location.href), init)));

  // With this backend a finished visit heals the Item at Plaid; without it, Link succeeds and heals nothing.
  simulator = installLinkSimulator({ outcome: { kind: 'success' }, backend: sandbox.link });
});

afterEach(() => {
  simulator.uninstall();
  vi.unstubAllGlobals();
});

it('repairs the connection', async () => {
  render(<App user={{ id: 'user-1' }} />);
  await userEvent.click(await screen.findByRole('button', { name: 'Reconnect First Platypus Bank' }));
  // By its role: the same words are also read out by a live region.
  expect(await screen.findByRole('heading', { name: 'First Platypus Bank is connected again' })).toBeVisible();
});
