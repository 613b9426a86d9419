import { screen, waitFor, within } from '@testing-library/react';
import { RepairItemBanner } from 'react-plaid-update-mode';
import { describe, expect, it, onTestFinished } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { NativeDialog, TrappingDialog } from '../../.storybook/decorators/ModalDialogs.js';
import { PLATYPUS, platypusLink } from '../support/links.js';
import { startLinkSimulator, untilLinkIsOpen } from '../support/linkSimulator.js';
import { renderApp } from '../support/renderApp.js';
import { createScriptedServer } from '../support/scriptedServer.js';

const OPEN = 'Manage the connection';
const RECONNECT = 'Reconnect First Platypus Bank';

const frame = () => document.querySelector('iframe[id^="plaid-link-iframe"]');
const link = () => page.frameLocator(page.getByTitle('Plaid Link'));
const dialog = () => within(screen.getByRole('dialog', { name: 'Connection' }));

describe.each([
  ['the browser’s own modal dialog', NativeDialog],
  ['a dialog that traps the focus', TrappingDialog],
])('Within %s', (_kind, Dialog) => {
  async function openDialog() {
    const simulator = startLinkSimulator();
    const page = (
      <main>
        <h1>Accounts</h1>
        <Dialog title="Connection" label={OPEN}>
          <RepairItemBanner itemId={PLATYPUS} />
        </Dialog>
      </main>
    );
    renderApp(page, { server: createScriptedServer(platypusLink()) });
    onTestFinished(() => void (document.body.style.cssText = ''));
    screen.getByRole('button', { name: OPEN }).focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(dialog().getByRole('button', { name: 'Close' })).toHaveFocus());
    await waitFor(() => expect(dialog().getByRole('button', { name: RECONNECT })).toBeVisible());
    return simulator;
  }

  async function openLinkByKeyboard() {
    const simulator = await openDialog();
    await userEvent.keyboard('{Tab}{Enter}');
    await untilLinkIsOpen(simulator);
    await expect.element(link().getByRole('heading', { name: /^Sign in to/ })).toBeVisible();
    await waitFor(() => expect(document.activeElement).toBe(frame()));
    expect(screen.queryByRole('dialog')).toBeNull();
    return simulator;
  }

  it('Link is left by keyboard, and the focus is on the button in the dialog again', async () => {
    const simulator = await openLinkByKeyboard();
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(simulator.alive).toBe(0));
    await waitFor(() => expect(dialog().getByRole('button', { name: RECONNECT })).toHaveFocus());
    // Not hidden with all else behind the dialog.
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('You left before the end'));
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.getByRole('button', { name: OPEN })).toHaveFocus());
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('a repair needs no pointer, and the focus is on its outcome in the dialog', async () => {
    const simulator = await openLinkByKeyboard();
    const proceed = link().getByRole('button', { name: 'Continue' });
    for (let press = 0; press < 8 && !isFocused(proceed.element()); press += 1) await userEvent.keyboard('{Tab}');
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(simulator.alive).toBe(0));
    await waitFor(() =>
      expect(dialog().getByRole('region', { name: 'First Platypus Bank is reconnected' })).toHaveFocus(),
    );
  });

  it('a repair needs no keyboard', async () => {
    const simulator = await openDialog();
    await userEvent.click(dialog().getByRole('button', { name: RECONNECT }));
    await userEvent.click(link().getByRole('button', { name: 'Continue' }));
    await waitFor(() => expect(simulator.alive).toBe(0));
    await waitFor(() =>
      expect(dialog().getByRole('region', { name: 'First Platypus Bank is reconnected' })).toBeVisible(),
    );
  });
});

function isFocused(element: Element): boolean {
  return element.ownerDocument.activeElement === element;
}
