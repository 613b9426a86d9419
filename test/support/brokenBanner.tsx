import { screen } from '@testing-library/react';
import { RepairItemBanner } from 'react-plaid-update-mode';
import { PLATYPUS, platypusLink } from './links.js';
import { renderApp, type App, type AppOptions } from './renderApp.js';
import { createScriptedServer, type ScriptedServer } from './scriptedServer.js';

export const RECONNECT = 'Reconnect First Platypus Bank';

/** A page with the banner of the one broken connection, read and on the screen. */
export async function renderBrokenBanner(
  options: Partial<AppOptions> = {},
): Promise<App & { server: ScriptedServer; clickReconnect(): Promise<void> }> {
  const { server = createScriptedServer(platypusLink()), ...props } = options;
  const app = renderApp(<RepairItemBanner itemId={PLATYPUS} />, { server, ...props });
  await screen.findByRole('button', { name: RECONNECT });
  return {
    ...app,
    server,
    clickReconnect: () => app.user.click(screen.getByRole('button', { name: RECONNECT })),
  };
}
