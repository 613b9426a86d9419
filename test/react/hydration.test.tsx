import { act, render, screen } from '@testing-library/react';
import { renderToString } from 'react-dom/server';
import { expect, it } from 'vitest';
import { startFakeClock } from '../support/fakeClock.js';
import { platypusLink, tattersallLink } from '../support/links.js';
import { prefetch } from '../support/prefetch.js';
import { inEachReactMode } from '../support/reactModes.js';
import { ServerPage } from '../support/ServerPage.js';
import type { DehydratedState } from '@tanstack/react-query';

/** Takes a server's markup over. The guarded console fails the test for any mismatch. */
function hydrate(state: DehydratedState, isProviderInLayout = false) {
  const page = <ServerPage state={state} isProviderInLayout={isProviderInLayout} />;
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
    const { before, firstHeading } = hydrate(await prefetch(platypusLink(), tattersallLink()), isProviderInLayout);
    expect(before).toContain('Your connection to Tattersall Federal Credit Union ends November 27, 2026');
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
});
