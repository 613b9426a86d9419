import type { Ports } from './ports.js';

/** A visit on Plaid's own page, of which this page never hears. */
export interface HostedWatch {
  /** The server has been asked, and the visit is not over by what it says. */
  notYet(): void;
  end(): void;
}

export type HostedVisits = ReturnType<typeof createHostedVisits>;

/** After the user's return: the server may need a moment to see what they have done at the bank. */
const PAUSES_MS = [5_000, 10_000, 15_000, 30_000];

interface Entry {
  ask: () => void;
  isAsking: boolean;
  asked: number;
  cancelTimer: () => void;
}

/** Asks after such visits when the user turns to this page again, and a few times more. */
export function createHostedVisits({ clock, attention }: Pick<Ports, 'clock' | 'attention'>) {
  const entries = new Set<Entry>();
  let isStopped = true;
  let stopListening = () => {};

  function ask(entry: Entry): void {
    entry.cancelTimer();
    if (entry.isAsking || isStopped) return;
    entry.isAsking = true;
    entry.ask();
  }

  function askAll(): void {
    for (const entry of [...entries]) {
      entry.asked = 0;
      ask(entry);
    }
  }

  return {
    watch(asks: () => void): HostedWatch {
      const entry: Entry = { ask: asks, isAsking: false, asked: 0, cancelTimer: () => {} };
      entries.add(entry);
      return {
        notYet() {
          entry.isAsking = false;
          const pause = PAUSES_MS[entry.asked++];
          if (pause !== undefined && entries.has(entry) && !isStopped) {
            entry.cancelTimer = clock.schedule(() => ask(entry), pause);
          }
        },
        end() {
          entry.cancelTimer();
          entries.delete(entry);
        },
      };
    },
    start(): void {
      isStopped = false;
      stopListening = attention.onReturn(askAll);
      askAll();
    },
    stop(): void {
      isStopped = true;
      stopListening();
      for (const { cancelTimer } of entries) cancelTimer();
    },
  };
}
