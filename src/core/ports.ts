import type { OutboxStorage } from './outboxStorage.js';

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

export interface Ports {
  clock: Clock;
  connectivity: Connectivity;
  linkScript: LinkScript;
  linkLock: LinkLock;
  scrollLock: ScrollLock;
  outboxStorage: OutboxStorage;
  /** A fresh id that nobody can guess, for idempotency keys. */
  createId(): string;
}
