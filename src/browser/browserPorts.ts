import type { Attention, Clock, Connectivity, Ports } from '../core/ports.js';
import { createLinkLock } from './linkLock.js';
import { createLinkScript } from './linkScript.js';
import { createOAuthReturn } from './oauthReturn.js';
import { createOutboxStorage } from './outboxStorage.js';
import { createScrollLock } from './scrollLock.js';
import { createTabLocks } from './tabLocks.js';
import { createVisitStorage } from './visitStorage.js';

/** The ports on a real page. Touches nothing until one of them is used, so it can be made on a server. */
export function createBrowserPorts(getNonce: () => string | undefined): Ports {
  return {
    clock,
    connectivity,
    attention,
    oauthReturn: createOAuthReturn(),
    visitStorage: createVisitStorage(),
    linkScript: createLinkScript(clock, getNonce),
    linkLock: createLinkLock(),
    scrollLock: createScrollLock(),
    outboxStorage: createOutboxStorage(),
    tabLocks: createTabLocks(clock, createId),
    random: Math.random,
    createId,
  };
}

const clock: Clock = {
  now: () => Date.now(),
  schedule(callback, ms) {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};

const attention: Attention = {
  onReturn(callback) {
    const onVisible = () => {
      if (document.visibilityState === 'visible') callback();
    };
    // The page beside another window is visible all the time: there the focus tells.
    window.addEventListener('focus', callback);
    document.addEventListener('visibilitychange', onVisible);
    return () => {
      window.removeEventListener('focus', callback);
      document.removeEventListener('visibilitychange', onVisible);
    };
  },
};

const connectivity: Connectivity = {
  isOnline: () => navigator.onLine,
  onReturn(callback) {
    const stopWatching = attention.onReturn(callback);
    window.addEventListener('online', callback);
    return () => {
      stopWatching();
      window.removeEventListener('online', callback);
    };
  },
};

/** `crypto.randomUUID` exists on https and localhost only; a phone on the developer's own network has neither. */
function createId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
