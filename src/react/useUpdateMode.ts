'use client';

import { useEffect, useMemo, useState, useSyncExternalStore, type MouseEvent, type SyntheticEvent } from 'react';
import { isFocusReturning, OPENER_ATTRIBUTE } from '../browser/focus.js';
import type { SessionState } from '../core/session.js';
import type { RepairAllProgress } from '../core/userProgress.js';
import type { LinkTokenRequest } from '../protocol/linkToken.js';
import { createOpenerName } from '../protocol/target.js';
import type { Purpose } from '../protocol/purpose.js';
import { dispatchSessionChange, type RepairCallbacks } from './callbacks.js';
import { useRuntime, type UpdateModeRuntime } from './runtime.js';
import { useLatest } from './useLatest.js';
import { useSession, type UpdateModeTarget } from './useSession.js';

export type UseUpdateModeOptions = UpdateModeTarget &
  RepairCallbacks & {
    /** What the visit is for: a name that the server defines. @default 'repair' */
    purpose?: Purpose | undefined;
  };

/** For any `<button>`: it prepares on intent, opens on a click, and gets the focus back afterwards. */
export interface UpdateModeButtonProps {
  type: 'button';
  'data-status': SessionState['status'];
  'data-update-mode-item': string;
  /** Set while Link opens and while a report is on its way. The button stays enabled, so that it keeps the focus. */
  'aria-busy': boolean;
  onClick(event: SyntheticEvent<Element>): void;
  onPointerEnter(): void;
  onTouchStart(): void;
  onFocus(): void;
}

/** For an `<a>` to Plaid's own page. Plaid tells nobody how a visit ended there: the server is asked once the user is back. */
export interface UpdateModeLinkProps {
  href: string;
  target: '_blank';
  rel: 'noopener noreferrer';
  onClick(): void;
  onAuxClick(event: MouseEvent): void;
}

export interface UpdateModeActions {
  /** Fetches all that a launch needs. Changes no status, opens nothing, never fails. */
  prepare(): void;
  /**
   * Opens Link. Does nothing while a Link is open on the page; the newest launch replaces one that is not open
   * yet. In `confirming` the user has done their part: then it sends a waiting report instead.
   */
  launch(): void;
  /** Ends a launch, closes an open Link. A report on its way is not taken back. */
  cancel(): void;
  /** Back to `idle` from how the last visit ended. */
  reset(): void;
}

export type UseUpdateModeResult = SessionState &
  UpdateModeActions & {
    buttonProps: UpdateModeButtonProps;
    /**
     * Where Plaid's script can't load and your endpoint gave `hosted_link_url`: the same visit on a page of Plaid's own,
     * in a new tab. Null otherwise.
     */
    hostedLinkProps: UpdateModeLinkProps | null;
    /** Of the target `user`: how many Items are repaired, of how many. Null before the first answer. */
    progress: RepairAllProgress | null;
  };

/**
 * One way through update mode: `status` says where it stands and which fields come with it. Components for the
 * same target and purpose share one. The callbacks hear of visits launched by this hook, while it is mounted; the
 * provider's hear of all. The object is memoised, the actions never change.
 *
 * @example
 * const repair = useUpdateMode({ itemId, onRepaired: () => refetchBalances() });
 * return <button {...repair.buttonProps}>{repair.status === 'launching' ? 'Opening…' : 'Reconnect'}</button>;
 */
export function useUpdateMode(options: UseUpdateModeOptions): UseUpdateModeResult {
  return useVisit(options, 'useUpdateMode()');
}

/** The hook under the name of whoever uses it, for what it says of a mistake. */
export function useVisit(options: UseUpdateModeOptions, caller: string): UseUpdateModeResult {
  const runtime = useRuntime(caller);
  const { request, session, state } = useSession(options, options.purpose, caller);
  const { userProgress } = runtime.client;
  const runProgress = useSyncExternalStore(userProgress.subscribe, userProgress.getSnapshot, getServerProgress);
  const progress = 'user' in request.target ? runProgress : null;
  const opener = createOpenerName(request.target);
  const [launcher] = useState(() => ({}));
  const callbacks = useLatest<RepairCallbacks>(options);

  useEffect(
    () =>
      runtime.client.onEvent((event) => {
        if (event.type === 'session' && event.launcher === launcher) dispatchSessionChange(event, callbacks.current);
      }),
    [runtime, launcher, callbacks],
  );

  const actions = useMemo(
    (): UpdateModeActions => ({
      prepare: session.prepare,
      launch() {
        runtime.focusReturn.remember(opener);
        launch(runtime, request, launcher);
      },
      cancel: session.cancel,
      reset: session.reset,
    }),
    [session, request, opener, launcher, runtime],
  );

  return useMemo(() => {
    const buttonProps = createButtonProps(
      runtime,
      opener,
      state,
      () => launch(runtime, request, launcher),
      actions.prepare,
    );
    const hostedLinkProps = createLinkProps(state, () => session.openHostedLink(launcher));
    return { ...state, ...actions, buttonProps, hostedLinkProps, progress };
  }, [runtime, opener, state, session, request, launcher, actions, progress]);
}

function launch({ client, asked }: UpdateModeRuntime, request: LinkTokenRequest, launcher: object): void {
  const session = client.session(request);
  const isReportWaiting = session.getSnapshot().status === 'confirming';
  session.launch(launcher);
  if (isReportWaiting) asked.set({ ...request });
}

const getServerProgress = () => null;

function createLinkProps(state: SessionState, openHostedLink: () => void): UpdateModeLinkProps | null {
  const href = 'hostedLinkUrl' in state ? state.hostedLinkUrl : undefined;
  if (href === undefined) return null;
  return {
    href,
    target: '_blank',
    rel: 'noopener noreferrer',
    onClick: openHostedLink,
    onAuxClick({ button }) {
      // The middle one opens a tab as well.
      if (button === 1) openHostedLink();
    },
  };
}

function createButtonProps(
  runtime: UpdateModeRuntime,
  opener: string,
  session: SessionState,
  launch: () => void,
  prepare: () => void,
): UpdateModeButtonProps {
  const { status } = session;
  const isSending = status === 'confirming' && session.report === 'sending';
  return {
    type: 'button',
    'data-status': status,
    [OPENER_ATTRIBUTE]: opener,
    'aria-busy': status === 'launching' || isSending,
    onClick({ currentTarget }) {
      // Safari does not focus a button that is clicked: the event knows better than the document.
      runtime.focusReturn.remember(opener, currentTarget);
      launch();
    },
    onPointerEnter: prepare,
    onTouchStart: prepare,
    // After Link the focus comes back by itself: only before the first visit is it a sign of intent.
    onFocus: () => {
      if (status === 'idle' && !isFocusReturning()) prepare();
    },
  };
}
