import type { Clock, TabLocks } from '../core/ports.js';
import { joinPageQueue } from './pageQueue.js';
import { getPageState, type PageState } from './pageState.js';
import { takeTabLease } from './tabLease.js';

const PREFIX = 'react-plaid-update-mode.';
/** A browser with a process for each tab tells of a right that is free sooner than of what its last holder has written. */
const SETTLE_MS = 500;

/**
 * One tab at a time by Web Locks, which end with their page however that ends. Browsers have them on https and on
 * localhost only; elsewhere a lease in localStorage stands in, and without that each page is alone. A page that the
 * browser keeps for the way back gives its rights to the others, and queues for them again once it is shown.
 */
export function createTabLocks(
  clock: Clock,
  createId: () => string,
  getPage: () => PageState = getPageState,
): TabLocks {
  function takeLease(name: string, onGranted: () => void, onLost: () => void): () => void {
    let release = () => {};
    const leave = joinPageQueue(getPage(), name, () => {
      release = takeTabLease(name, createId(), clock, onGranted, onLost);
    });
    return () => {
      release();
      leave();
    };
  }

  return {
    request(name, onGranted, onLost) {
      let isOver = false;
      let isTold = false;
      const grant = () => {
        if (isOver || isTold) return;
        isTold = true;
        onGranted();
      };
      const lose = () => {
        if (isOver || !isTold) return;
        isTold = false;
        onLost?.();
      };
      const take = () => takeWebLock(PREFIX + name, clock, grant, () => takeLease(name, grant, lose));
      let giveBack = take();
      let isAside = false;
      const onHide = () => {
        isAside = true;
        giveBack();
        lose();
      };
      const onShow = () => {
        if (isAside) giveBack = take();
        isAside = false;
      };
      window.addEventListener('pagehide', onHide);
      window.addEventListener('pageshow', onShow);
      return () => {
        isOver = true;
        window.removeEventListener('pagehide', onHide);
        window.removeEventListener('pageshow', onShow);
        giveBack();
      };
    },
  };
}

/** Goes the other way where the browser has no Web Locks, or refuses them, as in a frame without an origin. */
function takeWebLock(name: string, clock: Clock, onGranted: () => void, takeOtherwise: () => () => void): () => void {
  const locks: LockManager | undefined = navigator.locks;
  if (!locks) return takeOtherwise();
  let isOver = false;
  let isGranted = false;
  const controller = new AbortController();
  let release = () => controller.abort();
  const hold = (tell: () => () => void) =>
    new Promise<void>((resolve) => {
      isGranted = true;
      if (isOver) return resolve();
      const cancel = tell();
      release = () => {
        cancel();
        resolve();
      };
    });
  const tellAtOnce = () => {
    queueMicrotask(onGranted);
    return () => {};
  };
  const request = async () => {
    await locks.request(name, { ifAvailable: true }, (lock) => (lock ? hold(tellAtOnce) : null));
    if (isGranted || isOver) return;
    // Another had it until now.
    await locks.request(name, { signal: controller.signal }, () => hold(() => clock.schedule(onGranted, SETTLE_MS)));
  };
  request().catch(() => {
    if (!isOver && !isGranted) release = takeOtherwise();
  });
  return () => {
    isOver = true;
    release();
  };
}
