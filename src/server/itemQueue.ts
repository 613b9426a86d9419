/** Runs something about one Item while nothing else that was given the same Item's id runs. */
export type Exclusively = <Value>(itemId: string, run: () => Promise<Value>) => Promise<Value>;

/** A queue for each Item, within this process: first come, first served. */
export function createItemQueue(): Exclusively {
  const lastOf = new Map<string, Promise<unknown>>();
  return async (itemId, run) => {
    const before = lastOf.get(itemId);
    const turn = before ? before.then(run, run) : run();
    lastOf.set(itemId, turn);
    try {
      return await turn;
    } finally {
      if (lastOf.get(itemId) === turn) lastOf.delete(itemId);
    }
  };
}
