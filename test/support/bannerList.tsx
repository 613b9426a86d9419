import { act, screen, waitFor } from '@testing-library/react';
import { RepairItemBannerList, type IntegrationLink } from 'react-plaid-update-mode';
import { expect } from 'vitest';
import { platypusLink, tartanLink } from './links.js';
import { signIn, startLinkSimulator, untilLinkIsOpen } from './linkSimulator.js';
import { renderApp } from './renderApp.js';
import { createScriptedServer } from './scriptedServer.js';

export const bankLink = (name: string, changes: Partial<IntegrationLink> = {}) =>
  platypusLink({ item_id: `item-${name}`, institution_name: `${name} Bank`, ...changes });
export const newAccountsLink = () => tartanLink({ new_accounts_available: true });
export const outageLink = () => bankLink('Argyle', { status_message: '[INSTITUTION_DOWN] …' });
export const toActive = (link: IntegrationLink): IntegrationLink => ({
  ...link,
  status: 'active',
  status_message: null,
});

export const button = (name: string) => screen.findByRole('button', { name });
export const region = (name?: string | RegExp) => screen.findByRole('region', name === undefined ? {} : { name });
export const lines = () => screen.queryAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent);
export const rowOf = (title: string): HTMLElement => {
  const row = screen.getByText(title).closest('li');
  if (!row) throw new Error(`"${title}" is in no row.`);
  return row;
};
export const signInAgain = (bank: string) => `${bank} needs you to sign in again`;

/** Renders the list, and lets its user see to banks by the list's own button, or by that of a row. */
export function renderList(links: IntegrationLink[], list = <RepairItemBannerList />) {
  const simulator = startLinkSimulator();
  const server = createScriptedServer(...links);
  const app = renderApp(list, { server });
  return {
    ...app,
    server,
    simulator,
    async open(name: string) {
      await app.user.click(await button(name));
      return untilLinkIsOpen(simulator);
    },
    async repair(name: string) {
      await app.user.click(await button(name));
      await signIn(simulator);
      await waitFor(() => expect(simulator.alive).toBe(0));
    },
    async change(change: (links: IntegrationLink[]) => IntegrationLink[]) {
      server.links = change(server.links);
      await act(() => app.queryClient.refetchQueries());
    },
  };
}
