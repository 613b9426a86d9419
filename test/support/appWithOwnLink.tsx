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
  const banner = <RepairItemBanner key="banner" itemId={PLATYPUS} />;
  const { user, rerender } = renderApp([<OwnLink key="own" />, banner], {
    server: createScriptedServer(platypusLink()),
  });
  return {
    clickReconnect: async () => user.click(await screen.findByRole('button', { name: RECONNECT })),
    /** The app's next page has no Link of its own. */
    goToNextPage: () => rerender([null, banner]),
  };
}
