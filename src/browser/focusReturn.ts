import { returnFocus } from './focus.js';

/** Remembers who opened Link, and gives the focus back there. */
export interface FocusReturn {
  /** Without an element: whoever has the focus now. */
  remember(itemId: string, opener?: Element): void;
  /** Does nothing for an Item whose opener was never remembered. */
  giveBack(itemId: string): void;
}

export function createFocusReturn(): FocusReturn {
  let last: { itemId: string; opener: Element | null } | null = null;
  return {
    remember: (itemId, opener) => void (last = { itemId, opener: opener ?? document.activeElement }),
    giveBack(itemId) {
      if (last?.itemId === itemId) returnFocus(itemId, last.opener);
    },
  };
}
