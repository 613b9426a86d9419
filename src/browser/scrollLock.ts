import type { ScrollLock } from '../core/ports.js';

/** Reads the page's scroll lock as dialogs set it: an `overflow` on the body. */
export function createScrollLock(): ScrollLock {
  return { isLocked };
}

function isLocked(): boolean {
  return document.body.style.overflow === 'hidden' || getComputedStyle(document.body).overflowY === 'hidden';
}

/** Keeps the page's scroll the page's own while a Link exists. */
export interface ScrollGuard {
  /** Link is about to be shown. */
  opening(): void;
  /** Link says how it has ended, and hides once that is told. */
  ended(tell: () => void): void;
  /** Link is about to be closed by us. */
  closing(): void;
  /** Link is gone. */
  settle(): void;
}

/**
 * Guards the page's scroll while a Link exists. Link saves the body's overflow when it is made, hides it while it is open
 * and writes it back when it hides (https://github.com/plaid/react-plaid-link/issues/177). That loses what a dialog has
 * set or taken away since, and an overflow that differs by its axis.
 */
export function guardScroll(): ScrollGuard {
  const { style } = document.body;
  const made = style.overflow;
  const releases = watchReleases(made);
  let before: Overflow | null = null;
  /** Whether nobody has touched Link's own lock while it was open. */
  let isUntouched: boolean | null = null;

  /** Once: whatever is set after that is the page's. */
  function giveBack(): void {
    const wanted = before;
    before = null;
    if (!wanted || isUntouched !== true || style.overflow !== made) return;
    if (style.overflow !== wanted.overflow) style.overflow = wanted.overflow;
    // Where one axis alone is set, the whole says nothing of it.
    if (wanted.overflow === '') Object.assign(style, wanted);
  }

  return {
    opening() {
      const { overflow, overflowX, overflowY } = style;
      before = { overflow, overflowX, overflowY };
    },
    ended(tell) {
      // After Link has hidden and before React takes a dialog down: what that one sets then stays.
      if (isUntouched === null) queueMicrotask(giveBack);
      tell();
      isUntouched ??= style.overflow === 'hidden';
    },
    closing() {
      isUntouched ??= style.overflow === 'hidden';
    },
    settle() {
      giveBack();
      const released = releases();
      if (released !== null) style.overflow = released;
    },
  };
}

type Overflow = Pick<CSSStyleDeclaration, 'overflow' | 'overflowX' | 'overflowY'>;

/** The answer is what the page has set last instead of the lock that was there when Link was made. */
function watchReleases(lockedBy: string): () => string | null {
  const { style } = document.body;
  if (lockedBy !== 'hidden') return () => null;
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
    return released;
  };
}

function readOverflow(css: string): string {
  const { style } = document.createElement('div');
  style.cssText = css;
  return style.overflow;
}
