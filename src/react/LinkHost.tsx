'use client';

import { useEffect, useRef, useState, useSyncExternalStore, type ReactNode } from 'react';
import { usePlaidLink } from 'react-plaid-link';
import { guardScroll, type ScrollGuard } from '../browser/scrollLock.js';
import { createLinkEvent, readField, readId } from '../core/linkMetadata.js';
import type { MountedLink } from '../core/mountedLink.js';
import type { UpdateModeEvent } from '../core/telemetry.js';
import { createOpenerName } from '../protocol/target.js';
import { LinkBoundary } from './LinkBoundary.js';
import { createLinkExitError } from './linkExitError.js';
import { useRuntime, type UpdateModeRuntime } from './runtime.js';

export interface LinkHostProps {
  onEvent(event: UpdateModeEvent): void;
}

/**
 * The only place where a Link is made. It mounts react-plaid-link for one token at a time, once Plaid's
 * script has run, and unmounts it with the visit: that is the whole of its life cycle, and most of its traps
 * lie outside of it.
 */
export function LinkHost({ onEvent }: LinkHostProps): ReactNode {
  const runtime = useRuntime('<LinkHost>');
  const { mountedLink, host } = runtime.client.coordinator;
  const mounted = useSyncExternalStore(mountedLink.subscribe, mountedLink.getSnapshot, getServerSnapshot);
  return (
    <LinkBoundary linkKey={mounted?.key} onCrash={host.crashed}>
      {mounted && <OneLink key={mounted.key} mounted={mounted} runtime={runtime} onEvent={onEvent} />}
    </LinkBoundary>
  );
}

const getServerSnapshot = () => null;

interface OneLinkProps extends LinkHostProps {
  mounted: MountedLink;
  runtime: UpdateModeRuntime;
}

function OneLink({ mounted, runtime, onEvent }: OneLinkProps): ReactNode {
  const { key, request } = mounted;
  const opener = createOpenerName(request.target);
  const { host } = runtime.client.coordinator;
  const isResumed = mounted.receivedRedirectUri !== undefined;
  const close = useRef(() => {});
  const scroll = useRef<ScrollGuard>(null);
  const hasOpened = useRef(false);
  const callOff = useRef(() => {});

  const config = useTokenOnce(mounted);

  // Effects run in order, their cleanups too: this one comes before react-plaid-link's own. Closed by us, its
  // handler is destroyed at once; left to itself, it would wait for an onExit that Plaid may never send.
  useEffect(
    () => () => {
      scroll.current?.closing();
      close.current();
    },
    [],
  );

  // With the effect that makes the Link, not before: a dialog may lock the page in between.
  useEffect(() => {
    if (config.token !== null) scroll.current = guardScroll();
  }, [config.token]);

  const tell = (end: () => void) => (scroll.current ? scroll.current.ended(end) : end());

  const { open, exit, ready, error } = usePlaidLink({
    ...config,
    // In update mode the access token stays the same: the public token is of no use to anybody.
    onSuccess: (_publicToken, metadata) =>
      tell(() => host.succeeded(key, readId(readField(metadata, 'link_session_id')))),
    onExit(plaidError, metadata) {
      const linkSessionId = readId(readField(metadata, 'link_session_id'));
      const requestId = readId(readField(metadata, 'request_id'));
      const error = createLinkExitError(plaidError, { linkSessionId, requestId });
      tell(() => host.exited(key, { error, linkSessionId, requestId }));
    },
    onLoad: () => host.alive(key),
    onEvent: (name, metadata) => {
      host.alive(key);
      const event = createLinkEvent(request, name, metadata);
      if (event) onEvent(event);
    },
  });

  useEffect(() => {
    close.current = () => exit({ force: true });
  }, [exit]);

  useEffect(() => {
    if (!ready) return;
    host.ready(key, {
      open() {
        hasOpened.current = true;
        callOff.current = runtime.linkPresence.enter(() => {
          scroll.current?.opening();
          // Nobody has pressed anything on this page.
          if (isResumed) runtime.focusReturn.remember(opener);
          try {
            open();
          } catch (cause) {
            host.crashed(key, cause);
          }
        });
      },
    });
  }, [host, isResumed, key, open, opener, ready, runtime]);

  useEffect(() => {
    if (error) host.crashed(key, error);
  }, [error, host, key]);

  // And this one comes after react-plaid-link's: now the iframe is gone.
  useEffect(() => {
    host.mounted(key);
    return () => {
      callOff.current();
      scroll.current?.settle();
      host.unmounted(key);
      // One that was only prepared took no focus, and moves none when it goes.
      if (!hasOpened.current) return;
      const hasRoomBeenMade = runtime.linkPresence.leave();
      queueMicrotask(() => runtime.focusReturn.giveBack(opener, hasRoomBeenMade));
    };
  }, [host, opener, key, runtime]);

  return null;
}

/**
 * StrictMode runs the first effects twice, which would make two Links for one visit: one that lies about destroyed and
 * could still speak for it, and with a received redirect URI, which Plaid takes once, one too many. So react-plaid-link
 * gets both with the second render. Both at once, since it would miss a URI that comes after the token.
 */
function useTokenOnce({ token, receivedRedirectUri }: MountedLink): {
  token: string | null;
  receivedRedirectUri?: string;
} {
  const [isSettled, setIsSettled] = useState(false);
  useEffect(() => {
    let isUp = true;
    queueMicrotask(() => {
      if (isUp) setIsSettled(true);
    });
    return () => {
      isUp = false;
    };
  }, []);
  if (!isSettled) return { token: null };
  return receivedRedirectUri === undefined ? { token } : { token, receivedRedirectUri };
}
