'use client';

import { QueryClientContext } from '@tanstack/react-query';
import { useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { UpdateModeEndpoint } from '../core/endpoint.js';
import { UpdateModeError } from '../core/errors.js';
import { readProblemCode } from '../core/linkMetadata.js';
import type { Messages, MessagesLoader } from '../core/messages.js';
import { safeCall } from '../core/safeCall.js';
import type { UpdateModeEvent } from '../core/telemetry.js';
import { Announcer } from './Announcer.js';
import type { AccountClosedEvent, ConnectedEvent, ContactSupportEvent, NewLinkEvent } from './appEvents.js';
import { dispatchSessionChange, type RepairCallbacks } from './callbacks.js';
import { LinkHost } from './LinkHost.js';
import { createRuntime } from './createRuntime.js';
import { resolveEndpoint } from './queries.js';
import { RuntimeContext } from './runtime.js';
import { SettingsContext, type AppActions } from './settings.js';
import { toTelemetry } from './toTelemetry.js';
import { useLatest } from './useLatest.js';
import { useWords } from './words/useWords.js';

export interface UpdateModeProviderProps extends RepairCallbacks {
  /** Where your server mounts `createUpdateModeHandler`, or an endpoint of another form. May be new on every render. */
  endpoint: string | UpdateModeEndpoint;
  /** Whose page this is: your user's id. With another one everything below starts afresh, so nothing of one user reaches the next. */
  scope: string;
  /**
   * BCP 47: decides which words a loader is asked for, and how dates, numbers and lists are written.
   * @default the language of the page, `<html lang>`; on a server and without one `en`
   */
  locale?: string | undefined;
  /** What your app is called, for the sentence that says who sees a password. @default "this app" */
  appName?: string | undefined;
  /** IANA name, such as `Europe/Berlin`. @default UTC on the server, then the device's own */
  timeZone?: string | undefined;
  /**
   * The words: a language of `react-plaid-update-mode/messages/…`, your own, or `loadMessages` and its like, which is asked
   * once for each locale and may be new on every render. What is left out stays English.
   */
  messages?: Partial<Messages> | MessagesLoader | undefined;
  /** For Plaid's script tag, where the page has a Content Security Policy with nonces. */
  nonce?: string | undefined;
  /** A repaired connection's data is current again, some time after `onRepaired`: the moment to read it anew. */
  onConnected?: ((event: ConnectedEvent) => void) | undefined;
  /** The user wants to connect a bank anew because its old connection is beyond repair. Without it no such button is shown. */
  onNewLink?: ((event: NewLinkEvent) => void) | undefined;
  /** The user says that they have closed this account at the bank: remove the connection, if you want to. Without it no such button is shown. */
  onAccountClosed?: ((event: AccountClosedEvent) => void) | undefined;
  /** The user wants help, after what the banner could offer did not. Without it no such button is shown. */
  onContactSupport?: ((event: ContactSupportEvent) => void) | undefined;
  /**
   * Where the focus goes after Link, or after a banner that held it, once no button of that connection is left: a heading,
   * say. Without an answer it goes to the next banner, else to the page's main part. Null: a visit for no single Item.
   */
  returnFocus?: ((itemId: string | null) => HTMLElement | null) | undefined;
  /** What an app may count; nothing personal in it. */
  onEvent?: ((event: UpdateModeEvent) => void) | undefined;
  children?: ReactNode | undefined;
}

/**
 * Carries all repairs of a page: one list, one Link, one place for reports on their way. Its callbacks hear
 * of every repair below it, also of one whose component has left the page. Needs a QueryClientProvider above.
 *
 * @example
 * <UpdateModeProvider endpoint="/api/update-mode" scope={user.id}>
 *   <RepairItemBannerList />
 * </UpdateModeProvider>
 */
export function UpdateModeProvider(props: UpdateModeProviderProps): ReactNode {
  return <ScopedProvider key={props.scope} {...props} />;
}

function ScopedProvider(props: UpdateModeProviderProps): ReactNode {
  const {
    endpoint,
    scope,
    locale,
    appName,
    timeZone,
    messages,
    onNewLink,
    onAccountClosed,
    onContactSupport,
    children,
  } = props;
  const queryClient = useContext(QueryClientContext);
  if (!queryClient) throw new UpdateModeError('misuse', NO_QUERY_CLIENT);
  if (typeof scope !== 'string' || scope === '') throw new UpdateModeError('misuse', NO_SCOPE);
  const resolved = useMemo(() => resolveEndpoint(endpoint), [endpoint]);
  const latest = useLatest({ ...props, endpoint: resolved });
  const [runtime] = useState(() =>
    createRuntime({
      queryClient,
      scope,
      getEndpoint: () => latest.current.endpoint,
      getNonce: () => latest.current.nonce,
      findReturnPlace(itemId) {
        let place: HTMLElement | null = null;
        safeCall(() => (place = latest.current.returnFocus?.(itemId) ?? null));
        return place;
      },
    }),
  );

  const isListening = useRef(false);
  useEffect(() => {
    const { client } = runtime;
    isListening.current = true;
    const stopListening = client.onEvent((event) => {
      if (event.type === 'connected') {
        const { itemId, link: integrationLink } = event;
        safeCall(latest.current.onConnected, { itemId, integrationLink });
      } else if (event.type === 'session') dispatchSessionChange(event, latest.current);
      safeCall(latest.current.onEvent, toTelemetry(event));
    });
    const stopWatching = client.list.subscribe(() => {
      const { error } = client.list.getSnapshot();
      if (!error) return;
      const { httpStatus, problemCode } = error;
      // Any proxy on the way can answer, with any words.
      safeCall(latest.current.onEvent, { type: 'list_failed', httpStatus, problemCode: readProblemCode(problemCode) });
    });
    const stopHearing = client.onStorageNews((news) => safeCall(latest.current.onEvent, news));
    // After there is somebody to hear: a visit that the bank sends back goes on at once.
    client.start();
    return () => {
      isListening.current = false;
      stopListening();
      stopWatching();
      stopHearing();
      client.stop();
      runtime.focusReturn.stop();
    };
  }, [runtime, latest]);

  // Link goes on telling for a moment after it has been closed, maybe on the next user's page.
  const onLinkEvent = (event: UpdateModeEvent) => {
    if (isListening.current) safeCall(latest.current.onEvent, event);
  };

  const words = useWords(locale, messages, (event) => safeCall(latest.current.onEvent, event));

  const hasNewLink = onNewLink !== undefined;
  const hasAccountClosed = onAccountClosed !== undefined;
  const hasSupport = onContactSupport !== undefined;
  const settings = useMemo(() => {
    const appActions: AppActions = {
      newLink: hasNewLink
        ? (itemId, integrationLink) => safeCall(latest.current.onNewLink, { itemId, integrationLink })
        : undefined,
      accountClosed: hasAccountClosed
        ? (itemId, integrationLink) => safeCall(latest.current.onAccountClosed, { itemId, integrationLink })
        : undefined,
      support: hasSupport
        ? (itemId, integrationLink, reference) =>
            safeCall(latest.current.onContactSupport, { itemId, integrationLink, ...reference })
        : undefined,
    };
    return { ...words, appName, timeZone, appActions };
  }, [words, appName, timeZone, hasNewLink, hasAccountClosed, hasSupport, latest]);

  return (
    <RuntimeContext.Provider value={runtime}>
      <SettingsContext.Provider value={settings}>
        {children}
        <Announcer />
        <LinkHost onEvent={onLinkEvent} />
      </SettingsContext.Provider>
    </RuntimeContext.Provider>
  );
}

const NO_QUERY_CLIENT =
  '<UpdateModeProvider> found no QueryClient, so it has nowhere to keep the list of connections. ' +
  'Render <QueryClientProvider client={queryClient}> of @tanstack/react-query above it.';

const NO_SCOPE =
  '<UpdateModeProvider> got no scope, so what one user left on this page could reach the next. ' +
  "Give your user's id: <UpdateModeProvider scope={user.id}>.";
