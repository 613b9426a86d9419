import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { joinVoices, type Voice } from '../../src/browser/voices.js';

function join(): Voice {
  const voice = joinVoices();
  onTestFinished(voice.leave);
  return voice;
}

beforeEach(() => {
  vi.useFakeTimers();
  return () => void vi.useRealTimers();
});

it('the first of two voices says the news, and the other is silent for a minute', () => {
  const [one, other] = [join(), join()];
  expect(one.isFirst('news')).toBe(true);
  expect(other.isFirst('news')).toBe(false);
  expect(other.isFirst('other news')).toBe(true);
  vi.advanceTimersByTime(59_999);
  expect(other.isFirst('news')).toBe(false);
  vi.advanceTimersByTime(1);
  expect(other.isFirst('news')).toBe(true);
  expect(one.isFirst('news')).toBe(false);
});

it('a voice may repeat itself, and is no longer heard once it has left', () => {
  const [one, other] = [join(), join()];
  expect([one.isFirst('news'), one.isFirst('news')]).toEqual([true, true]);
  one.leave();
  expect(other.isFirst('news')).toBe(true);
});
