import { screen, waitFor } from '@testing-library/react';
import { RepairItemBanner } from 'react-plaid-update-mode';
import { expect } from 'vitest';
import { RECONNECT } from './brokenBanner.js';
import { installHandMadePlaid, type HandMadeLink } from './handMadePlaid.js';
import { PLATYPUS, platypusLink } from './links.js';
import { renderApp, type App, type AppOptions } from './renderApp.js';
import { createScriptedServer, type ScriptedServer } from './scriptedServer.js';

export interface OpenHandMadeLink extends App {
  server: ScriptedServer;
  /** All that were made, the open one last. */
  links: readonly HandMadeLink[];
  link: HandMadeLink;
}

/** A page whose user has clicked, and a Link that says only what the test has it say. */
export async function openHandMadeLink(options: Partial<AppOptions> = {}): Promise<OpenHandMadeLink> {
  const links = installHandMadePlaid();
  const { server = createScriptedServer(platypusLink()), ...props } = options;
  const app = renderApp(<RepairItemBanner itemId={PLATYPUS} />, { server, ...props });
  await app.user.click(await screen.findByRole('button', { name: RECONNECT }));
  return { ...app, server, links, link: await untilOpened(links) };
}

/** The newest Link, once it has been asked to open. */
export async function untilOpened(links: readonly HandMadeLink[]): Promise<HandMadeLink> {
  await waitFor(() => expect(links.at(-1)?.open).toHaveBeenCalledOnce());
  const link = links.at(-1);
  if (!link) throw new Error('Plaid.create was not called.');
  return link;
}

/** Plaid's script is JavaScript, and keeps to no types. */
export function callAsPlaid(callback: ((...args: never) => void) | null | undefined, ...args: unknown[]): void {
  if (callback) Reflect.apply(callback, null, args);
}
