import { returnFocus } from './focus.js';

/** Remembers who opened Link, and gives the focus back there. */
export interface FocusReturn {
  /** Without an element: whoever has the focus now. */
  remember(itemId: string, opener?: Element): void;
  /** Once for each opener that was remembered: a Link that was only prepared moves no focus when it goes. */
  giveBack(itemId: string): void;
}

export function createFocusReturn(): FocusReturn {
  let last: { itemId: string; opener: Element | null } | null = null;
  return {
    remember: (itemId, opener) => void (last = { itemId, opener: opener ?? document.activeElement }),
    giveBack(itemId) {
      if (last?.itemId !== itemId) return;
      const { opener } = last;
      last = null;
      returnFocus(itemId, opener);
    },
  };
}
