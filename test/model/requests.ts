import type { LinkTokenRequest } from '../../src/protocol/linkToken.js';

/** What can be launched. The server gives each user their own: another's Item is one that it does not know. */
export const REQUESTS_OF: Readonly<Record<string, readonly LinkTokenRequest[]>> = {
  anna: [
    { target: { item_id: 'a-1' }, purpose: 'repair' },
    { target: { item_id: 'a-2' }, purpose: 'repair' },
    { target: { item_id: 'a-1' }, purpose: 'select_accounts' },
    { target: { user: true }, purpose: 'repair' },
  ],
  ben: [
    { target: { item_id: 'b-1' }, purpose: 'repair' },
    { target: { user: true }, purpose: 'repair' },
  ],
};

export const USERS = ['anna', 'ben'] as const;
