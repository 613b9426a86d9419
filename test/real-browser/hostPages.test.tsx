import { screen, waitFor } from '@testing-library/react';
import { UpdateModeLauncher } from 'react-plaid-update-mode';
import type { LinkSimulator } from 'react-plaid-update-mode/testing';
import { describe, expect, it, onTestFinished } from 'vitest';
import { userEvent } from 'vitest/browser';
import { allowCaughtErrors } from '../support/caughtErrors.js';
import { leaveLink, signIn, startLinkSimulator, untilLinkIsOpen } from '../support/linkSimulator.js';
import { PLATYPUS, platypusLink } from '../support/links.js';
import { renderApp, type App } from '../support/renderApp.js';
import { createScriptedServer, problem } from '../support/scriptedServer.js';

const LABEL = 'Sign in again';

/** How host pages keep a dialog's user inside it, and the page behind it still. */
const LOCKS: Record<string, (dialog: HTMLDialogElement, behind: HTMLElement) => void> = {
  'a modal dialog': (dialog) => dialog.showModal(),
  'overflow and the scrollbar’s width': () => {
    Object.assign(document.body.style, { overflow: 'hidden', paddingRight: '15px' });
  },
  'a fixed body': () => {
    const top = `${-window.scrollY}px`;
    Object.assign(document.body.style, { position: 'fixed', top, width: '100%', overflowY: 'scroll' });
  },
  'an inert page and a hidden overflow': (_dialog, behind) => {
    behind.inert = true;
    behind.setAttribute('aria-hidden', 'true');
    document.body.style.overflow = 'hidden';
  },
  'a scrollbar’s gutter and a lock on the root': () => {
    Object.assign(document.documentElement.style, { scrollbarGutter: 'stable', overflow: 'hidden' });
  },
  'a focus trap': trapFocus,
};

/** As focus-lock libraries do: whatever is focused outside is called back, but not where a frame has it. */
function trapFocus(dialog: HTMLElement): void {
  const callBack = ({ target }: FocusEvent) => {
    if (target instanceof Node && dialog.contains(target)) return;
    if (document.activeElement?.tagName !== 'IFRAME') dialog.querySelector('button')?.focus();
  };
  document.addEventListener('focusin', callBack);
  onTestFinished(() => document.removeEventListener('focusin', callBack));
}

interface HostPage extends App {
  simulator: LinkSimulator;
  launcher: HTMLElement;
}

/** How a visit can end, each until Link is gone. */
const ENDS: Record<string, (page: HostPage) => Promise<void>> = {
  success: ({ simulator }) => signIn(simulator),
  exit: ({ simulator }) => leaveLink(simulator),
  failure: ({ heard }) => waitFor(() => expect(heard.onError).toHaveBeenCalledOnce()),
  crash: ({ heard }) => waitFor(() => expect(heard.onError).toHaveBeenCalledOnce()),
  async unmount({ simulator, unmount }) {
    await untilLinkIsOpen(simulator);
    unmount();
  },
};

async function renderHostPage(end: string): Promise<HostPage> {
  if (end === 'crash') allowCaughtErrors(/out of order/);
  const simulator = startLinkSimulator(end === 'crash' ? { createError: new Error('Link is out of order') } : {});
  const server = createScriptedServer(platypusLink());
  if (end === 'failure') server.alwaysAnswer('POST /link-token', () => problem(422, 'link_token_refused'));
  const app = renderApp(
    <>
      <main style={{ height: 3000 }}>
        <h1>Accounts</h1>
      </main>
      <dialog open style={{ position: 'fixed', top: 100 }}>
        <button type="button">Close</button>
        <UpdateModeLauncher itemId={PLATYPUS}>{LABEL}</UpdateModeLauncher>
      </dialog>
    </>,
    { server },
  );
  onTestFinished(() => {
    for (const { style } of [document.body, document.documentElement]) style.cssText = '';
    window.scrollTo(0, 0);
  });
  window.scrollTo(0, 400);
  const launcher = await screen.findByRole('button', { name: LABEL });
  return { ...app, simulator, launcher };
}

function find<Found extends Element>(selector: string, type: abstract new (...args: never) => Found): Found {
  const found = document.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`There is no ${selector}.`);
  return found;
}

function readPage() {
  const { body, documentElement } = document;
  return {
    styles: [body.style.cssText, documentElement.style.cssText],
    scroll: [window.scrollX, window.scrollY],
    isInert: document.querySelector('main')?.outerHTML,
    isModal: document.querySelector('dialog')?.matches(':modal'),
  };
}

describe.each(Object.entries(LOCKS))('A page with %s', (_lock, lock) => {
  it.each(Object.entries(ENDS))('is as it was after %s', async (end, finish) => {
    const page = await renderHostPage(end);
    const dialog = find('dialog', HTMLDialogElement);
    dialog.close();
    dialog.show();
    if (lock === LOCKS['a modal dialog']) dialog.close();
    lock(dialog, find('main', HTMLElement));
    const before = readPage();
    page.launcher.focus();
    await userEvent.keyboard('{Enter}');
    await finish(page);
    await waitFor(() => expect(page.simulator.alive).toBe(0));
    const { isInert, isModal, ...rest } = readPage();
    expect(rest).toEqual({ styles: before.styles, scroll: end === 'unmount' ? rest.scroll : before.scroll });
    if (end === 'unmount') return;
    expect({ isInert, isModal }).toEqual({ isInert: before.isInert, isModal: before.isModal });
    await waitFor(() => expect(page.launcher).toHaveFocus());
    expect(readPage()).toEqual(before);
  });
});

it('stays locked where a dialog has opened after Link was prepared, and is open still when Link closes', async () => {
  const page = await renderHostPage('exit');
  page.launcher.focus();
  await waitFor(() => expect(page.simulator.alive).toBe(1));
  document.body.style.overflow = 'hidden';
  await userEvent.keyboard('{Enter}');
  await leaveLink(page.simulator);
  await waitFor(() => expect(page.simulator.alive).toBe(0));
  expect(document.body.style.overflow).toBe('hidden');
});

it('is unlocked where that dialog has closed while Link was open', async () => {
  const page = await renderHostPage('exit');
  page.launcher.focus();
  await waitFor(() => expect(page.simulator.alive).toBe(1));
  document.body.style.overflow = 'hidden';
  await userEvent.keyboard('{Enter}');
  await untilLinkIsOpen(page.simulator);
  document.body.style.overflow = '';
  await leaveLink(page.simulator);
  await waitFor(() => expect(page.simulator.alive).toBe(0));
  expect(document.body.style.overflow).toBe('');
});
