import type { ScrollLock } from '../core/ports.js';

/** Reads the page's scroll lock as dialogs set it: an `overflow` on the body. */
export function createScrollLock(): ScrollLock {
  return { isLocked };
}

function isLocked(): boolean {
  return document.body.style.overflow === 'hidden' || getComputedStyle(document.body).overflowY === 'hidden';
}

/**
 * Guards the page's scroll while a Link exists. Link saves the body's overflow when it is made and writes it
 * back when it hides (https://github.com/plaid/react-plaid-link/issues/177). If a dialog was open then and
 * has closed since, that leaves the page unscrollable. The answer is to be called once Link is gone.
 */
export function guardScroll(): () => void {
  const { style } = document.body;
  const lockedBy = style.overflow;
  if (lockedBy !== 'hidden') return () => {};
  let released: string | null = null;
  const observer = new MutationObserver(() => {
    if (style.overflow !== lockedBy) released = style.overflow;
  });
  observer.observe(document.body, { attributes: true, attributeFilter: ['style'] });
  return () => {
    observer.disconnect();
    if (released !== null && style.overflow === lockedBy) style.overflow = released;
  };
}
