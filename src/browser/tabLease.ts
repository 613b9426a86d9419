import type { Clock } from '../core/ports.js';
import { createTextStorage } from './textStorage.js';

const PREFIX = 'react-plaid-update-mode.lock.';
const HEARTBEAT_MS = 20_000;
/** For so long a dead tab is waited for. A hidden one's timers run once a minute: its heartbeat may be missed once. */
const LEASE_MS = 150_000;
/** Two tabs may write at once, and a browser's processes hear of each other's writing a little later. */
const SETTLE_MS = 300;
/** No lease of ours ends later, though another process's clock may be ahead a little. */
const LONGEST_LEFT_MS = 2 * LEASE_MS;

/**
 * A right among tabs for browsers without Web Locks: a lease in localStorage, renewed by a heartbeat, taken over once it
 * has run out. Where nothing can be written, nobody is waited for. `onGranted` may be called again after a lease was
 * lost, to a clock that jumped or in a tab that the browser froze. The answer gives it back.
 */
export function takeTabLease(
  name: string,
  holder: string,
  clock: Clock,
  onGranted: () => void,
  onLost: () => void,
): () => void {
  const storage = createTextStorage('localStorage', PREFIX);
  /** Whether it was ours when we last looked: to be asked for, or to be kept. */
  let isClaimed = false;
  let cancelTimer = () => {};

  function wait(ms: number): void {
    cancelTimer();
    cancelTimer = clock.schedule(look, ms);
  }

  function look(): void {
    const left = readOthers();
    if (left > 0) {
      if (isClaimed) onLost();
      isClaimed = false;
      return wait(Math.min(left, HEARTBEAT_MS));
    }
    const wasClaimed = isClaimed;
    isClaimed = true;
    const isWritten = storage.write(name, `${clock.now() + LEASE_MS} ${holder}`);
    if (isWritten && !wasClaimed) return wait(SETTLE_MS);
    wait(HEARTBEAT_MS);
    onGranted();
  }

  /** For how many milliseconds somebody else still has it. */
  function readOthers(): number {
    const [until, whose] = (storage.read(name) ?? '').split(' ');
    const left = Number(until) - clock.now();
    // A later end than any can have: the clock was set back since, or somebody else has put it there.
    return whose !== undefined && whose !== holder && left > 0 && left <= LONGEST_LEFT_MS ? left : 0;
  }

  function onStorage({ key }: StorageEvent): void {
    if (!isClaimed && (key === null || key === PREFIX + name)) look();
  }

  window.addEventListener('storage', onStorage);
  look();
  return () => {
    cancelTimer();
    window.removeEventListener('storage', onStorage);
    if (storage.read(name)?.endsWith(` ${holder}`)) storage.remove(name);
  };
}
