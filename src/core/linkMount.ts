import type { MountedLink } from './mountedLink.js';
import type { Store } from './store.js';

export type LinkMount = ReturnType<typeof createLinkMount>;

/** A Link's place on the page. `LinkHost` puts it up and takes it down when React gets to it, and says so here. */
export function createLinkMount(mountedLink: Store<MountedLink | null>, onLost: () => void) {
  let key: string | null = null;
  let isUp = false;
  const waiting: (() => void)[] = [];

  function isWanted(): boolean {
    return key !== null && mountedLink.getSnapshot()?.key === key;
  }

  return {
    isFor: (aKey: string) => key === aKey,
    isUp: () => isUp,
    put(link: MountedLink): void {
      key = link.key;
      mountedLink.set(link);
    },
    takeDown(): void {
      if (isWanted()) mountedLink.set(null);
    },
    /** Takes it down and listens to it no longer. */
    forget(): void {
      if (isWanted()) mountedLink.set(null);
      key = null;
    },
    whenDown(): Promise<void> {
      return isUp ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve();
    },
    mounted(): void {
      isUp = true;
    },
    unmounted(): void {
      isUp = false;
      for (const resolve of waiting.splice(0)) resolve();
      // StrictMode takes every effect down and puts it up again in one go: what is still down after that is gone.
      queueMicrotask(() => {
        if (!isUp && isWanted()) onLost();
      });
    },
  };
}
