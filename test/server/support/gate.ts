/** Holds something up until the test lets it go. */
export interface Gate {
  /** Resolves once `open` is called. */
  wait(): Promise<void>;
  /** Resolves once somebody waits. */
  reached: Promise<void>;
  open(): void;
}

export function createGate(): Gate {
  let open = (): void => {};
  let arrive = (): void => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const reached = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  return {
    wait() {
      arrive();
      return opened;
    },
    reached,
    open: () => open(),
  };
}
