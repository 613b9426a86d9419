import { createServerSentEvents, UpdateModeError, type EndpointChange } from 'react-plaid-update-mode';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { installEventSource, type Connection } from '../support/eventSourceByHand.js';
import { showPage } from '../support/pageVisibility.js';

const URL_OF_EVENTS = '/api/update-mode-events';

/** Subscribes, and keeps what was heard. */
function subscribe(options?: Parameters<typeof createServerSentEvents>[1]) {
  const connections = installEventSource();
  const heard: (EndpointChange | undefined)[] = [];
  const controller = new AbortController();
  onTestFinished(() => controller.abort());
  createServerSentEvents(URL_OF_EVENTS, options)((change) => heard.push(change), controller);
  return {
    connections,
    heard,
    controller,
    get last(): Connection {
      const last = connections.at(-1);
      if (!last) throw new Error('Nobody has connected.');
      return last;
    },
  };
}

describe('server-sent events', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    // In the middle: the pauses are then what they are without chance.
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    return () => {
      vi.useRealTimers();
      vi.restoreAllMocks();
    };
  });

  it('are listened to at the address, with cookies for another origin where asked for', () => {
    const [first] = subscribe().connections;
    expect(first).toMatchObject({ url: URL_OF_EVENTS, withCredentials: false });
    expect(subscribe({ withCredentials: true }).last).toMatchObject({ withCredentials: true });
  });

  it('hint at the Item that they name, and hint as well where they name none', () => {
    const { heard, last } = subscribe();
    last.open();
    expect(heard).toEqual([]);
    last.send('{"item_id":"item-1"}');
    for (const data of ['{}', '{"item_id":7}', '', 'not JSON', '"item-1"', 'null']) last.send(data);
    last.send('{"item_id":"item-1"}', 'ping');
    last.send('{"item_id":"item-1"}', 'message');
    expect(heard).toEqual([{ item_id: 'item-1' }, {}, {}, {}, {}, {}, {}]);
  });

  it('are listened to again after a break, and hint once then, since something may have been missed', () => {
    const { connections, heard, last } = subscribe();
    last.open();
    last.break();
    expect(last.isClosed).toBe(true);
    vi.advanceTimersByTime(999);
    expect(connections).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(connections).toHaveLength(2);
    expect(heard).toEqual([]);
    connections[1]?.open();
    expect(heard).toHaveLength(1);
    vi.advanceTimersByTime(600_000);
    expect(connections).toHaveLength(2);
    expect(heard).toHaveLength(1);
  });

  it('wait longer after each break, up to a minute, and not all at once', () => {
    const world = subscribe();
    const pauses: number[] = [];
    for (let breaks = 0; breaks < 9; breaks += 1) {
      const before = world.connections.length;
      const start = Date.now();
      world.last.break();
      while (world.connections.length === before) vi.advanceTimersByTime(250);
      pauses.push((Date.now() - start) / 1000);
    }
    expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);

    vi.spyOn(Math, 'random').mockReturnValue(0);
    world.last.break();
    vi.advanceTimersByTime(30_000);
    expect(world.connections).toHaveLength(11);
    vi.spyOn(Math, 'random').mockReturnValue(0.999);
    world.last.break();
    vi.advanceTimersByTime(89_000);
    expect(world.connections).toHaveLength(11);
    vi.advanceTimersByTime(1_000);
    expect(world.connections).toHaveLength(12);
  });

  it('begin with short pauses again after a connection that held, not after one that only opened', () => {
    const { connections } = subscribe();
    const breakAfter = (ms: number) => {
      connections.at(-1)?.open();
      vi.advanceTimersByTime(ms);
      connections.at(-1)?.break();
    };
    breakAfter(9_999);
    vi.advanceTimersByTime(1_000);
    breakAfter(9_999);
    vi.advanceTimersByTime(1_999);
    expect(connections).toHaveLength(2);
    vi.advanceTimersByTime(1);
    expect(connections).toHaveLength(3);
    breakAfter(10_000);
    vi.advanceTimersByTime(1_000);
    expect(connections).toHaveLength(4);
  });

  it('hint with the first connection that comes after one that never came', () => {
    const { connections, heard, last } = subscribe();
    last.break();
    vi.advanceTimersByTime(1_000);
    connections[1]?.open();
    expect(heard).toHaveLength(1);
  });

  it('are listened to anew at once when the network comes back, whatever the old connection thinks of itself', () => {
    const { connections, heard, last } = subscribe();
    last.open();
    window.dispatchEvent(new Event('online'));
    expect(last.isClosed).toBe(true);
    expect(connections).toHaveLength(2);
    connections[1]?.open();
    expect(heard).toHaveLength(1);
    // And in the middle of a pause.
    connections[1]?.break();
    window.dispatchEvent(new Event('online'));
    expect(connections).toHaveLength(3);
    vi.advanceTimersByTime(60_000);
    expect(connections).toHaveLength(3);
    // From here on with short pauses.
    connections[2]?.break();
    vi.advanceTimersByTime(1_000);
    expect(connections).toHaveLength(4);
  });

  it('are not listened to by a hidden page, and at once by one that is looked at again', () => {
    const { connections, heard, last } = subscribe();
    last.open();
    showPage('hidden');
    expect(last.isClosed).toBe(true);
    window.dispatchEvent(new Event('online'));
    vi.advanceTimersByTime(600_000);
    expect(connections).toHaveLength(1);
    showPage('visible');
    expect(connections).toHaveLength(2);
    connections[1]?.open();
    expect(heard).toHaveLength(1);
    showPage('visible');
    expect(connections).toHaveLength(2);
  });

  it('end a pause with the hiding of the page', () => {
    const { connections, last } = subscribe();
    last.break();
    showPage('hidden');
    vi.advanceTimersByTime(600_000);
    expect(connections).toHaveLength(1);
  });

  it('wait for a page that is opened in the background to be looked at', () => {
    showPage('hidden');
    const { connections, heard } = subscribe();
    expect(connections).toHaveLength(0);
    showPage('visible');
    connections[0]?.open();
    expect(heard).toHaveLength(1);
  });

  it('end with the subscription, in whatever state', () => {
    const { connections, controller, heard, last } = subscribe();
    last.open();
    controller.abort();
    expect(last.isClosed).toBe(true);
    last.send('{}');
    window.dispatchEvent(new Event('online'));
    showPage('visible');
    expect(connections).toHaveLength(1);

    const other = subscribe();
    other.last.break();
    other.controller.abort();
    vi.advanceTimersByTime(600_000);
    expect(other.connections).toHaveLength(1);
    expect(heard).toEqual([]);
  });

  it('do not begin for a subscription that is over', () => {
    const connections = installEventSource();
    createServerSentEvents(URL_OF_EVENTS)(() => {}, { signal: AbortSignal.abort() });
    expect(connections).toHaveLength(0);
  });

  it('do nothing in a browser that has none', () => {
    expect(typeof EventSource).toBe('undefined');
    const { signal } = new AbortController();
    expect(() => createServerSentEvents(URL_OF_EVENTS)(() => {}, { signal })).not.toThrow();
  });

  it('need an address', () => {
    expect(() => createServerSentEvents(' ')).toThrow(UpdateModeError);
    expect(() => createServerSentEvents('')).toThrow('createServerSentEvents() got no URL');
  });
});
