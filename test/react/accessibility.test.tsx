import { screen, waitFor } from '@testing-library/react';
import axe from 'axe-core';
import { RepairItemBannerList, UpdateModeLauncher, type IntegrationLink } from 'react-plaid-update-mode';
import { en } from 'react-plaid-update-mode/messages/en';
import { LINK_ERRORS } from 'react-plaid-update-mode/testing';
import { describe, expect, it } from 'vitest';
import { RECONNECT, renderBrokenBanner } from '../support/brokenBanner.js';
import { passTime, startFakeClock } from '../support/fakeClock.js';
import { PLATYPUS, platypusLink, tattersallLink } from '../support/links.js';
import { leaveLink, signIn, startLinkSimulator, untilLinkIsOpen } from '../support/linkSimulator.js';
import { renderApp } from '../support/renderApp.js';
import { createScriptedServer, problem, type Answer } from '../support/scriptedServer.js';

/** Contrast needs a real browser, and whether all content is in landmarks is the app's affair. */
const RULES = { 'color-contrast': { enabled: false }, region: { enabled: false } };

async function findViolations(): Promise<string[]> {
  const { violations } = await axe.run(document.body, { rules: RULES, iframes: false });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(', ')}`);
}

type Page = Awaited<ReturnType<typeof renderBrokenBanner>> & { simulator: ReturnType<typeof startLinkSimulator> };

async function signInWith({ server, simulator, clickReconnect }: Page, answer?: Answer): Promise<void> {
  if (answer) server.queue('POST /repairs', answer);
  await clickReconnect();
  await signIn(simulator);
}

const connectAgain = async (page: Page): Promise<void> => {
  await signInWith(page);
  await screen.findByRole('region', { name: 'First Platypus Bank is reconnected' });
  page.server.links = [platypusLink({ status: 'active' })];
  await passTime(1_000);
};

const STATES: [state: string, text: string | RegExp, reach: (page: Page) => Promise<void>][] = [
  ['idle', RECONNECT, async () => {}],
  [
    'launching',
    'Opening…',
    async ({ server, clickReconnect }) => {
      server.queue('POST /link-token', 'never');
      await clickReconnect();
    },
  ],
  [
    'open',
    en.openText,
    async ({ simulator, clickReconnect }) => {
      await clickReconnect();
      await untilLinkIsOpen(simulator);
    },
  ],
  ['confirming', 'Checking…', (page) => signInWith(page, 'never')],
  ['queued', 'Check again', (page) => signInWith(page, problem(503, 'plaid_unavailable'))],
  ['undelivered', en.undeliveredText, (page) => signInWith(page, problem(403, 'internal'))],
  ['syncing', 'First Platypus Bank is reconnected', (page) => signInWith(page)],
  ['connected', 'First Platypus Bank is connected again', connectAgain],
  [
    'exited',
    en.exitedText,
    async ({ simulator, clickReconnect }) => {
      await clickReconnect();
      await leaveLink(simulator);
    },
  ],
  [
    'exited with an error',
    en.exitedWithErrorText,
    async ({ simulator, clickReconnect }) => {
      await clickReconnect();
      await leaveLink(simulator, LINK_ERRORS.INVALID_CREDENTIALS);
    },
  ],
  [
    'still broken',
    /still asks for it/,
    (page) => signInWith(page, Response.json({ result: 'still_broken', integration_links: [platypusLink()] })),
  ],
];

describe('A banner that is', () => {
  it.each(STATES)('%s has no accessibility violation', async (_state, text, reach) => {
    startFakeClock();
    const simulator = startLinkSimulator();
    const page = await renderBrokenBanner();
    await reach({ ...page, simulator });
    await waitFor(() => expect(screen.getByRole('region')).toHaveTextContent(text));
    expect(await findViolations()).toEqual([]);
  });

  it.each<[string, IntegrationLink]>([
    ['an announced end', tattersallLink()],
    ['an outage', platypusLink({ status_message: '[INSTITUTION_DOWN] …' })],
    ['something for support', platypusLink({ status_message: '[ITEM_NOT_SUPPORTED] …' })],
    ['beyond repair', platypusLink({ status: 'deleted_in_plaid' })],
  ])('about %s has no accessibility violation', async (_about, link) => {
    renderApp(<RepairItemBannerList />, { server: createScriptedServer(link) });
    await screen.findByRole('region');
    expect(await findViolations()).toEqual([]);
  });

  it.each([
    ['stacked', 2],
    ['combined', 1],
  ] as const)('one of many, %s, beside a launcher, has no accessibility violation', async (layout, regions) => {
    const server = createScriptedServer(platypusLink(), tattersallLink());
    const content = (
      <main>
        <h1>Accounts</h1>
        <RepairItemBannerList layout={layout} />
        <UpdateModeLauncher itemId={PLATYPUS} />
      </main>
    );
    renderApp(content, { server });
    await waitFor(() => expect(screen.getAllByRole('region')).toHaveLength(regions));
    expect(await findViolations()).toEqual([]);
  });
});
