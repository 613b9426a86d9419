import type { LinkLock } from '../core/ports.js';
import { getPageState } from './pageState.js';

/** The page's one right to a Link handler. */
export function createLinkLock(): LinkLock {
  return {
    isOpen: () => getPageState().lease?.isOpen ?? false,
    async acquire(holder) {
      const page = getPageState();
      const claim = ++page.claims;
      const isBeaten = () => page.claims !== claim || page.lease?.isOpen === true;
      while (page.lease && !isBeaten()) {
        const previous = page.lease;
        await previous.holder.release();
        if (page.lease === previous) page.lease = null;
      }
      if (isBeaten()) return null;
      const lease = { holder, isOpen: false };
      page.lease = lease;
      return {
        setOpen: () => void (lease.isOpen = true),
        end() {
          if (page.lease === lease) page.lease = null;
        },
      };
    },
  };
}
