import { act, screen, waitFor } from '@testing-library/react';
import {
  RepairAllBanner,
  RepairItemBanner,
  RepairItemBannerList,
  UpdateModeLauncher,
  type UpdateModeProviderProps,
} from 'react-plaid-update-mode';
import { en } from 'react-plaid-update-mode/messages/en';
import { createPseudoMessages, LINK_ERRORS } from 'react-plaid-update-mode/testing';
import { beforeEach, expect, it } from 'vitest';
import { createDiagnosisCases } from '../support/diagnosisCases.js';
import { passTime, startFakeClock } from '../support/fakeClock.js';
import { brokenLinks, PLATYPUS, platypusLink, tattersallLink } from '../support/links.js';
import { leaveLink, signIn, startLinkSimulator, untilLinkIsOpen } from '../support/linkSimulator.js';
import { renderApp } from '../support/renderApp.js';
import { createScriptedServer, problem, type Answer } from '../support/scriptedServer.js';

const PROPS = {
  messages: createPseudoMessages(en),
  appName: 'HARBOUR 1',
  timeZone: 'UTC',
  onNewLink() {},
  onAccountClosed() {},
  onContactSupport() {},
} satisfies Partial<UpdateModeProviderProps>;

const OURS = '.update-mode-banner, .update-mode-banner-list, .update-mode-launcher, .update-mode-announcer';

/** What is no message: names, dates and lists as Intl writes them, and what support asks for. */
const VALUES =
  /First Platypus Bank|Chase|Tattersall Federal Credit Union|HARBOUR 1|Bank \d|\w+\s\d+, \d{4}|in \d+ days|\d+ days ago|tomorrow|yesterday|today| and |\b[A-Z]{1,2}\b/g;

/** What stands on the page, or is read out, in plain English. */
function findEnglish(): string[] {
  const texts = Array.from(document.querySelectorAll(OURS)).flatMap((root) => {
    const words: string[] = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode())
      if (!walker.currentNode.parentElement?.closest('dd')) words.push(walker.currentNode.nodeValue ?? '');
    for (const element of root.querySelectorAll('*')) {
      words.push(...['aria-label', 'title', 'alt', 'aria-description'].map((name) => element.getAttribute(name) ?? ''));
    }
    return words;
  });
  expect(texts.join('')).toMatch(/\[.+\]/);
  return texts.filter((text) => /[A-Za-z]{2,}/.test(text.replaceAll(VALUES, '')));
}

function findAction(): HTMLElement {
  const button = document.querySelector<HTMLElement>('.update-mode-banner__action');
  if (!button) throw new Error('There is no button.');
  return button;
}

beforeEach(() => {
  startFakeClock();
});

it('is English, longer, in brackets and with all its places', () => {
  const pseudo = createPseudoMessages(en);
  expect(pseudo.loginTitle).toBe('[{institution} ñééðš ýóú ţó šíĝñ íñ áĝáíñ ẽẋţŕá ẽẋţŕ]');
  expect(pseudo.language).toBe('en-XA');
  expect(pseudo.allTitle.one?.length).toBeGreaterThan(1.35 * (en.allTitle.one?.length ?? 0));
});

it('leaves no English in any row of the table of diagnoses', async () => {
  const banners = createDiagnosisCases().map(({ name, link }) => (
    <RepairItemBanner key={name} integrationLink={{ ...link, item_id: name }} isDismissible />
  ));
  renderApp(<>{banners}</>, { server: createScriptedServer(), ...PROPS });
  await act(async () => {});
  expect(document.querySelectorAll('.update-mode-banner').length).toBeGreaterThan(60);
  expect(findEnglish()).toEqual([]);
});

it('leaves no English in a list, on the banner of a whole user, and on a launcher of any purpose', async () => {
  const content = (
    <>
      <RepairItemBannerList isDismissible />
      <RepairAllBanner />
      {['repair', 'renew_consent', 'select_accounts', 'mine'].map((purpose) => (
        <UpdateModeLauncher key={purpose} itemId={PLATYPUS} purpose={purpose} />
      ))}
    </>
  );
  const server = createScriptedServer(platypusLink(), tattersallLink(), ...brokenLinks(3));
  renderApp(content, { server, ...PROPS });
  await waitFor(() => expect(screen.getAllByRole('region').length).toBeGreaterThan(1));
  expect(findEnglish()).toEqual([]);
});

type Simulator = ReturnType<typeof startLinkSimulator>;

it.each<[string, string, (simulator: Simulator) => Promise<unknown>, (Answer | undefined)?, Answer?]>([
  ['launching', 'launching', () => passTime(10), undefined, 'never'],
  ['a token that is refused', 'failed', () => passTime(10), undefined, problem(403, 'internal')],
  ['open', 'open', untilLinkIsOpen],
  ['left', 'exited', leaveLink],
  ['left with an error', 'exited', (simulator) => leaveLink(simulator, LINK_ERRORS.INVALID_CREDENTIALS)],
  ['being confirmed', 'confirming', signIn, 'never'],
  ['reported later', 'confirming', signIn, problem(503, 'plaid_unavailable')],
  ['refused', 'confirming', signIn, problem(403, 'internal')],
  ['still broken', 'failed', signIn, Response.json({ result: 'still_broken', integration_links: [platypusLink()] })],
  ['unchanged', 'failed', signIn, Response.json({ result: 'unchanged', integration_links: [platypusLink()] })],
  ['repaired', 'repaired', signIn],
])('leaves no English in a visit that is %s, or in what is read out', async (_name, status, go, answer, token) => {
  const simulator = startLinkSimulator();
  const server = createScriptedServer(platypusLink());
  if (answer) server.queue('POST /repairs', answer instanceof Response ? answer.clone() : answer);
  // The pointer on the button asks for one already.
  if (token)
    server.queue('POST /link-token', ...[token, token].map((each) => (each instanceof Response ? each.clone() : each)));
  const { user } = renderApp(<RepairItemBanner itemId={PLATYPUS} />, { server, ...PROPS });
  await screen.findByRole('region');
  await user.click(findAction());
  await go(simulator);
  await waitFor(() => expect(document.querySelector('.update-mode-banner')).toHaveAttribute('data-status', status));
  await passTime(300);
  expect(findEnglish()).toEqual([]);
});
