import { screen } from '@testing-library/react';
import { usePlaidLink } from 'react-plaid-link';
import { RepairItemBanner } from 'react-plaid-update-mode';
import { RECONNECT } from './brokenBanner.js';
import { PLATYPUS, platypusLink } from './links.js';
import { renderApp } from './renderApp.js';
import { createScriptedServer } from './scriptedServer.js';

function OwnLink() {
  usePlaidLink({ token: null, onSuccess: () => {} });
  return null;
}

/**
 * An app with a banner, and on some of its pages a Link of its own by react-plaid-link, which loads the script. For the
 * first test of a file, and not in StrictMode: react-plaid-link remembers a script for as long as its module lives, and loads
 * it twice where the first effects run twice.
 */
export function renderAppWithOwnLink() {
  const page = (ownLink: string | null) => (
    <>
      {ownLink !== null && <OwnLink key={ownLink} />}
      <RepairItemBanner itemId={PLATYPUS} />
    </>
  );
  const { user, rerender } = renderApp(page('home'), { server: createScriptedServer(platypusLink()) });
  return {
    clickReconnect: async () => user.click(await screen.findByRole('button', { name: RECONNECT })),
    /** Another page of the app, without a Link or with one of the page's own. */
    goTo: (ownLink: string | null) => rerender(page(ownLink)),
  };
}
