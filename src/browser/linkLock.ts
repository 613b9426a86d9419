import type { LinkHolder, LinkLease, LinkLock } from '../core/ports.js';
import { getPageState, type PageState } from './pageState.js';

/** The page's one right to a Link handler. */
export function createLinkLock(getPage: () => PageState = getPageState): LinkLock {
  return {
    isOpen: () => getPage().lease?.isOpen ?? false,
    async acquire(holder) {
      const page = getPage();
      const rivals = [page.claimant, page.lease?.holder];
      if (!holder.isLaunched() && rivals.some((rival) => rival?.isLaunched())) return null;
      page.claimant = holder;
      const isBeaten = () => page.claimant !== holder || page.lease?.isOpen === true;
      while (page.lease && !isBeaten()) {
        const previous = page.lease;
        await previous.holder.release();
        if (page.lease === previous) page.lease = null;
      }
      const isGranted = !isBeaten();
      if (page.claimant === holder) page.claimant = null;
      return isGranted ? grant(page, holder) : null;
    },
  };
}

function grant(page: PageState, holder: LinkHolder): LinkLease {
  const lease = { holder, isOpen: false };
  page.lease = lease;
  return {
    setOpen: () => void (lease.isOpen = true),
    end() {
      if (page.lease === lease) page.lease = null;
    },
  };
}
