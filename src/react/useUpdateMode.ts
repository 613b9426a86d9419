'use client';

import { useEffect, useMemo, useState, type SyntheticEvent } from 'react';
import { isFocusReturning, OPENER_ATTRIBUTE } from '../browser/focus.js';
import type { SessionState } from '../core/session.js';
import { dispatchItemEvent, type RepairCallbacks } from './callbacks.js';
import { useRuntime, type UpdateModeRuntime } from './runtime.js';
import { useItem } from './useItem.js';
import { useLatest } from './useLatest.js';

export interface UseUpdateModeOptions extends RepairCallbacks {
  /** Plaid's `item_id` of the connection to repair. */
  itemId: string;
}

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

export type UseUpdateModeResult = SessionState & UpdateModeActions & { buttonProps: UpdateModeButtonProps };

/**
 * Repairs one Item: `status` says where the repair stands and which fields come with it. Components for the
 * same Item share one repair. The callbacks hear of visits launched by this hook, while it is mounted; the
 * provider's hear of all. The object is memoised, the actions never change.
 *
 * @example
 * const repair = useUpdateMode({ itemId, onRepaired: () => refetchBalances() });
 * return <button {...repair.buttonProps}>{repair.status === 'launching' ? 'Opening…' : 'Reconnect'}</button>;
 */
export function useUpdateMode(options: UseUpdateModeOptions): UseUpdateModeResult {
  const { itemId } = options;
  const runtime = useRuntime('useUpdateMode()');
  const { item, snapshot } = useItem(itemId, 'useUpdateMode()');
  const [launcher] = useState(() => ({}));
  const callbacks = useLatest<RepairCallbacks>(options);

  useEffect(
    () =>
      runtime.client.onItemEvent((event) => {
        if (event.type === 'session' && event.launcher === launcher) dispatchItemEvent(event, callbacks.current);
      }),
    [runtime, launcher, callbacks],
  );

  const actions = useMemo((): UpdateModeActions => {
    const { session } = item;
    return {
      prepare: session.prepare,
      launch() {
        runtime.focusReturn.remember(itemId);
        session.launch(launcher);
      },
      cancel: session.cancel,
      reset: session.reset,
    };
  }, [item, itemId, launcher, runtime]);

  const { session } = snapshot;
  return useMemo(() => {
    const buttonProps = createButtonProps(
      runtime,
      itemId,
      session,
      () => item.session.launch(launcher),
      actions.prepare,
    );
    return { ...session, ...actions, buttonProps };
  }, [runtime, itemId, session, item, launcher, actions]);
}

function createButtonProps(
  runtime: UpdateModeRuntime,
  itemId: string,
  session: SessionState,
  launch: () => void,
  prepare: () => void,
): UpdateModeButtonProps {
  const { status } = session;
  const isSending = status === 'confirming' && session.report === 'sending';
  return {
    type: 'button',
    'data-status': status,
    [OPENER_ATTRIBUTE]: itemId,
    'aria-busy': status === 'launching' || isSending,
    onClick({ currentTarget }) {
      // Safari does not focus a button that is clicked: the event knows better than the document.
      runtime.focusReturn.remember(itemId, currentTarget);
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
