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
  const note = (overflow: string) => {
    if (overflow !== lockedBy) released = overflow;
  };
  // The dialog can close and Link can hide in one go: what stood there in between is in the records alone.
  const read = (records: MutationRecord[]) => {
    for (const { oldValue } of records) note(readOverflow(oldValue ?? ''));
    note(style.overflow);
  };
  const observer = new MutationObserver(read);
  observer.observe(document.body, { attributeFilter: ['style'], attributeOldValue: true });
  return () => {
    read(observer.takeRecords());
    observer.disconnect();
    if (released !== null) style.overflow = released;
  };
}

function readOverflow(css: string): string {
  const { style } = document.createElement('div');
  style.cssText = css;
  return style.overflow;
}
