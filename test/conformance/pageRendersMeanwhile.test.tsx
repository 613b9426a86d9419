import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import { createHttpEndpoint, RepairItemBanner, UpdateModeProvider } from 'react-plaid-update-mode';
import { expect, it, onTestFinished } from 'vitest';
import { RECONNECT } from '../support/brokenBanner.js';
import { PLATYPUS, platypusLink } from '../support/links.js';
import { signIn, startLinkSimulator, untilLinkIsOpen } from '../support/linkSimulator.js';
import { createQueryClient } from '../support/renderApp.js';
import { createScriptedServer } from '../support/scriptedServer.js';

const queryClient = createQueryClient();
const endpoint = createHttpEndpoint('/api/update-mode', { fetch: createScriptedServer(platypusLink()).fetch });

const listeners = new Set<() => void>();
let isDialogOpen = false;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** As a click does: at once, with all that needs no waiting. */
function openDialog(): void {
  document.body.style.overflow = 'hidden';
  isDialogOpen = true;
  flushSync(() => listeners.forEach((listener) => listener()));
}

function App() {
  useSyncExternalStore(subscribe, () => isDialogOpen);
  return (
    <QueryClientProvider client={queryClient}>
      <UpdateModeProvider endpoint={endpoint} scope="user-1">
        <RepairItemBanner itemId={PLATYPUS} />
      </UpdateModeProvider>
    </QueryClientProvider>
  );
}

it('leaves the page locked by a dialog that opened before it was known that Link is made', async () => {
  const simulator = startLinkSimulator();
  const observer = new MutationObserver(() => {
    if (simulator.handlers.length === 0) return;
    observer.disconnect();
    openDialog();
  });
  observer.observe(document.body, { childList: true });
  onTestFinished(() => void (document.body.style.overflow = ''));
  render(<App />);
  const button = await screen.findByRole('button', { name: RECONNECT });
  const user = userEvent.setup();
  await user.hover(button);
  await waitFor(() => expect(document.body.style.overflow).toBe('hidden'));
  await user.click(button);
  await untilLinkIsOpen(simulator);
  await signIn(simulator);
  await waitFor(() => expect(simulator.alive).toBe(0));
  await waitFor(() => expect(document.body.style.overflow).toBe('hidden'));
});
