'use client';

import { createContext, useContext, useSyncExternalStore } from 'react';
import type { IntegrationLink } from '../protocol/integrationLink.js';
import type { Messages } from '../core/messages.js';
import { en } from '../messages/en.js';

/** How a provider speaks. Changes with its props, unlike the runtime. */
export interface Settings extends Words {
  /** What the app is called in a sentence. */
  appName: string | undefined;
  /** IANA name; without one UTC until the page is mounted, then the device's. */
  timeZone: string | undefined;
  /** What the app does itself; a button is shown only for what it gave. */
  appActions: AppActions;
}

/** Words of one language, and what that language decides. */
export interface Words {
  messages: Messages;
  /** BCP 47: of dates, numbers, plurals and lists. */
  locale: string;
  /** BCP 47; set where the words are in another language than the page says it is in. */
  language: string | undefined;
  /** Set where such words are written the other way. */
  direction: 'ltr' | 'rtl' | undefined;
  /** False while the words are on their way: what would speak waits. */
  areWordsThere: boolean;
}

/** The app's own ways, as far as it gave any to the provider. */
export interface AppActions {
  /** To a new connection, where the old one is beyond repair. */
  newLink?: AppAction | undefined;
  /** The user has closed this account at the bank. */
  accountClosed?: AppAction | undefined;
  /** To the app's support, with what it will ask for. */
  support?:
    | ((itemId: string, integrationLink: IntegrationLink | null, reference: SupportReference) => void)
    | undefined;
}

export type AppAction = (itemId: string, integrationLink: IntegrationLink) => void;

/** What Plaid's support asks for after a visit that failed; empty where there was none. */
export interface SupportReference {
  linkSessionId?: string | undefined;
  requestId?: string | undefined;
  errorCode?: string | undefined;
}

export const SettingsContext = createContext<Settings>({
  messages: en,
  locale: 'en',
  language: undefined,
  direction: undefined,
  areWordsThere: true,
  appName: undefined,
  timeZone: undefined,
  appActions: {},
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
