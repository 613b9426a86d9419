/** Marks the elements that open an Item's Link, so that one that has been rendered anew is still found. */
export const OPENER_ATTRIBUTE = 'data-update-mode-item';

/** Whether the focus is nowhere: its element has been removed, or was Link's iframe. */
export function isFocusLost(): boolean {
  return document.activeElement === null || isNowhere(document.activeElement);
}

let isReturning = false;

/** Whether the focus is moving because we move it, which says nothing of what the user wants. */
export function isFocusReturning(): boolean {
  return isReturning;
}

/**
 * Puts the focus where the user left off after Link: on the opener, else on another of the same Item, else
 * on the next banner, else on the page's main part, else on whatever the page begins with. Never leaves it on the
 * body, from where a screen reader says nothing.
 */
export function returnFocus(itemId: string, opener: Element | null): void {
  if (!isFocusLost()) return;
  const places = [
    opener?.isConnected && !isNowhere(opener) ? opener : null,
    findOpener(itemId),
    ...nextBannerPlaces(),
    document.querySelector('main, [role="main"]'),
    document.querySelector('h1'),
    document.body.firstElementChild,
  ];
  isReturning = true;
  places.find((place) => place instanceof HTMLElement && focusOn(place));
  isReturning = false;
}

function findOpener(itemId: string): Element | undefined {
  const openers = [...document.querySelectorAll(`[${OPENER_ATTRIBUTE}]`)];
  return openers.find((element) => element.getAttribute(OPENER_ATTRIBUTE) === itemId);
}

function nextBannerPlaces(): (Element | null)[] {
  return [
    document.querySelector(`.update-mode-banner [${OPENER_ATTRIBUTE}]`),
    document.querySelector('.update-mode-banner'),
  ];
}

/** Link's own iframe keeps the focus until it is removed. */
function isNowhere(element: Element): boolean {
  return (
    element === document.body || element === document.documentElement || element.id.startsWith('plaid-link-iframe')
  );
}

function focusOn(element: HTMLElement): boolean {
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
