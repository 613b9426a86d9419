import { describe, expect, it } from 'vitest';
import { createStore } from '../../src/core/store.js';

describe('a store', () => {
  it('tells of another value, and not of the same one', () => {
    const store = createStore({ count: 1 });
    const heard: number[] = [];
    store.subscribe(() => heard.push(store.getSnapshot().count));
    const next = { count: 2 };
    store.set(next);
    store.set(next);
    expect(heard).toEqual([2]);
    expect(store.getSnapshot()).toBe(next);
  });

  it('takes not-a-number for the same as itself', () => {
    const store = createStore(Number.NaN);
    const heard: number[] = [];
    store.subscribe(() => heard.push(store.getSnapshot()));
    store.set(Number.NaN);
    expect(heard).toEqual([]);
  });

  it('counts a listener that is given twice as two', () => {
    const store = createStore(0);
    const heard: number[] = [];
    const listener = () => heard.push(store.getSnapshot());
    const stop = store.subscribe(listener);
    store.subscribe(listener);
    store.set(1);
    stop();
    stop();
    store.set(2);
    expect(heard).toEqual([1, 1, 2]);
  });

  it('bears listeners that come and go while it tells', () => {
    const store = createStore(0);
    const heard: string[] = [];
    const stop = store.subscribe(() => {
      stop();
      heard.push('first');
      store.subscribe(() => heard.push('late'));
    });
    store.subscribe(() => heard.push('second'));
    store.set(1);
    expect(heard).toEqual(['first', 'second']);
    store.set(2);
    expect(heard).toEqual(['first', 'second', 'second', 'late']);
  });
});
