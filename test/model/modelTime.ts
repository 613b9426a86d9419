import type { Clock } from '../../src/core/ports.js';
import { settled } from '../support/clockByHand.js';

/** A page's clock. Its timers go by the time that passes, as a browser's do; what it shows is the user's to set. */
export interface PageClock extends Clock {
  readonly timers: number;
}

export type ModelTime = ReturnType<typeof createModelTime>;

interface Alarm {
  at: number;
  ring: () => void;
  isDead: () => boolean;
}

/** What a browser's timer holds: a longer one would ring at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;
const START = Date.parse('2026-11-20T10:00:00Z');

/** The one time of all, and the device's idea of it. */
export function createModelTime() {
  let elapsed = 0;
  let offset = 0;
  const alarms = new Set<Alarm>();

  function nextDue(until: number): Alarm | null {
    let next: Alarm | null = null;
    for (const alarm of alarms) {
      if (alarm.isDead()) alarms.delete(alarm);
      else if (alarm.at <= until && (!next || alarm.at < next.at)) next = alarm;
    }
    return next;
  }

  return {
    /** The server's clock, which is right. */
    now: () => START + elapsed,
    device: () => START + elapsed + offset,
    setDevice: (ms: number) => void (offset = ms),
    page(isDead: () => boolean): PageClock {
      return {
        now: () => START + elapsed + offset,
        schedule(ring, ms) {
          if (!(ms <= LONGEST_TIMER_MS)) throw new Error(`A timer of ${ms} ms is more than a browser holds.`);
          const alarm: Alarm = { at: elapsed + Math.max(0, ms), ring, isDead };
          if (!isDead()) alarms.add(alarm);
          return () => void alarms.delete(alarm);
        },
        get timers() {
          return [...alarms].filter((alarm) => alarm.isDead === isDead && !isDead()).length;
        },
      };
    },
    /** Lets time pass: what falls due runs at its own moment, and all that follows from it before the next. */
    async pass(ms: number, settle: () => Promise<void> = settled): Promise<void> {
      const until = elapsed + ms;
      for (let due = nextDue(until); due; due = nextDue(until)) {
        alarms.delete(due);
        elapsed = Math.max(elapsed, due.at);
        due.ring();
        await settle();
      }
      elapsed = until;
    },
  };
}
