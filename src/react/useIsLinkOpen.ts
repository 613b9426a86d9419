'use client';

import { useSyncExternalStore } from 'react';
import { useRuntime } from './runtime.js';

/**
 * Whether Link is on the screen, for whatever it is open: true a moment before it comes, false once it has gone. A modal
 * dialog has to close for that time, since it leaves nothing beside it to pointer or keyboard, and Plaid puts Link beside
 * it. The focus returns into the dialog by itself.
 *
 * @example
 * const isLinkOpen = useIsLinkOpen();
 * return <Dialog open={isOpen && !isLinkOpen}>…</Dialog>;
 */
export function useIsLinkOpen(): boolean {
  const { linkPresence } = useRuntime('useIsLinkOpen()');
  return useSyncExternalStore(linkPresence.subscribe, linkPresence.getSnapshot, isOpenOnServer);
}

const isOpenOnServer = () => false;
