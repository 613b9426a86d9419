import { isFrameInDocs } from './sharedToolbar.js';

let isSeen = false;

/**
 * On a page of documentation each story is a frame of its own, and plays. It begins when a reader sees it, and does not
 * scroll the page to what it focuses.
 */
export async function waitUntilSeen(): Promise<Record<string, never>> {
  if (isSeen || !isFrameInDocs()) return {};
  const { prototype } = HTMLElement;
  const { focus } = prototype;
  prototype.focus = function focusInPlace(options) {
    focus.call(this, { ...options, preventScroll: true });
  };
  await new Promise<void>((resolve) => {
    const observer = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting) return;
      observer.disconnect();
      isSeen = true;
      resolve();
    });
    observer.observe(document.documentElement);
  });
  return {};
}
