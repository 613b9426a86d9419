/** Marks the elements that open an Item's Link, so that one that has been rendered anew is still found. */
export const OPENER_ATTRIBUTE = 'data-update-mode-item';

/** Also one to which the app has given a class of its own instead. */
const BANNER = ':is(.update-mode-banner, [data-remedy])';

/** Whether the focus is nowhere: its element has been removed, or was Link's iframe. */
export function isFocusLost(): boolean {
  return document.activeElement === null || isNowhere(document.activeElement);
}

/** What is hidden loses the focus, without its user's doing. */
export function isSeen(element: Element): boolean {
  return getComputedStyle(element).visibility !== 'hidden';
}

let isReturning = false;

/** Whether the focus is moving because we move it, which says nothing of what the user wants. */
export function isFocusReturning(): boolean {
  return isReturning;
}

/**
 * Puts the focus where the user left off after Link: on the opener, else on another of the same Item, else
 * where the app says, else on the next banner, else on the page's main part, else on whatever the page begins with.
 * Never leaves it on the body, from where a screen reader says nothing.
 */
export function returnFocus(itemId: string, opener: Element | null, findAppPlace?: () => Element | null): void {
  if (isFocusLost()) moveTo(listPlaces(document, itemId, opener, findAppPlace));
}

const DIALOG = 'dialog, [role="dialog"], [role="alertdialog"]';

export function isInDialog(element: Element | undefined): boolean {
  return Boolean(element?.closest(DIALOG));
}

/** The same within the dialog that has the focus. Answers whether it is in its place now. */
export function returnFocusInDialog(itemId: string, opener: Element | null): boolean {
  const dialog = document.activeElement?.closest(DIALOG);
  return dialog ? moveTo(listPlaces(dialog, itemId, opener)) : false;
}

function* listPlaces(
  part: ParentNode & Node,
  itemId: string,
  opener: Element | null,
  findAppPlace?: () => Element | null,
): Iterable<Element | null | undefined> {
  if (opener && !isNowhere(opener) && part.contains(opener)) yield opener;
  const openers = [...part.querySelectorAll(`[${OPENER_ATTRIBUTE}]`)];
  yield* openers.filter((element) => element.getAttribute(OPENER_ATTRIBUTE) === itemId);
  yield findAppPlace?.();
  yield* part.querySelectorAll(`${BANNER} [${OPENER_ATTRIBUTE}]`);
  yield* part.querySelectorAll(BANNER);
  if (part !== document) return;
  yield document.querySelector('main, [role="main"]');
  yield document.querySelector('h1');
  yield* document.body.children;
}

function moveTo(places: Iterable<Element | null | undefined>): boolean {
  isReturning = true;
  let hasMoved = false;
  for (const place of places) {
    hasMoved = place instanceof HTMLElement && focusOn(place);
    if (hasMoved) break;
  }
  isReturning = false;
  return hasMoved;
}

/** Link's own iframe keeps the focus until it is removed. */
function isNowhere(element: Element): boolean {
  return (
    element === document.body || element === document.documentElement || element.id.startsWith('plaid-link-iframe')
  );
}

function focusOn(element: HTMLElement): boolean {
  // Behind a modal dialog, say: a screen reader would have nothing to tell of it.
  if (element.closest('[aria-hidden="true"]')) return false;
  element.focus();
  if (document.activeElement === element) return true;
  const before = element.getAttribute('tabindex');
  element.tabIndex = -1;
  element.focus();
  if (document.activeElement === element) return true;
  // In a closed part of the page, say. Once that opens, the keyboard has to reach it as before.
  if (before === null) element.removeAttribute('tabindex');
  else element.setAttribute('tabindex', before);
  return false;
}
