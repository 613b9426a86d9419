import { returnFocus, returnFocusInDialog } from './focus.js';

/** Remembers who opened Link, and gives the focus back there. */
export interface FocusReturn {
  /** Without an element: whoever has the focus now. */
  remember(itemId: string, opener?: Element): void;
  /** Does nothing for an Item whose opener was never remembered. `hasRoomBeenMade`: dialogs have closed for Link and opened again. */
  giveBack(itemId: string, hasRoomBeenMade?: boolean): void;
  /** For somebody whose place on the page has gone. */
  moveOn(itemId: string): void;
}

/** `findAppPlace` names the app's own place for the focus, where an Item has no opener left. */
export function createFocusReturn(findAppPlace: (itemId: string) => Element | null = () => null): FocusReturn {
  let last: { itemId: string; opener: Element | null } | null = null;
  return {
    remember: (itemId, opener) => void (last = { itemId, opener: opener ?? document.activeElement }),
    giveBack(itemId, hasRoomBeenMade = false) {
      if (last?.itemId !== itemId) return;
      const { opener } = last;
      if (hasRoomBeenMade) returnFocusInDialog(itemId, opener);
      returnFocus(itemId, opener, () => findAppPlace(itemId));
    },
    moveOn: (itemId) => returnFocus(itemId, null, () => findAppPlace(itemId)),
  };
}
