import { isInDialog, returnFocus, returnFocusInDialog } from './focus.js';

/** Remembers who opened Link, and gives the focus back there. */
export interface FocusReturn {
  /** Without an element: whoever has the focus now. */
  remember(itemId: string, opener?: Element): void;
  /** Does nothing for an Item whose opener was never remembered. `hasRoomBeenMade`: dialogs have closed for Link and open again. */
  giveBack(itemId: string, hasRoomBeenMade?: boolean): void;
  /** For somebody whose place on the page has gone. */
  moveOn(itemId: string): void;
  /** Nobody needs it any longer. */
  stop(): void;
}

interface Remembered {
  itemId: string;
  opener: Element | null;
  isInDialog: boolean;
}

/** A dialog takes its time to open again, and then puts the focus on whatever comes first in it, maybe more than once. */
const LOOKS = 10;
const BETWEEN_LOOKS_MS = 50;

/** `findAppPlace` names the app's own place for the focus, where an Item has no opener left. */
export function createFocusReturn(findAppPlace: (itemId: string) => Element | null = () => null): FocusReturn {
  let last: Remembered | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function giveBackOnPage({ itemId, opener }: Remembered): void {
    returnFocus(itemId, opener, () => findAppPlace(itemId));
  }

  function giveBackInDialog(remembered: Remembered, looks: number, wasThere: boolean): void {
    timer = setTimeout(() => {
      if (last !== remembered) return;
      const isThere = returnFocusInDialog(remembered.itemId, remembered.opener);
      if (isThere && wasThere) return;
      if (looks > 1) giveBackInDialog(remembered, looks - 1, isThere);
      else giveBackOnPage(remembered);
    }, BETWEEN_LOOKS_MS);
  }

  return {
    remember(itemId, opener = document.activeElement ?? undefined) {
      last = { itemId, opener: opener ?? null, isInDialog: isInDialog(opener) };
    },
    giveBack(itemId, hasRoomBeenMade = false) {
      if (last?.itemId !== itemId) return;
      if (hasRoomBeenMade && last.isInDialog) giveBackInDialog(last, LOOKS, false);
      else giveBackOnPage(last);
    },
    moveOn: (itemId) => returnFocus(itemId, null, () => findAppPlace(itemId)),
    stop: () => clearTimeout(timer),
  };
}
