import type { OutboxStorage } from './outboxStorage.js';
import type { VisitStorage } from './visitStorage.js';

/** Time, so that a test can hold it still. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs `callback` after `ms`; the answer cancels it. */
  schedule(callback: () => void, ms: number): () => void;
}

/** Whether the device believes that it has a network. */
export interface Connectivity {
  isOnline(): boolean;
  /** Calls back when the network comes back, and when the page is looked at again. */
  onReturn(callback: () => void): () => void;
}

/** Plaid's script. */
export interface LinkScript {
  /** Loads it once for the page, and anew after a failure. Rejects with an `UpdateModeError` `script_failed`. */
  load(): Promise<void>;
}

/** The page's own scroll lock, as open dialogs set it. */
export interface ScrollLock {
  isLocked(): boolean;
}

/** Whoever has the right to a Link handler, or wants it. */
export interface LinkHolder {
  /** Whether its user has asked for Link. A mere preparation never takes the right from one that has. */
  isLaunched(): boolean;
  /** Asked to give way; resolves once the hidden handler is gone. Never asked while its Link is open. */
  release(): Promise<void>;
}

export interface LinkLease {
  /** While open, nobody can take the right away. */
  setOpen(): void;
  end(): void;
}

/** The right to have a Link handler: one for the whole page, whatever copies of this library it holds. */
export interface LinkLock {
  /** Whether anybody's Link is open right now. */
  isOpen(): boolean;
  /**
   * Takes the right from whoever has it; the newest call wins. Resolves with `null` when a newer call, a launch
   * or an open Link stands in the way: what the user sees or has asked for is never taken away.
   */
  acquire(holder: LinkHolder): Promise<LinkLease | null>;
}

/** The page's address, to which a bank sends the user back where Link had to leave the page. */
export interface OAuthReturn {
  /**
   * The address that Plaid's `oauth_state_id` came with, without its fragment; null where there is none, and for
   * everybody but the first who asks: Plaid takes such an id once.
   */
  take(): string | null;
  /** Leaves it to whoever asks next. */
  giveBack(): void;
  /** Takes Plaid's part out of the address, and leaves all else in it and in the history as it is. */
  clean(): void;
}

/** Whether the user is looking. */
export interface Attention {
  /** Calls back when the user turns to the page again. */
  onReturn(callback: () => void): () => void;
}

/** A right that one tab of this browser has at a time. It ends with the page that has it, however that ends. */
export interface TabLocks {
  /**
   * Waits for the right to `name` behind whoever has it, also on the same page, however long that takes; `onGranted`
   * is never called at once. The answer gives the right back, or stops waiting for it.
   *
   * `onLost`: the browser has put the page aside for the way back, or frozen it for too long, and the right is others'. It
   * is waited for anew, and `onGranted` called again.
   */
  request(name: string, onGranted: () => void, onLost?: () => void): () => void;
}

export interface Ports {
  clock: Clock;
  connectivity: Connectivity;
  attention: Attention;
  oauthReturn: OAuthReturn;
  visitStorage: VisitStorage;
  linkScript: LinkScript;
  linkLock: LinkLock;
  scrollLock: ScrollLock;
  outboxStorage: OutboxStorage;
  tabLocks: TabLocks;
  /** At least 0 and less than 1, to spread attempts. */
  random(): number;
  /** A fresh id that nobody can guess, for idempotency keys. */
  createId(): string;
}
