'use client';

import { createContext, useContext } from 'react';
import type { FocusReturn } from '../browser/focusReturn.js';
import type { LinkPresence } from '../browser/linkPresence.js';
import type { UpdateModeClient } from '../core/client.js';
import { UpdateModeError } from '../core/errors.js';
import type { Store } from '../core/store.js';
import type { LinkTokenRequest } from '../protocol/linkToken.js';
import type { ListFeed } from './listFeed.js';

/** What one provider shares with everything below it. One object for the provider's whole life. */
export interface UpdateModeRuntime {
  client: UpdateModeClient;
  feed: ListFeed;
  focusReturn: FocusReturn;
  linkPresence: LinkPresence;
  /** What the user has wanted to know of a report that waits; a new object each time. */
  asked: Store<LinkTokenRequest | null>;
  /** Politely read out once it is set. */
  spoken: Store<string>;
}

export const RuntimeContext = createContext<UpdateModeRuntime | null>(null);

/** `caller` is named in the error: `<RepairItemBanner>` or `useUpdateMode()`. */
export function useRuntime(caller: string): UpdateModeRuntime {
  const runtime = useContext(RuntimeContext);
  if (runtime) return runtime;
  throw new UpdateModeError(
    'misuse',
    `${caller} is used outside of <UpdateModeProvider>, so it knows no server to ask. ` +
      'Render <UpdateModeProvider endpoint="/api/update-mode" scope={user.id}> above it.',
  );
}
