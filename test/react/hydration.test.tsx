import { act, render, screen } from '@testing-library/react';
import { renderToString } from 'react-dom/server';
import { de } from 'react-plaid-update-mode/messages/de';
import { expect, it, onTestFinished } from 'vitest';
import { startFakeClock } from '../support/fakeClock.js';
import { platypusLink, tattersallLink } from '../support/links.js';
import { prefetch } from '../support/prefetch.js';
import { inEachReactMode } from '../support/reactModes.js';
import { ServerPage, type ServerPageProps } from '../support/ServerPage.js';
import type { DehydratedState } from '@tanstack/react-query';

/** Takes a server's markup over. The guarded console fails the test for any mismatch. */
function hydrate(state: DehydratedState, props: Omit<ServerPageProps, 'state'> = {}) {
  const page = <ServerPage state={state} {...props} />;
  const container = document.createElement('div');
  container.innerHTML = renderToString(page);
  document.body.append(container);
  const before = container.textContent;
  const firstHeading = container.querySelector('h3');
  render(page, { container, hydrate: true });
  return { before, firstHeading };
}

inEachReactMode('Hydration', () => {
  it.each([
    ['', false],
    [', also below a provider in the layout', true],
  ])('takes over all components, and dates become relative after it%s', async (_also, isProviderInLayout) => {
    startFakeClock();
    const { before, firstHeading } = hydrate(await prefetch(platypusLink(), tattersallLink()), { isProviderInLayout });
    expect(before).toContain('Your connection to Tattersall Federal Credit Union ends November\u00A027, 2026');
    expect(before).not.toContain('in 7 days');
    const endings = await screen.findAllByRole('heading', {
      name: 'Your connection to Tattersall Federal Credit Union ends in 7 days',
    });
    expect(endings).toHaveLength(2);
    expect(screen.getByRole('heading', { level: 3, name: 'First Platypus Bank needs you to sign in again' })).toBe(
      firstHeading,
    );
  });

  it('takes over a page on which a repair is fresh', async () => {
    startFakeClock();
    const { before } = hydrate(await prefetch(platypusLink({ repaired_at: '2026-11-20T07:59:00Z' })));
    expect(before).not.toContain('First Platypus Bank needs you to sign in again');
    // By the reader's own clock the grace time is over.
    expect(await screen.findByText('First Platypus Bank needs you to sign in again')).toBeVisible();
  });

  it('says nothing and moves no focus', async () => {
    startFakeClock();
    hydrate(await prefetch(platypusLink(), tattersallLink()));
    await act(async () => {});
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
    expect(screen.getByRole('alert')).toBeEmptyDOMElement();
    expect(document.body).toHaveFocus();
  });

  it('takes over words of the app’s in the language of the page, which a server does not see', async () => {
    startFakeClock();
    setPageLanguage('de-AT');
    const january = { reason: 'x', disconnect_time: '2027-01-03T12:00:00Z' };
    const state = await prefetch(platypusLink(), tattersallLink({ pending_disconnect: january }));
    const { before } = hydrate(state, { words: { messages: de } });
    expect(before).toContain('Sie funktioniert bis zum 3.\u00A0Januar 2027.');
    expect(await screen.findAllByText(/bis zum 3\. Jänner 2027\./)).not.toEqual([]);
    expect(screen.getAllByRole('region')[0]).not.toHaveAttribute('lang');
  });

  it('takes over a page whose words are still to be loaded: in one language, and asked for once', async () => {
    startFakeClock();
    setPageLanguage('de');
    const asked: string[] = [];
    const messages = async (locale: string) => {
      asked.push(locale);
      return de;
    };
    const { before } = hydrate(await prefetch(platypusLink()), { words: { messages } });
    expect(before).not.toMatch(/Bank|Tattersall|connection to/);
    expect(await screen.findAllByText('First Platypus Bank: Bitte melden Sie sich erneut an')).not.toEqual([]);
    expect(asked).toEqual(['de']);
  });
});

function setPageLanguage(language: string): void {
  document.documentElement.lang = language;
  onTestFinished(() => document.documentElement.removeAttribute('lang'));
}
