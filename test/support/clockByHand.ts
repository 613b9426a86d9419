import type { Clock } from '../../src/core/ports.js';

/** A clock that stands still until a test moves it. */
export interface ClockByHand extends Clock {
  /** The pauses, in milliseconds, of all that waits for its time, shortest first. */
  readonly waiting: readonly number[];
  /** Lets time pass: what falls due runs at its own moment, and all that follows from it before the next. */
  pass(ms: number): Promise<void>;
  /** Moves the hands alone, as a user does who sets the clock. */
  set(now: number): void;
}

interface Alarm {
  at: number;
  ring: () => void;
}

export function createClockByHand(start = Date.parse('2026-11-20T10:00:00Z')): ClockByHand {
  let now = start;
  let alarms: Alarm[] = [];

  function nextDue(until: number): Alarm | undefined {
    return alarms.filter(({ at }) => at <= until).sort((one, other) => one.at - other.at)[0];
  }

  return {
    now: () => now,
    schedule(ring, ms) {
      const alarm = { at: now + ms, ring };
      alarms.push(alarm);
      return () => void (alarms = alarms.filter((other) => other !== alarm));
    },
    get waiting() {
      return alarms.map(({ at }) => at - now).sort((one, other) => one - other);
    },
    async pass(ms) {
      const until = now + ms;
      await settled();
      for (let due = nextDue(until); due; due = nextDue(until)) {
        const rung = due;
        alarms = alarms.filter((alarm) => alarm !== rung);
        now = Math.max(now, rung.at);
        rung.ring();
        await settled();
      }
      now = until;
    },
    set(moment) {
      now = moment;
    },
  };
}

/** Everything that promises have to do by now is done. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
