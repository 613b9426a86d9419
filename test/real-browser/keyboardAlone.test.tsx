import { screen, waitFor } from '@testing-library/react';
import { RepairItemBanner, RepairItemBannerList, type IntegrationLink } from 'react-plaid-update-mode';
import type { LinkOutcome } from 'react-plaid-update-mode/testing';
import type { ReactNode } from 'react';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { brokenLinks, PLATYPUS, platypusLink, TARTAN, tartanLink } from '../support/links.js';
import { startLinkSimulator } from '../support/linkSimulator.js';
import { renderApp } from '../support/renderApp.js';
import { createScriptedServer } from '../support/scriptedServer.js';

const RECONNECT = 'Reconnect First Platypus Bank';

/** Taken back at the bank: a warning that its user may put away. */
const revokedLink = () => tartanLink({ access_error: { code: 'USER_PERMISSION_REVOKED' } });

const button = (name: string) => screen.getByRole('button', { name });

/** An app's page whose user has come as far as the link above the banners. */
async function startAbove(content: ReactNode, links: readonly IntegrationLink[], ...outcomes: LinkOutcome[]) {
  const simulator = startLinkSimulator();
  simulator.queue(...outcomes);
  const server = createScriptedServer(...links);
  const page = (
    <main>
      <h1>Accounts</h1>
      <a href="#overview">Overview</a>
      {content}
    </main>
  );
  renderApp(page, { server });
  await screen.findAllByRole('region');
  screen.getByRole('link', { name: 'Overview' }).focus();
  return { server, said: listenToLiveRegions() };
}

/** What a screen reader has been given to say, in order. A region that comes together with its words is not heard. */
function listenToLiveRegions(): string[] {
  const said: string[] = [];
  const observer = new MutationObserver((records) => {
    const changed = new Set(records.map(({ target }) => findLiveRegion(target)));
    for (const region of changed) {
      if (region?.textContent) said.push(`${region.role ?? region.ariaLive}: ${region.textContent}`);
    }
  });
  observer.observe(document.body, { childList: true, characterData: true, subtree: true });
  onTestFinished(() => observer.disconnect());
  return said;
}

function findLiveRegion(node: Node): Element | null {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest('[role="status"], [role="alert"], [aria-live="polite"]') ?? null;
}

const press = (key: string) => userEvent.keyboard(`{${key}}`);

async function tabTo(element: HTMLElement, atMost = 6): Promise<void> {
  for (let presses = 0; presses < atMost && document.activeElement !== element; presses += 1) await press('Tab');
  expect(element).toHaveFocus();
}

const untilFocusIsOn = (name: string) => waitFor(() => expect(document.activeElement).toHaveAccessibleName(name));

const untilSaid = (said: string[], words: string) => waitFor(() => expect(said.at(-1)).toContain(words));

describe('By keyboard alone', () => {
  it('a list is seen to from its first bank to its end, and each step is heard', async () => {
    const visits = [1, 2, 3].map(() => ({ kind: 'success' }) as const);
    const { server, said } = await startAbove(<RepairItemBannerList />, brokenLinks(3), ...visits);
    await press('Tab');
    for (const bank of ['Bank 0', 'Bank 1', 'Bank 2']) {
      await untilFocusIsOn(`Reconnect ${bank}`);
      const answer = server.hold('POST /repairs');
      await press('Enter');
      await untilSaid(said, `${bank} accepted your sign-in`);
      answer();
      await untilSaid(said, `${bank} is reconnected`);
    }
    const end = screen.getByRole('region', { name: 'Your bank connections are in order' });
    await waitFor(() => expect(end).toHaveFocus());
    expect(said).toEqual([
      'status: Bank 0 accepted your sign-in',
      'status: Bank 0 is reconnected. We are waiting for your latest data. 1 of 3 done.',
      'status: Bank 1 accepted your sign-in',
      'status: Bank 1 is reconnected. We are waiting for your latest data. 2 of 3 done.',
      'status: Bank 2 accepted your sign-in',
      'status: Bank 2 is reconnected. We are waiting for your latest data. Your bank connections are in order',
    ]);

    await tabTo(button('Hide this message'), 1);
    await press('Enter');
    expect(screen.queryByRole('region')).toBeNull();
    await waitFor(() => expect(screen.getByRole('main')).toHaveFocus());
  });

  it.each([
    ['Hide this message', 'Hidden. You will see it again when something changes.'],
    ['Remind me later', 'Hidden for now. You will see it again in 3 days.'],
  ])('a banner is put away by "%s", and the next one has the focus', async (name, words) => {
    const banners = [TARTAN, PLATYPUS].map((itemId) => <RepairItemBanner key={itemId} itemId={itemId} isDismissible />);
    const { said } = await startAbove(banners, [revokedLink(), platypusLink()]);
    await tabTo(button(name));
    await press('Enter');
    await untilFocusIsOn(RECONNECT);
    expect(screen.getAllByRole('region')).toHaveLength(1);
    await untilSaid(said, words);
    expect(said).toEqual([`status: ${words}`]);
  });

  it('the last banner is put away, and the page’s main part has the focus', async () => {
    const { said } = await startAbove(<RepairItemBanner itemId={TARTAN} isDismissible />, [revokedLink()]);
    await tabTo(button('Hide this message'));
    await press('Space');
    await waitFor(() => expect(screen.getByRole('main')).toHaveFocus());
    await untilSaid(said, 'Hidden.');
  });

  it('what is critical gets smaller and larger, and its toggle keeps the focus and says which', async () => {
    await startAbove(<RepairItemBanner itemId={PLATYPUS} isDismissible />, [platypusLink()]);
    const toggle = button('Show less');
    await tabTo(toggle);
    expect(toggle).toHaveAttribute('aria-expanded', 'true');
    for (const [key, name, isExpanded, variant] of [
      ['Enter', 'Show more', 'false', 'inline'],
      ['Space', 'Show less', 'true', 'banner'],
    ] as const) {
      await press(key);
      await waitFor(() => expect(toggle).toHaveAccessibleName(name));
      expect(toggle).toHaveFocus();
      expect(toggle).toHaveAttribute('aria-expanded', isExpanded);
      expect(screen.getByRole('region')).toHaveAttribute('data-variant', variant);
    }
  });

  describe.each(['Enter', 'Space'])('with %s', (key) => {
    async function openDetails() {
      const failure = { kind: 'error', errorCode: 'INVALID_CREDENTIALS' } as const;
      const page = await startAbove(<RepairItemBanner itemId={PLATYPUS} />, [platypusLink()], failure);
      await tabTo(button(RECONNECT), 1);
      await press(key);
      await untilSaid(page.said, 'This could not be completed');
      await untilFocusIsOn(RECONNECT);
      const disclosure = screen.getByText('Details for support');
      await tabTo(disclosure);
      await press(key);
      await waitFor(() => expect(screen.getByText('Link session')).toBeVisible());
      expect(disclosure).toHaveFocus();
      await press('Tab');
      expect(button('Copy')).toHaveFocus();
      return page;
    }

    it('the details for support are opened and copied, which is heard', async () => {
      const { said } = await openDetails();
      await press(key);
      await untilSaid(said, 'Copied.');
      expect(button('Copy')).toHaveFocus();
      expect(said).toEqual(['alert: This could not be completed. You can try again.', 'polite: Copied.']);
    });

    it('they are selected where they can’t be copied, which is heard', async () => {
      const refused = vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('Not allowed'));
      onTestFinished(() => refused.mockRestore());
      const { said } = await openDetails();
      await press(key);
      await untilSaid(said, 'Please copy the selected text.');
      expect(getSelection()?.toString()).toMatch(/^Link session\s+\S+/);
      expect(button('Copy')).toHaveFocus();
    });
  });
});
