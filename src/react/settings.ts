'use client';

import { createContext, useContext, useSyncExternalStore } from 'react';
import type { IntegrationLink } from '../protocol/integrationLink.js';
import type { Messages } from '../core/messages.js';
import { en } from '../messages/en.js';

/** How a provider speaks. Changes with its props, unlike the runtime. */
export interface Settings {
  messages: Messages;
  /** BCP 47. */
  locale: string;
  /** IANA name; without one UTC until the page is mounted, then the device's. */
  timeZone: string | undefined;
  /** Starts the app's own way to a new connection, where it gave one. */
  requestNewLink: ((itemId: string, integrationLink: IntegrationLink) => void) | undefined;
}

export const SettingsContext = createContext<Settings>({
  messages: en,
  locale: 'en',
  timeZone: undefined,
  requestNewLink: undefined,
});

export function useSettings(): Settings {
  return useContext(SettingsContext);
}

/** False on the server and while its markup is taken over: what differs there must not show yet. */
export function useIsMounted(): boolean {
  return useSyncExternalStore(subscribeToNothing, isOnClient, isOnServer);
}

const subscribeToNothing = () => () => {};
const isOnClient = () => true;
const isOnServer = () => false;
