import type { Fault } from '../fault.js';

/** Several faults in the same moment, in the order given; what ends is the last one first. */
export function combine(...faults: readonly Fault[]): Fault {
  return {
    name: faults.map(({ name }) => name).join(' and '),
    async prepare(stage) {
      for (const fault of faults) await fault.prepare?.(stage);
    },
    async begin(stage) {
      for (const fault of faults) await fault.begin(stage);
    },
    async end(stage) {
      for (const fault of faults.toReversed()) await fault.end(stage);
    },
  };
}
