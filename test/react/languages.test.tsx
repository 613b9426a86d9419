import { act, screen, waitFor } from '@testing-library/react';
import {
  RepairItemBanner,
  RepairItemBannerList,
  UpdateModeLauncher,
  type Messages,
  type MessagesLoader,
  type UpdateModeEvent,
} from 'react-plaid-update-mode';
import { de } from 'react-plaid-update-mode/messages/de';
import { en } from 'react-plaid-update-mode/messages/en';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { RECONNECT } from '../support/brokenBanner.js';
import { passTime, startFakeClock } from '../support/fakeClock.js';
import { PLATYPUS, platypusLink, TATTERSALL, tattersallLink } from '../support/links.js';
import { leaveLink, startLinkSimulator } from '../support/linkSimulator.js';
import { inEachReactMode } from '../support/reactModes.js';
import { renderApp, type AppOptions } from '../support/renderApp.js';
import { createScriptedServer } from '../support/scriptedServer.js';

const BANK = 'First Platypus Bank';
const ENDS = 'Your connection to Tattersall Federal Credit Union ends';

const ARABIC: Partial<Messages> = { language: 'ar', loginTitle: 'يطلب {institution} تسجيل الدخول من جديد' };

function setPageLanguage(language: string): void {
  document.documentElement.lang = language;
  onTestFinished(() => document.documentElement.removeAttribute('lang'));
}

const broken = <RepairItemBanner itemId={PLATYPUS} />;
const ending = <RepairItemBanner itemId={TATTERSALL} />;

function renderBanner(props: Partial<AppOptions> = {}, content = broken) {
  return renderApp(content, {
    server: createScriptedServer(platypusLink(), tattersallLink()),
    timeZone: 'UTC',
    ...props,
  });
}

/** Words that come when the test lets them. */
function createLoaderByHand() {
  const waiting: { locale: string; answer(words: unknown): void; fail(error: Error): void }[] = [];
  const load = vi.fn<MessagesLoader>(
    (locale) => new Promise((resolve, reject) => waiting.push({ locale, answer: resolve, fail: reject })),
  );
  const current = () => {
    const newest = waiting.at(-1);
    if (!newest) throw new Error('Nobody has asked for words.');
    return newest;
  };
  return {
    load,
    locales: () => load.mock.calls.map(([locale]) => locale),
    bring: (words: unknown) => act(async () => current().answer(words)),
    bringTo: (locale: string, words: unknown) =>
      act(async () => waiting.find((each) => each.locale === locale)?.answer(words)),
    fail: () => act(async () => current().fail(new Error('offline'))),
  };
}

const messagesFailed = (locale: string): UpdateModeEvent => ({ type: 'messages_failed', locale });

beforeEach(() => {
  startFakeClock();
});

inEachReactMode('The locale', () => {
  it.each([undefined, ''])('is that of the page where the app gives none, as %j, and follows it', async (locale) => {
    setPageLanguage('en-GB');
    renderBanner({ locale }, ending);
    expect(await screen.findByText(/^It works until 27 November 2026\./)).toBeVisible();
    act(() => {
      document.documentElement.lang = 'en-US';
    });
    expect(await screen.findByText(/^It works until November 27, 2026\./)).toBeVisible();
  });

  it('is that of the app where it gives one', async () => {
    setPageLanguage('en-US');
    renderBanner({ locale: 'en-GB' }, ending);
    expect(await screen.findByText(/^It works until 27 November 2026\./)).toBeVisible();
  });

  it('keeps the region of the reader where it fits the words, and gives way to them where it does not', async () => {
    const { rerender } = renderBanner({ locale: 'de-AT', messages: de }, ending);
    const january = tattersallLink({ pending_disconnect: { reason: 'x', disconnect_time: '2027-01-03T12:00:00Z' } });
    const inJanuary = <RepairItemBanner integrationLink={january} />;
    rerender(inJanuary);
    expect(await screen.findByText(/bis zum 3\. Jänner 2027/)).toBeVisible();
    rerender(inJanuary, { locale: 'fr' });
    expect(await screen.findByText(/bis zum 3\. Januar 2027/)).toBeVisible();
    expect(screen.getByRole('heading')).toHaveTextContent(/in 44 Tagen/);
  });

  it('may be anything: nothing is thrown, and English stays English', async () => {
    renderBanner({}, ending);
    await screen.findByRole('region');
    for (const locale of ['xx-garbage!!', 'C', 'de_AT.UTF-8', 'zh-Hant', 'zz', '-', ' ']) {
      setPageLanguage(locale);
      await act(async () => {});
      expect(screen.getByRole('heading', { name: `${ENDS} in 7 days` })).toBeVisible();
      expect(screen.getByText(/^It works until November 27, 2026\./)).toBeVisible();
    }
  });
});

inEachReactMode('A catalog', () => {
  it('is there in the first render', () => {
    renderBanner({ messages: de }, <RepairItemBanner integrationLink={platypusLink()} />);
    expect(screen.getByRole('region', { name: `${BANK}: Bitte melden Sie sich erneut an` })).toBeVisible();
  });

  it('is marked with what differs from the page', async () => {
    const both = (
      <>
        {broken}
        <UpdateModeLauncher itemId={PLATYPUS} />
      </>
    );
    const { rerender } = renderBanner({}, both);
    await screen.findByRole('region');
    const onPage = async (page: string, messages: Partial<Messages>) => {
      setPageLanguage(page);
      await act(async () => rerender(both, { messages }));
      const banner = screen.getByRole('region');
      const launcher = screen.getAllByRole('button').at(-1);
      for (const attribute of ['lang', 'dir']) {
        expect(launcher?.getAttribute(attribute)).toBe(banner.getAttribute(attribute));
      }
      const announcer = screen.getByRole('status').parentElement;
      expect(announcer?.getAttribute('lang')).toBe(banner.getAttribute('lang'));
      return [banner.getAttribute('lang'), banner.getAttribute('dir')];
    };
    expect(await onPage('en', ARABIC)).toEqual(['ar', 'rtl']);
    expect(await onPage('ar-EG', {})).toEqual(['en', 'ltr']);
    expect(await onPage('ar-EG', ARABIC)).toEqual([null, null]);
    expect(await onPage('ar', { ...ARABIC, language: 'he' })).toEqual(['he', null]);
    expect(await onPage('', de)).toEqual(['de', null]);
    expect(await onPage('de-CH', de)).toEqual([null, null]);
    expect(await onPage('no', { language: 'nb' })).toEqual([null, null]);
    expect(await onPage('nn', { language: 'no' })).toEqual(['no', null]);
    expect(await onPage('zh-Hant', { language: 'zh-Hans' })).toEqual(['zh-Hans', null]);
  });

  it('tells nobody a language on a page that is in it, though the app gives another locale', async () => {
    setPageLanguage('en');
    renderBanner({ locale: 'fr' });
    expect(await screen.findByRole('region')).not.toHaveAttribute('lang');
  });
});

inEachReactMode('A loader of words', () => {
  it('is asked once for each locale, and nothing speaks before it answers', async () => {
    const words = createLoaderByHand();
    const both = (
      <>
        {broken}
        <UpdateModeLauncher itemId={PLATYPUS} />
        <UpdateModeLauncher itemId={PLATYPUS}>Mine</UpdateModeLauncher>
      </>
    );
    const { rerender, queryClient } = renderBanner({ locale: 'de_AT', messages: (locale) => words.load(locale) }, both);
    await waitFor(() => expect(queryClient.isFetching()).toBe(0));
    rerender(both, { messages: (locale) => words.load(locale) });
    expect(screen.queryByRole('region')).toBeNull();
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Mine']);
    await words.bring(de);
    expect(screen.getByRole('region', { name: `${BANK}: Bitte melden Sie sich erneut an` })).toBeVisible();
    expect(words.locales()).toEqual(['de-AT']);
  });

  it('is asked for the language of the page, and again when that changes; until then the old words stay', async () => {
    setPageLanguage('de');
    const words = createLoaderByHand();
    renderBanner({ messages: words.load });
    await words.bring(de);
    await screen.findByRole('region', { name: /Bitte melden/ });
    act(() => {
      document.documentElement.lang = 'en';
    });
    await waitFor(() => expect(words.locales()).toEqual(['de', 'en']));
    expect(screen.getByRole('region', { name: /Bitte melden/ })).toHaveAttribute('lang', 'de');
    await words.bring(en);
    expect(screen.getByRole('region', { name: /sign in again/ })).not.toHaveAttribute('lang');
  });

  it.each<[string, (words: ReturnType<typeof createLoaderByHand>) => Promise<void>]>([
    ['fails', (words) => words.fail()],
    ['brings nothing', (words) => words.bring(undefined)],
    ['brings the module and not the words in it', (words) => words.bring({ de })],
    ['takes too long', () => passTime(4_000)],
  ])('that %s leaves English, and the app hears of it', async (_what, go) => {
    const words = createLoaderByHand();
    const { heard, queryClient } = renderBanner({ locale: 'de', messages: words.load });
    await waitFor(() => expect(queryClient.isFetching()).toBe(0));
    expect(screen.queryByRole('region')).toBeNull();
    await go(words);
    expect(screen.getByRole('button', { name: RECONNECT })).toBeVisible();
    await passTime(10_000);
    expect(heard.onEvent.mock.calls).toEqual([[messagesFailed('de')]]);
  });

  it('that throws before it promises anything harms nothing', async () => {
    const load = () => {
      throw new Error('no such language');
    };
    const { heard } = renderBanner({ locale: 'de', messages: load });
    expect(await screen.findByRole('button', { name: RECONNECT })).toBeVisible();
    expect(heard.onEvent).toHaveBeenCalledWith(messagesFailed('de'));
  });

  it('that answers late is right in the end', async () => {
    const words = createLoaderByHand();
    renderBanner({ locale: 'de', messages: words.load });
    await passTime(4_000);
    expect(await screen.findByRole('button', { name: RECONNECT })).toBeVisible();
    await words.bring(de);
    expect(screen.getByRole('region', { name: /Bitte melden/ })).toBeVisible();
  });

  it('has what happens meanwhile read out as soon as there are words for it', async () => {
    const simulator = startLinkSimulator();
    const words = createLoaderByHand();
    const { user } = renderBanner(
      { locale: 'de', messages: words.load },
      <UpdateModeLauncher itemId={PLATYPUS}>Go</UpdateModeLauncher>,
    );
    await user.click(await screen.findByRole('button', { name: 'Go' }));
    await leaveLink(simulator);
    await passTime(500);
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
    await words.bring(de);
    await passTime(500);
    expect(screen.getByRole('status')).toHaveTextContent(de.exitedText);
  });

  it('that answers for a language that the page has left is not heard', async () => {
    const words = createLoaderByHand();
    const { rerender } = renderBanner({ locale: 'de', messages: words.load });
    rerender(broken, { locale: 'en' });
    await words.bringTo('en', en);
    expect(await screen.findByRole('button', { name: RECONNECT })).toBeVisible();
    await words.bringTo('de', de);
    expect(screen.getByRole('button', { name: RECONNECT })).toBeVisible();
  });

  it('that brings some words has English for the others', async () => {
    renderBanner({ messages: async () => ({ reconnect: 'Mend {institution}' }) });
    expect(await screen.findByRole('button', { name: `Mend ${BANK}` })).toBeVisible();
    expect(screen.getByRole('heading', { name: `${BANK} needs you to sign in again` })).toBeVisible();
  });
});

describe('A message of the app’s', () => {
  it('may be a function of what it names', async () => {
    const reconnect = vi.fn(({ institution }: Readonly<Record<'institution', string>>) => `Go to ${institution}`);
    renderBanner({ messages: { reconnect } });
    expect(await screen.findByRole('button', { name: `Go to ${BANK}` })).toBeVisible();
  });

  it.each<[string, unknown]>([
    [
      'throws',
      () => {
        throw new Error('mine');
      },
    ],
    ['gives no text', () => 5],
    ['gives a promise', async () => 'later'],
    ['is a number', 5],
    ['is undefined', undefined],
    ['is an object', { other: 'x' }],
  ])('that %s gives way to the one built in', async (_what, reconnect) => {
    // As JavaScript or JSON may bring it.
    const messages: Partial<Messages> = { loginTitle: 'Hello {institution}' };
    Reflect.set(messages, 'reconnect', reconnect);
    renderBanner({ messages });
    expect(await screen.findByRole('button', { name: RECONNECT })).toBeVisible();
    expect(screen.getByRole('heading', { name: `Hello ${BANK}` })).toBeVisible();
  });

  it.each<[string, unknown]>([
    ['lacks the form that every language has', { one: 'Mine' }],
    [
      'throws',
      {
        other() {
          throw new Error('mine');
        },
      },
    ],
    ['is no forms', 'Mine'],
  ])('with a number that %s gives way to the one built in', async (_what, listTitle) => {
    const messages: Partial<Messages> = {};
    Reflect.set(messages, 'listTitle', listTitle);
    renderBanner({ messages }, <RepairItemBannerList />);
    expect(await screen.findByRole('region', { name: '2 bank connections need you' })).toBeVisible();
  });

  it('that stands in others is a text and no function', async () => {
    const messages: Partial<Messages> = {};
    Reflect.set(messages, 'unnamedInstitution', () => 'mine');
    renderBanner({ messages }, <RepairItemBanner integrationLink={platypusLink({ institution_name: null })} />);
    expect(screen.getByRole('button', { name: 'Reconnect your bank' })).toBeVisible();
  });

  it('names the app where its name is known', async () => {
    const { rerender } = renderBanner();
    expect(await screen.findByText(en.trustUnnamedText)).toBeVisible();
    rerender(broken, { appName: 'Harbour' });
    expect(screen.getByText(/Harbour never sees your password/)).toBeVisible();
  });

  it('shows a place that it does not know as it is written', async () => {
    renderBanner({ messages: { reconnect: 'Mend {institution} {instituton} {deadline}' } });
    expect(await screen.findByRole('button', { name: `Mend ${BANK} {instituton} {deadline}` })).toBeVisible();
  });

  it('begins with a capital letter on a launcher as well', async () => {
    const unnamed = platypusLink({ institution_name: null });
    renderBanner(
      { server: createScriptedServer(unnamed), messages: { reconnect: '{institution}: reconnect' } },
      <UpdateModeLauncher itemId={PLATYPUS} />,
    );
    expect(await screen.findByRole('button', { name: 'Your bank: reconnect' })).toBeVisible();
  });
});
