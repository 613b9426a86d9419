'use client';

import { useEffect, useState, type FocusEvent, type HTMLAttributes, type PointerEvent } from 'react';
import { useRuntime } from '../runtime.js';
import type { Hold } from './arrangement.js';

/** Names a row, for whoever asks where the pointer is. */
export const ROW_ATTRIBUTE = 'data-row';

export type HoldHandlers = Pick<HTMLAttributes<HTMLElement>, 'onPointerOver' | 'onPointerLeave' | 'onFocus' | 'onBlur'>;

/** Knows where the user is within the list, so that nothing moves there. What is removed under them tells nobody: `leave` does. */
export function useHold(): { hold: Hold; isFocusInside: boolean; handlers: HoldHandlers; leave(): void } {
  // Null: outside. Empty: in no row.
  const [pointer, setPointer] = useState<string | null>(null);
  const [focus, setFocus] = useState<string | null>(null);
  return {
    hold: { isHeld: pointer !== null || focus !== null, rowKeys: [pointer, focus] },
    isFocusInside: focus !== null,
    leave() {
      setPointer(null);
      setFocus(null);
    },
    handlers: {
      onPointerOver: ({ target }: PointerEvent) => setPointer(findRowKey(target)),
      onPointerLeave: () => setPointer(null),
      onFocus: ({ target }: FocusEvent) => setFocus(findRowKey(target)),
      onBlur({ relatedTarget, currentTarget, target }: FocusEvent) {
        if (relatedTarget instanceof Node) {
          if (!currentTarget.contains(relatedTarget)) setFocus(null);
          return;
        }
        // As in a banner: only a click beside everything is leaving; Link, another window or a button that goes is not.
        setTimeout(() => {
          const { activeElement, body } = target.ownerDocument;
          if (target.isConnected && activeElement === body) setFocus(null);
        });
      },
    },
  };
}

/** Of somebody whose button has gone the focus goes on to the next one. */
export function useFocusOnNext(
  { isFocusInside, leave }: Pick<ReturnType<typeof useHold>, 'isFocusInside' | 'leave'>,
  nextId: string | null,
  place: () => HTMLElement | null,
): void {
  const { focusReturn } = useRuntime('<RepairItemBannerList>');
  useEffect(() => {
    const page = isFocusInside ? place()?.ownerDocument : undefined;
    if (!page || page.activeElement !== page.body) return;
    // After Link, which gives the focus back by itself.
    queueMicrotask(() => {
      focusReturn.moveOn(nextId ?? '');
      if (!place()?.contains(page.activeElement)) leave();
    });
  });
}

function findRowKey(target: EventTarget): string {
  const row = target instanceof Element ? target.closest(`[${ROW_ATTRIBUTE}]`) : null;
  return row?.getAttribute(ROW_ATTRIBUTE) ?? '';
}
