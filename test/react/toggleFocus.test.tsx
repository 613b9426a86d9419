import { act, screen, waitFor } from '@testing-library/react';
import { RepairItemBanner, type IntegrationLink } from 'react-plaid-update-mode';
import { expect, it } from 'vitest';
import { passTime, startFakeClock } from '../support/fakeClock.js';
import { PLATYPUS, platypusLink, TATTERSALL, tattersallLink } from '../support/links.js';
import { startLinkSimulator } from '../support/linkSimulator.js';
import { inEachReactMode } from '../support/reactModes.js';
import { renderApp } from '../support/renderApp.js';
import { createScriptedServer } from '../support/scriptedServer.js';

inEachReactMode('The focus of whoever is on “Show less”', () => {
  it.each<[string, IntegrationLink['owner']]>([
    ['a banner with a button', 'you'],
    ['a banner without one', 'other'],
  ])('stays in %s that is done with elsewhere, and goes on to the next when it leaves', async (_which, owner) => {
    startFakeClock();
    startLinkSimulator();
    const links = (changes: Partial<IntegrationLink> = {}) => [platypusLink({ owner, ...changes }), tattersallLink()];
    const server = createScriptedServer(...links());
    const banners = [PLATYPUS, TATTERSALL].map((itemId) => (
      <RepairItemBanner key={itemId} itemId={itemId} isDismissible />
    ));
    const { queryClient } = renderApp(banners, { server });
    (await screen.findByRole('button', { name: 'Show less' })).focus();

    const repaired_at = new Date().toISOString();
    for (const status of ['pending', 'active'] as const) {
      server.links = links({ status, repaired_at });
      await act(() => queryClient.refetchQueries());
      await waitFor(() => expect(screen.getByRole('region', { name: /^First Platypus Bank is/ })).toHaveFocus());
    }
    await passTime(7_000);
    await waitFor(() => expect(screen.getByRole('button', { name: /^Reconnect Tattersall/ })).toHaveFocus());
  });
});
