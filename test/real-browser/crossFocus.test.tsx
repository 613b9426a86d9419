import { screen, waitFor } from '@testing-library/react';
import { RepairItemBanner, RepairItemBannerList, UpdateModeLauncher } from 'react-plaid-update-mode';
import { expect, it } from 'vitest';
import { platypusLink, TARTAN, tartanLink } from '../support/links.js';
import { leaveLink, startLinkSimulator } from '../support/linkSimulator.js';
import { renderApp } from '../support/renderApp.js';
import { createScriptedServer } from '../support/scriptedServer.js';

/** Taken back at the bank: a warning that its user may put away. */
const revokedLink = () => tartanLink({ access_error: { code: 'USER_PERMISSION_REVOKED' } });

function readFocus(): HTMLElement | null {
  const { activeElement } = document;
  return activeElement instanceof HTMLElement ? activeElement : null;
}

it.each([
  ['a banner', <RepairItemBanner key="banner" itemId={TARTAN} isDismissible />, /Tartan Bank/],
  ['a list', <RepairItemBannerList key="list" isDismissible />, '2 bank connections need you'],
] as const)(
  'the cross of %s is unseen during a visit that begins elsewhere, and the focus stays near',
  async (...row) => {
    const [, content, name] = row;
    const simulator = startLinkSimulator();
    const server = createScriptedServer(revokedLink(), platypusLink());
    const launcher = (
      <UpdateModeLauncher key="elsewhere" itemId={TARTAN}>
        Elsewhere
      </UpdateModeLauncher>
    );
    renderApp([content, launcher], { server });
    (await screen.findByRole('button', { name: 'Hide this message' })).focus();
    const release = server.hold('POST /link-token');
    // Without a pointer, which would take the focus along.
    screen.getByRole('button', { name: 'Elsewhere' }).click();
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Hide this message' })).toBeNull());
    // The browser takes the focus from what is unseen when it paints, and only then. A list may also lead on to its button.
    await waitFor(() => {
      expect(readFocus()).toBeVisible();
      expect(screen.getByRole('region', { name })).toContainElement(readFocus());
    });
    release();
    await leaveLink(simulator);
    await waitFor(() => expect(simulator.alive).toBe(0));
  },
);
