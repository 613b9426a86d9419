import { act, screen, waitFor } from '@testing-library/react';
import { expect, it, onTestFinished, vi } from 'vitest';
import { RepairItemBanner, type RepairReport } from 'react-plaid-update-mode';
import { parseRepairReport } from '../../src/protocol/parseRepairReport.js';
import { RECONNECT, renderBrokenBanner } from '../support/brokenBanner.js';
import { PLATYPUS, platypusLink } from '../support/links.js';
import { startLinkSimulator } from '../support/linkSimulator.js';
import { inEachReactMode } from '../support/reactModes.js';
import { renderApp } from '../support/renderApp.js';
import { createScriptedServer } from '../support/scriptedServer.js';

const VISIT = 'react-plaid-update-mode.visit.';
const REPORT = 'react-plaid-update-mode.report.user-1.';
const MARK = 'poisoned-by-another-script';
const NOW = Date.now();

const visit = {
  version: 1,
  scope: 'user-1',
  target: { item_id: PLATYPUS },
  purpose: 'repair',
  token: 'link-sandbox-1',
  expires_at: NOW + 60_000,
};
const report: RepairReport = {
  target: { item_id: PLATYPUS },
  purpose: 'repair',
  outcome: 'success',
  started_at: new Date(NOW).toISOString(),
};
const record = { version: 1, report, written_at: NOW, attempts: 0, not_before: 0, wanted_at: 0, refusal: null };

/** What stands in no field of ours, or is not ours to read. */
const TEXTS: [what: string, text: string][] = [
  ['no JSON', `{${MARK}`],
  ['nothing', ''],
  ['a word', JSON.stringify(MARK)],
  ['null', 'null'],
  ['a list', JSON.stringify([visit, record, MARK])],
  ['a deep nest', '['.repeat(5_000)],
  ['a prototype', `{"__proto__":${JSON.stringify({ ...visit, ...record })}}`],
  ['a million characters', MARK.repeat(40_000)],
];

const withReport = (changes: object) => ({ ...record, report: { ...report, ...changes } });
const asTarget = (target: unknown) => [{ ...visit, target }, withReport({ target })];

const FIELDS: [what: string, ...values: unknown[]][] = [
  [
    'a million characters in a field',
    { ...visit, purpose: 'a'.repeat(1_000_000) },
    withReport({ link_session_id: MARK.repeat(40_000) }),
  ],
  ['another version', { ...visit, version: 2 }, { ...record, version: '1' }],
  ['a path as Item', ...asTarget({ item_id: `../../${MARK}` })],
  ['a path in code as Item', ...asTarget({ item_id: `%2e%2e%2f${MARK}` })],
  ['a prototype as Item', ...asTarget({ item_id: '__proto__' })],
  ['an object as Item', ...asTarget({ item_id: { toString: MARK } })],
  ['two targets', ...asTarget({ item_id: PLATYPUS, authorization_id: MARK })],
  ['markup as purpose', { ...visit, purpose: `<b>${MARK}` }, withReport({ purpose: `<b>${MARK}` })],
  ['another outcome', withReport({ outcome: MARK })],
  ['more than a report', withReport({ access_token: MARK })],
  ['a time that is none', { ...visit, expires_at: 1e300 }, { ...record, written_at: -1e300 }],
  ['a text as time', { ...visit, expires_at: MARK }, withReport({ started_at: MARK })],
  ['a number as scope', { ...visit, scope: 1 }],
  ['another user', { ...visit, scope: MARK }],
  ['an access token as link token', { ...visit, token: `access-${MARK}` }],
  ['a text as link token', { ...visit, token: `link-<b>${MARK}` }],
];

type Page = Pick<Awaited<ReturnType<typeof renderBrokenBanner>>, 'heard' | 'server'>;

/** Everything that this page has let out, on the screen, to the server and to the app. */
function readOut({ heard, server }: Page): string {
  const told = Object.values(heard).map(({ mock }) => mock.calls);
  return (
    JSON.stringify([told, server.requests.map(({ text, headers }) => [text, [...headers]])]) + document.body.innerHTML
  );
}

/** The app works as on any other day. */
async function expectUnmoved(page: Page): Promise<void> {
  await act(() => new Promise<void>((resolve) => setTimeout(resolve)));
  expect(screen.getByRole('button', { name: RECONNECT })).toHaveAttribute('data-status', 'idle');
  expect(readOut(page)).not.toContain(MARK);
  for (const { body } of page.server.requestsTo('POST /repairs')) expect(parseRepairReport(body).ok).toBe(true);
}

inEachReactMode('A storage that another script has written to', () => {
  it.each([
    ...TEXTS,
    ...FIELDS.map(([what, ...values]): [string, ...string[]] => [
      what,
      ...values.map((value) => JSON.stringify(value)),
    ]),
  ])('is not believed where it holds %s', async (_what, ...texts) => {
    const simulator = startLinkSimulator();
    history.replaceState(null, '', '?oauth_state_id=state-1');
    onTestFinished(() => history.replaceState(null, '', '/'));
    texts.forEach((text, index) => {
      for (const storage of [localStorage, sessionStorage]) storage.setItem(`${VISIT}${index}`, text);
      localStorage.setItem(`${REPORT}${index}`, text);
    });
    const page = await renderBrokenBanner();
    await expectUnmoved(page);
    expect(page.server.requestsTo('POST /repairs')).toHaveLength(0);
    expect(simulator.handlers).toHaveLength(0);
  });

  it('is not believed under names that are no names of ours', async () => {
    startLinkSimulator();
    for (const id of ['', '__proto__', '../1', '<b>', 'a'.repeat(10_000), `.${MARK}`, 'a.b']) {
      localStorage.setItem(REPORT + id, JSON.stringify(record));
    }
    localStorage.setItem('react-plaid-update-mode.report.user-2.1', JSON.stringify(record));
    const page = await renderBrokenBanner();
    await expectUnmoved(page);
    expect(page.server.requestsTo('POST /repairs')).toHaveLength(0);
  });

  it('sends nothing but whole reports to the app’s own server, whoever wrote them', async () => {
    startLinkSimulator();
    localStorage.setItem(
      `${REPORT}forged`,
      JSON.stringify({ ...record, endpoint: `https://${MARK}.example`, extra: MARK }),
    );
    const server = createScriptedServer(platypusLink());
    const page = { ...renderApp(<RepairItemBanner itemId={PLATYPUS} />, { server }), server };
    await waitFor(() => expect(page.heard.onRepaired).toHaveBeenCalledOnce());
    expect(server.requestsTo('POST /repairs').map(({ body }) => body)).toEqual([report]);
    expect(readOut(page)).not.toContain(MARK);
  });

  it.each(['getItem', 'setItem', 'removeItem', 'key', 'length'] as const)(
    'breaks nothing where its %s throws',
    async (name) => {
      startLinkSimulator();
      localStorage.setItem(`${VISIT}1`, JSON.stringify(visit));
      const own = Object.getOwnPropertyDescriptor(Storage.prototype, name);
      const raise = vi.fn<() => never>(() => {
        throw new Error(MARK);
      });
      Object.defineProperty(Storage.prototype, name, { configurable: true, get: raise });
      onTestFinished(() => void Object.defineProperty(Storage.prototype, name, own ?? {}));
      const page = await renderBrokenBanner();
      expect(readOut(page)).not.toContain(MARK);
      page.unmount();
    },
  );
});
