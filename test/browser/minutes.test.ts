import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { minutes } from '../../src/browser/minutes.js';

beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-11-20T10:00:59.999Z') }));
afterEach(() => void vi.useRealTimers());

describe('the time in minutes', () => {
  it('stands still within a minute', () => {
    expect(minutes.getSnapshot()).toBe(Date.parse('2026-11-20T10:00:00Z'));
    vi.advanceTimersByTime(1);
    expect(minutes.getSnapshot()).toBe(Date.parse('2026-11-20T10:01:00Z'));
    vi.advanceTimersByTime(59_999);
    expect(minutes.getSnapshot()).toBe(Date.parse('2026-11-20T10:01:00Z'));
  });

  it('is told to all by one timer, and to nobody by none', () => {
    expect(vi.getTimerCount()).toBe(0);
    const heard: string[] = [];
    const stopFirst = minutes.subscribe(() => heard.push('first'));
    const stopSecond = minutes.subscribe(() => heard.push('second'));
    expect(vi.getTimerCount()).toBe(1);
    vi.advanceTimersByTime(60_000);
    stopFirst();
    stopFirst();
    vi.advanceTimersByTime(60_000);
    expect(heard).toEqual(['first', 'second', 'second']);
    stopSecond();
    expect(vi.getTimerCount()).toBe(0);
    minutes.subscribe(() => heard.push('third'))();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('bears a listener that leaves while it is told', () => {
    const heard: string[] = [];
    const stops = [
      minutes.subscribe(() => stops[1]?.()),
      minutes.subscribe(() => heard.push('second')),
      minutes.subscribe(() => heard.push('third')),
    ];
    vi.advanceTimersByTime(60_000);
    expect(heard).toContain('third');
    for (const stop of stops) stop();
    expect(vi.getTimerCount()).toBe(0);
  });
});
