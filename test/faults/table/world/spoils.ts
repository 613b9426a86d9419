import { isBehind, type Door } from './doors.js';
import type { Phase } from './gates.js';

/** What becomes of an answer. */
export type Spoil =
  /** Another answer in its place; `{}` where there is no body to speak of. */
  | { kind: 'answer'; status: number; headers?: Record<string, string> | undefined; body: string }
  /** The connection breaks without a word. */
  | { kind: 'reset' }
  /** It breaks in the middle of the answer. */
  | { kind: 'cut' }
  /** Nothing ever comes. */
  | { kind: 'silence' };

interface SetSpoil {
  door: Door;
  phase: Phase;
  spoil: Spoil;
  /** How many requests it is for. */
  times: number;
}

export interface Spoils {
  /** Phase `before`: the other side never hears of the request. `after`: it has done its work. */
  set(door: Door, phase: Phase, spoil: Spoil, times?: number): void;
  clear(): void;
  take(door: Door, phase: Phase): Spoil | null;
  /** Whether there is one that no request has met yet. */
  areUntaken(): boolean;
}

export function createSpoils(): Spoils {
  let spoils: SetSpoil[] = [];
  let taken = 0;
  return {
    set(door, phase, spoil, times = Number.POSITIVE_INFINITY) {
      spoils.push({ door, phase, spoil, times });
    },
    clear() {
      spoils = [];
    },
    take(door, phase) {
      const found = spoils.find((set) => set.phase === phase && set.times > 0 && isBehind(door, set.door));
      if (!found) return null;
      found.times -= 1;
      taken += 1;
      return found.spoil;
    },
    areUntaken: () => spoils.length > 0 && taken === 0,
  };
}
