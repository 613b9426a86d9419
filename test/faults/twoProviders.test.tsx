import { screen, waitFor } from '@testing-library/react';
import { RepairItemBanner } from 'react-plaid-update-mode';
import { expect, it } from 'vitest';
import { PLATYPUS, platypusLink, TATTERSALL, tattersallLink } from '../support/links.js';
import { leaveLink, signIn, startLinkSimulator, untilLinkIsOpen } from '../support/linkSimulator.js';
import { inEachReactMode } from '../support/reactModes.js';
import { renderApp } from '../support/renderApp.js';
import { createScriptedServer } from '../support/scriptedServer.js';

const platypus = () => screen.getByRole('button', { name: 'Reconnect First Platypus Bank' });
const tattersall = () => screen.getByRole('button', { name: 'Reconnect Tattersall Federal Credit Union' });

async function renderTwoProviders() {
  const simulator = startLinkSimulator();
  const one = renderApp(<RepairItemBanner itemId={PLATYPUS} />, { server: createScriptedServer(platypusLink()) });
  const other = renderApp(<RepairItemBanner itemId={TATTERSALL} />, { server: createScriptedServer(tattersallLink()) });
  await waitFor(() => expect(screen.getAllByRole('button')).toHaveLength(2));
  return { simulator, one, other };
}

inEachReactMode('Two providers on a page', () => {
  it('have one hidden Link between them, the one that was wanted last', async () => {
    const { simulator, one } = await renderTwoProviders();
    await one.user.hover(platypus());
    await waitFor(() => expect(simulator.alive).toBe(1));
    await one.user.hover(tattersall());
    await waitFor(() => expect(simulator.handlers.filter(({ isDestroyed }) => isDestroyed).length).toBeGreaterThan(0));
    await waitFor(() => expect(simulator.alive).toBe(1));
    await one.user.click(platypus());
    await untilLinkIsOpen(simulator);
    expect(simulator.script.executions).toBe(1);
  });

  it('open one Link at a time, each for its own', async () => {
    const { simulator, one, other } = await renderTwoProviders();
    await one.user.click(platypus());
    await untilLinkIsOpen(simulator);
    await other.user.click(tattersall());
    expect(tattersall()).toHaveAttribute('data-status', 'idle');
    await leaveLink(simulator);
    await waitFor(() => expect(one.heard.onExit).toHaveBeenCalledOnce());

    await waitFor(() => expect(simulator.alive).toBe(0));
    await other.user.click(tattersall());
    await signIn(simulator);
    await waitFor(() => expect(other.heard.onRepaired).toHaveBeenCalledOnce());
    expect(one.heard.onRepaired).not.toHaveBeenCalled();
  });

  it('let the newer click win while neither is open yet', async () => {
    const { simulator, one, other } = await renderTwoProviders();
    simulator.configure({ loadDelay: 60 });
    await one.user.hover(platypus());
    await other.user.click(tattersall());
    await untilLinkIsOpen(simulator);
    expect(tattersall()).toHaveAttribute('data-status', 'open');
    expect(platypus()).toHaveAttribute('data-status', 'idle');
  });

  it('leave the page to the other one when one of them goes with its Link open', async () => {
    const { simulator, one, other } = await renderTwoProviders();
    await one.user.click(platypus());
    await untilLinkIsOpen(simulator);
    one.unmount();
    await other.user.click(tattersall());
    await signIn(simulator);
    await waitFor(() => expect(other.heard.onRepaired).toHaveBeenCalledOnce());
  });
});
