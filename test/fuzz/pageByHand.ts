/** A page that is looked at, with the server's end of its EventSource, as long as `run` runs. */
export async function withPage(run: (send: (data: unknown) => void) => Promise<void>): Promise<void> {
  const sources: EventTarget[] = [];
  class EventSourceByHand extends EventTarget {
    constructor() {
      super();
      sources.push(this);
    }
    close(): void {}
  }
  const page = {
    window: new EventTarget(),
    document: Object.assign(new EventTarget(), { visibilityState: 'visible' }),
    EventSource: EventSourceByHand,
  };
  const names = Object.entries(page);
  const before = names.map(([name]) => Object.getOwnPropertyDescriptor(globalThis, name));
  for (const [name, value] of names) Object.defineProperty(globalThis, name, { value, configurable: true });
  try {
    await run((data) => {
      for (const source of sources) source.dispatchEvent(new MessageEvent('change', { data }));
    });
  } finally {
    for (const [index, [name]] of names.entries()) {
      const descriptor = before[index];
      if (descriptor) Object.defineProperty(globalThis, name, descriptor);
      else Reflect.deleteProperty(globalThis, name);
    }
  }
}
