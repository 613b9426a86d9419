import { isBehind, type Door } from './doors.js';

/** Before the other side has heard of the request, or after it has done its work and before anyone hears the answer. */
export type Phase = 'before' | 'after';

export interface Gate {
  /** A request has come to the gate and waits there. */
  readonly reached: Promise<void>;
  /** Lets through what waits, and all that comes. */
  open(): void;
}

export interface Gates {
  close(door: Door, phase: Phase): Gate;
  pass(door: Door, phase: Phase): Promise<void>;
  openAll(): void;
}

/** Stops requests at a door until somebody opens it: how a row gets a moment to hold still. */
export function createGates(): Gates {
  const closed = new Set<{ door: Door; phase: Phase; arrive(): void; opened: Promise<void>; open(): void }>();

  return {
    close(door, phase) {
      let arrive = () => {};
      let open = () => {};
      const reached = new Promise<void>((resolve) => (arrive = resolve));
      const opened = new Promise<void>((resolve) => (open = resolve));
      const gate = { door, phase, arrive, opened, open };
      closed.add(gate);
      return {
        reached,
        open() {
          closed.delete(gate);
          open();
        },
      };
    },
    async pass(door, phase) {
      const inTheWay = [...closed].filter((gate) => gate.phase === phase && isBehind(door, gate.door));
      for (const gate of inTheWay) gate.arrive();
      await Promise.all(inTheWay.map(({ opened }) => opened));
    },
    openAll() {
      for (const gate of closed) gate.open();
      closed.clear();
    },
  };
}
