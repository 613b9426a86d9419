import { screen, waitFor } from '@testing-library/react';
import { RepairItemBanner } from 'react-plaid-update-mode';
import { expect, it, vi } from 'vitest';
import { NOW, passTime, startFakeClock } from '../support/fakeClock.js';
import { PLATYPUS, platypusLink, TATTERSALL, tattersallLink } from '../support/links.js';
import { inEachReactMode } from '../support/reactModes.js';
import { renderApp } from '../support/renderApp.js';
import { createScriptedServer } from '../support/scriptedServer.js';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

inEachReactMode('A page that stays open', () => {
  it('goes on counting the days', async () => {
    startFakeClock();
    renderApp(<RepairItemBanner itemId={TATTERSALL} />, {
      server: createScriptedServer(tattersallLink()),
      timeZone: 'UTC',
    });
    await screen.findByRole('region', { name: /ends in 7 days/ });
    vi.setSystemTime(NOW + 24 * HOUR_MS);
    await passTime(MINUTE_MS);
    expect(screen.getByRole('region', { name: /ends in 6 days/ })).toBeVisible();
    vi.setSystemTime(NOW + 6 * 24 * HOUR_MS);
    await passTime(MINUTE_MS);
    expect(screen.getByRole('region', { name: /ends tomorrow/ })).toBeVisible();
  });

  it('shows the banner once the grace time after a repair is over', async () => {
    startFakeClock();
    const server = createScriptedServer(platypusLink({ repaired_at: new Date(NOW).toISOString() }));
    const { queryClient } = renderApp(<RepairItemBanner itemId={PLATYPUS} />, { server });
    await waitFor(() => expect(queryClient.isFetching()).toBe(0));
    await passTime(9 * MINUTE_MS);
    expect(screen.queryByRole('region')).toBeNull();
    await passTime(2 * MINUTE_MS);
    expect(screen.getByRole('region', { name: 'First Platypus Bank needs you to sign in again' })).toBeVisible();
  });
});
