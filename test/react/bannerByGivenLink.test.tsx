import { screen, waitFor } from '@testing-library/react';
import {
  RepairItemBanner,
  RepairItemBannerList,
  useIntegrationLinks,
  type IntegrationLink,
} from 'react-plaid-update-mode';
import { expect, it } from 'vitest';
import { passTime, startFakeClock } from '../support/fakeClock.js';
import { platypusLink } from '../support/links.js';
import { signIn, startLinkSimulator } from '../support/linkSimulator.js';
import { inEachReactMode } from '../support/reactModes.js';
import { renderApp } from '../support/renderApp.js';
import { createScriptedServer } from '../support/scriptedServer.js';

const TITLE = 'First Platypus Bank needs you to sign in again';
const untilBroken = () => screen.findByRole('region', { name: TITLE });
const banner = () => screen.queryByRole('region');

inEachReactMode('RepairItemBanner by a given link', () => {
  it('shows it at once and reads no list', () => {
    const server = createScriptedServer();
    renderApp(<RepairItemBanner integrationLink={platypusLink()} />, { server });
    expect(screen.getByRole('region', { name: TITLE })).toBeVisible();
    expect(server.requests).toHaveLength(0);
  });

  it('follows a new one that the app gives', async () => {
    startFakeClock();
    const server = createScriptedServer();
    const { rerender } = renderApp(<RepairItemBanner integrationLink={platypusLink()} />, { server });
    rerender(<RepairItemBanner integrationLink={platypusLink({ status: 'active' })} />);
    await screen.findByRole('region', { name: 'First Platypus Bank is connected again' });
    await passTime(6_000);
    expect(banner()).toBeNull();
    rerender(<RepairItemBanner integrationLink={platypusLink()} />);
    expect(await untilBroken()).toBeVisible();
  });

  it("lets a repair's answer replace it, whatever the app goes on rendering", async () => {
    startFakeClock();
    const simulator = startLinkSimulator();
    const server = createScriptedServer(platypusLink());
    const { user, rerender } = renderApp(<RepairItemBanner integrationLink={platypusLink()} />, { server });
    await user.click(screen.getByRole('button'));
    await signIn(simulator);
    await screen.findByRole('region', { name: 'First Platypus Bank is reconnected' });
    rerender(<RepairItemBanner integrationLink={platypusLink()} />);
    expect(screen.getByRole('region', { name: 'First Platypus Bank is reconnected' })).toBeVisible();

    server.links = [platypusLink({ status: 'active' })];
    await passTime(1_000);
    await screen.findByRole('region', { name: 'First Platypus Bank is connected again' });
    await passTime(6_000);
    await waitFor(() => expect(banner()).toBeNull());
    rerender(<RepairItemBanner integrationLink={platypusLink()} />);
    await waitFor(() => expect(banner()).toBeNull());
  });

  it('believes the app again when the Item breaks after a repair', async () => {
    startFakeClock();
    const simulator = startLinkSimulator();
    const server = createScriptedServer(platypusLink());
    const { user, rerender } = renderApp(<RepairItemBanner integrationLink={platypusLink()} />, { server });
    await user.click(screen.getByRole('button'));
    await signIn(simulator);
    server.links = [platypusLink({ status: 'active' })];
    await passTime(1_000);
    await passTime(6_000);
    await waitFor(() => expect(banner()).toBeNull());
    rerender(<RepairItemBanner integrationLink={platypusLink({ status: 'active' })} />);
    rerender(<RepairItemBanner integrationLink={platypusLink({ status_message: '[INVALID_MFA] …' })} />);
    expect(await untilBroken()).toBeVisible();
  });

  it('overrules no list that the page follows as well', async () => {
    function Count() {
      return <p>{useIntegrationLinks().links.length}</p>;
    }
    const server = createScriptedServer(platypusLink({ status: 'active' }));
    const content = (
      <>
        <Count />
        <RepairItemBanner integrationLink={platypusLink()} />
      </>
    );
    renderApp(content, { server });
    await screen.findByText('1');
    await waitFor(() => expect(banner()).toBeNull());
  });

  it('changes to another Item with its link', async () => {
    const server = createScriptedServer();
    const other = platypusLink({ item_id: 'item-other', institution_name: 'Tartan Bank' });
    const { rerender } = renderApp(<RepairItemBanner integrationLink={platypusLink()} />, { server });
    rerender(<RepairItemBanner integrationLink={other} />);
    expect(await screen.findByRole('button', { name: 'Reconnect Tartan Bank' })).toBeVisible();
  });
});

inEachReactMode('A given link on the page after one with a list', () => {
  async function goFromListToGivenLink(given: IntegrationLink) {
    const server = createScriptedServer(platypusLink({ status: 'active', last_updated: '2026-11-20T09:00:00Z' }));
    const app = renderApp(<RepairItemBannerList />, { server });
    await waitFor(() => expect(app.queryClient.isFetching()).toBe(0));
    app.rerender(<RepairItemBanner integrationLink={given} />);
    return app;
  }

  it('is not believed where it is older than what the list said', async () => {
    await goFromListToGivenLink(platypusLink({ last_updated: '2026-11-20T08:00:00Z' }));
    await waitFor(() => expect(banner()).toBeNull());
  });

  it('is believed where it is newer', async () => {
    await goFromListToGivenLink(platypusLink({ last_updated: '2026-11-20T10:00:00Z' }));
    expect(await untilBroken()).toBeVisible();
  });
});
