import { screen, waitFor } from '@testing-library/react';
import {
  RepairAllBanner,
  RepairItemBanner,
  RepairItemBannerList,
  UpdateModeLauncher,
  type IntegrationLink,
} from 'react-plaid-update-mode';
import { describe, expect, it, vi } from 'vitest';
import { leaveLink, signIn, startLinkSimulator } from '../support/linkSimulator.js';
import { PLATYPUS, platypusLink } from '../support/links.js';
import { renderApp } from '../support/renderApp.js';
import { createScriptedServer, problem } from '../support/scriptedServer.js';

// Five components and two visits, on a machine that may have other work.
vi.setConfig({ testTimeout: 20_000 });

const MARKUP = '<img src=x onerror="globalThis.isHacked=1"><script>globalThis.isHacked=1</script>';

/** Markup wherever a server or a bank can put a text. */
const POISONED: Partial<IntegrationLink> = {
  institution_name: MARKUP,
  status_message: `[ITEM_LOGIN_REQUIRED] ${MARKUP}`,
  type: MARKUP,
  country_code: MARKUP,
  error: { error_type: MARKUP, error_code: 'ITEM_LOGIN_REQUIRED', error_code_reason: MARKUP },
};

function expectText(): void {
  expect(document.querySelectorAll('img, script:not([src*="plaid"])')).toHaveLength(0);
  expect(Reflect.get(globalThis, 'isHacked')).toBeUndefined();
}

describe('Markup in what a bank or a server says', () => {
  it('stays text in every component, on every button and in what is read out', async () => {
    const simulator = startLinkSimulator();
    const server = createScriptedServer(platypusLink(POISONED));
    const { user, heard } = renderApp(
      <>
        <RepairAllBanner />
        <RepairItemBannerList />
        <RepairItemBanner itemId={PLATYPUS} />
        <RepairItemBanner integrationLink={platypusLink({ ...POISONED, item_id: 'item-given' })} />
        <UpdateModeLauncher itemId={PLATYPUS} />
      </>,
      { server },
    );
    await waitFor(() => expect(screen.getAllByText(`Reconnect ${MARKUP}`)).toHaveLength(4));
    expect(screen.getAllByRole('heading').map(({ textContent }) => textContent)).toContain(
      `${MARKUP} needs you to sign in again`,
    );

    await user.click(screen.getAllByText(`Reconnect ${MARKUP}`)[0] ?? document.body);
    await leaveLink(simulator, {
      error_type: 'ITEM_ERROR',
      error_code: MARKUP,
      error_message: MARKUP,
      display_message: MARKUP,
    });
    await waitFor(() => expect(screen.getByRole('alert')).not.toBeEmptyDOMElement());
    for (const details of screen.getAllByText('Details for support')) await user.click(details);
    expectText();

    await user.click(screen.getAllByText(`Reconnect ${MARKUP}`)[0] ?? document.body);
    await signIn(simulator);
    await waitFor(() => expect(heard.onRepaired).toHaveBeenCalledOnce());
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent(MARKUP));
    expectText();
  });

  it('of a problem and of Plaid’s errors is not shown at all', async () => {
    startLinkSimulator();
    const server = createScriptedServer(platypusLink());
    server.alwaysAnswer('POST /link-token', () => problem(422, MARKUP, { 'x-title': 'markup' }));
    const { user, heard } = renderApp(<RepairItemBanner itemId={PLATYPUS} />, { server });
    await user.click(await screen.findByRole('button', { name: 'Reconnect First Platypus Bank' }));
    await waitFor(() => expect(heard.onError).toHaveBeenCalledOnce());
    await user.click(await screen.findByText('Details for support'));
    expect(document.body).not.toHaveTextContent('isHacked');
    expectText();
  });
});
