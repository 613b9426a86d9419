import type { Clock } from './ports.js';

/**
 * How a repaired connection comes back: `syncing` until its data flows again, then `connected` for the
 * moment in which the banner says so.
 */
export type Recovery = 'none' | 'syncing' | 'connected';

export interface RecoveryContext {
  clock: Clock;
  onChange(recovery: Recovery): void;
  /** Its time is up. */
  onOver(): void;
}

/** A recovery and its time: neither lasts for ever. */
export function createRecovery({ clock, onChange, onOver }: RecoveryContext) {
  let current: Recovery = 'none';
  let endsAt = 0;
  let longest = 0;
  let isStopped = false;
  let cancelTimer = () => {};

  function set(recovery: Recovery, ms: number): void {
    endsAt = clock.now() + ms;
    longest = ms;
    if (recovery !== current) {
      current = recovery;
      onChange(recovery);
    }
    schedule();
  }

  function schedule(): void {
    cancelTimer();
    if (isStopped || current === 'none') return;
    const end = () => {
      set('none', 0);
      onOver();
    };
    // More than it ever had: the device's clock was set back meanwhile.
    cancelTimer = clock.schedule(end, Math.min(longest, Math.max(0, endsAt - clock.now())));
  }

  return {
    begin: (recovery: 'syncing' | 'connected', ms: number) => set(recovery, ms),
    end: () => set('none', 0),
    /** Goes on where `stop` left off. */
    start(): void {
      isStopped = false;
      schedule();
    },
    /** Stops the clock. */
    stop(): void {
      isStopped = true;
      cancelTimer();
    },
  };
}
