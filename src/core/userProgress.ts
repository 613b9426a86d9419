import type { RepairAnswer } from '../protocol/repair.js';
import { createStore, type ReadableStore } from './store.js';

/** How far a user with several broken Items has come, in Items: "2 of 3". */
export interface RepairAllProgress {
  repaired: number;
  total: number;
}

/** Adds up the visits for the whole user. Null until the first answer; a run that is over begins anew with the next. */
export function createUserProgress(): ReadableStore<RepairAllProgress | null> & { take(answer: RepairAnswer): void } {
  const { getSnapshot, subscribe, set } = createStore<RepairAllProgress | null>(null);
  return {
    getSnapshot,
    subscribe,
    take({ progress }) {
      if (!progress) return;
      const before = getSnapshot();
      const isRunOver = before === null || before.repaired === before.total;
      const repaired = (isRunOver ? 0 : before.repaired) + progress.repaired;
      set({ repaired, total: repaired + progress.remaining });
    },
  };
}
