'use client';

import { useEffect, useRef, type FocusEvent, type RefObject } from 'react';
import { isFocusLost, isSeen } from '../../browser/focus.js';
import { useRuntime } from '../runtime.js';
import type { RepairBanner } from './repairBanner.js';

/**
 * Keeps the focus of somebody who is inside a banner: when its button goes, or what makes room, the banner itself takes it;
 * when the banner goes, the next sensible place does.
 */
export function useKeptFocus(
  container: RefObject<HTMLElement | null>,
  itemId: string,
  { action, dismissals: { length } }: RepairBanner,
) {
  const hasAction = action !== null;
  const { focusReturn } = useRuntime('<RepairBannerRoot>');
  const isInside = useRef(false);

  useEffect(() => {
    // A focused element that is removed leaves the focus on the body, and tells nobody.
    if (isInside.current && isFocusLost()) container.current?.focus();
  }, [container, hasAction, length]);

  useEffect(
    () => () => {
      if (isInside.current) queueMicrotask(() => focusReturn.moveOn(itemId));
    },
    [itemId, focusReturn],
  );

  return {
    onFocus: () => void (isInside.current = true),
    onBlur({ relatedTarget, currentTarget, target }: FocusEvent) {
      if (relatedTarget instanceof Node) {
        if (!currentTarget.contains(relatedTarget)) isInside.current = false;
        return;
      }
      // Link has taken the focus, another window has it, or the user clicked beside everything: only this is leaving.
      setTimeout(() => {
        const { activeElement, body } = target.ownerDocument;
        if (!target.isConnected || activeElement !== body) return;
        if (isSeen(target)) isInside.current = false;
        // The cross is unseen during a visit, also during one that another tab makes.
        else container.current?.focus();
      });
    },
  };
}
