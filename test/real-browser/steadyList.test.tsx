import { screen, waitFor } from '@testing-library/react';
import { RepairItemBannerList } from 'react-plaid-update-mode';
import { de } from 'react-plaid-update-mode/messages/de';
import { en } from 'react-plaid-update-mode/messages/en';
import { expect, it, onTestFinished } from 'vitest';
import { page } from 'vitest/browser';
import styles from '../../src/styles/styles.css?inline';
import { passTime, startFakeClock } from '../support/fakeClock.js';
import { platypusLink, tattersallLink } from '../support/links.js';
import { leaveLink, signIn, startLinkSimulator, untilLinkIsOpen } from '../support/linkSimulator.js';
import { renderApp } from '../support/renderApp.js';
import { createScriptedServer } from '../support/scriptedServer.js';

const WIDTHS = [320, 480, 800];
const LINKS = [
  platypusLink(),
  platypusLink({ item_id: 'item-houndstooth', institution_name: 'Houndstooth Bank' }),
  tattersallLink(),
];

/** A list at each width, all of the same connections. */
async function showLists(catalog: typeof en) {
  await page.viewport(1_000, 768);
  const sheet = document.head.appendChild(document.createElement('style'));
  sheet.textContent = styles;
  onTestFinished(async () => {
    sheet.remove();
    await page.viewport(1_024, 768);
  });
  startFakeClock();
  const simulator = startLinkSimulator();
  const server = createScriptedServer(...LINKS);
  const lists = WIDTHS.map((width) => (
    <div key={width} data-width={width} style={{ inlineSize: width }}>
      <RepairItemBannerList />
    </div>
  ));
  renderApp(lists, { server, locale: catalog.language, messages: catalog });
  await waitFor(() => expect(screen.getAllByRole('region')).toHaveLength(WIDTHS.length));
  return { simulator, server };
}

const untilStatus = (status: string) =>
  waitFor(() =>
    expect(document.querySelectorAll(`.update-mode-banner[data-status="${status}"]`)).toHaveLength(WIDTHS.length),
  );

const BUTTON = ':scope > .update-mode-banner__layout > .update-mode-banner__action';

/** Where everything is that somebody may be about to press or to read, in pixels from the top of its list. */
function measure(): Record<string, number[]> {
  return Object.fromEntries(
    [...document.querySelectorAll('[data-width]')].flatMap((place) => {
      const width = place.getAttribute('data-width');
      const { top, height } = place.getBoundingClientRect();
      const banner = place.querySelector('.update-mode-banner');
      const box = (element: Element | null | undefined) => {
        const found = element?.getBoundingClientRect();
        return found ? [found.top - top, found.bottom - top] : [];
      };
      const rows = [...place.querySelectorAll('.update-mode-banner__row')].flatMap(box);
      return [
        [`list of ${width}`, [height]],
        [`button of ${width}`, box(banner?.querySelector(BUTTON))],
        [`rows of ${width}`, rows],
      ];
    }),
  );
}

/** The next visit to Link, up to the moment at which the user sees it. */
async function press(server: ReturnType<typeof createScriptedServer>): Promise<void> {
  const release = server.hold('POST /link-token');
  const button = document.querySelector<HTMLElement>('.update-mode-banner__action');
  button?.click();
  await untilStatus('launching');
  release();
}

/** Where the words of each row begin, from the top of the page. */
const words = () =>
  [...document.querySelectorAll('.update-mode-banner__row .update-mode-banner__title')].map(
    (title) => title.getBoundingClientRect().top,
  );

const firstRows = () =>
  [...document.querySelectorAll('.update-mode-banner__row:first-child')].map((row) => row.clientHeight);

const buttons = (places: Record<string, number[]>) =>
  Object.entries(places).flatMap(([name, [top]]) => (name.startsWith('button') ? [top] : []));

it.each([
  ['English', en],
  ['German', de],
])('moves nothing during a visit but at the moment that Link closes, in %s', async (_language, catalog) => {
  const { simulator, server } = await showLists(catalog);
  const before = measure();

  await press(server);
  expect(measure()).toEqual(before);
  await untilLinkIsOpen(simulator);
  await untilStatus('open');
  expect(measure()).toEqual(before);

  await leaveLink(simulator);
  await untilStatus('exited');
  expect(buttons(measure())).toEqual(buttons(before));

  await press(server);
  const release = server.hold('POST /repairs');
  await signIn(simulator);
  await untilStatus('confirming');
  const after = measure();
  expect(buttons(after)).toEqual(buttons(before));
  release();
  await untilStatus('repaired');
  expect(measure()).toEqual(after);
  const [first] = server.links;
  server.links = server.links.map((link) => (link.item_id === first?.item_id ? { ...link, status: 'active' } : link));
  await passTime(1_000);
  await waitFor(() =>
    expect(
      document.querySelectorAll('.update-mode-banner__row [data-severity="ok"][data-status="repaired"]'),
    ).toHaveLength(WIDTHS.length),
  );
  expect(measure()).toEqual(after);
  const done = words();
  await passTime(7_000);
  expect(document.querySelectorAll('.update-mode-banner__row [data-severity="ok"][data-status="idle"]')).toHaveLength(
    WIDTHS.length,
  );
  expect(measure()).toEqual(after);
  expect(words()).toEqual(done);

  const held = firstRows();
  await press(server);
  await untilLinkIsOpen(simulator);
  await untilStatus('open');
  expect(firstRows()).toEqual(held);
  await leaveLink(simulator);
  await untilStatus('exited');
  // Whoever comes back from Link finds no room that nobody uses any more.
  firstRows().forEach((height, index) => expect(height).toBeLessThan(held[index] ?? 0));
  expect(buttons(measure())).toEqual(buttons(after));
});
