import { readFileSync } from 'node:fs';
import { Hono } from 'hono';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createPageNews } from './support/pageNews.js';

const EVENT = 'event: change\ndata: {"item_id":"item-1"}\n\n';
const session = (userId: string, sessionId = `${userId}-session`) => ({ userId, sessionId });
const signedIn = async () => true;

/** What has arrived at a page. */
function read(response: Response) {
  const { body } = response;
  if (!body) throw new Error('The response has no body.');
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  let isOver = false;
  const whole = (async () => {
    for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) text += value;
    isOver = true;
  })();
  return { text: () => text, isOver: () => isOver, leave: () => reader.cancel(), whole };
}

describe("the guide's stream of events", () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    return () => void vi.useRealTimers();
  });

  it('stands in the guide as it is here', () => {
    const guide = readFileSync(new URL('../../docs/live-updates.md', import.meta.url), 'utf8');
    const code = readFileSync(new URL('./support/pageNews.ts', import.meta.url), 'utf8');
    expect(guide).toContain(code);
  });

  it('begins at once, is not to be kept or gathered, and tells each user of their own alone', async () => {
    const news = createPageNews();
    const app = new Hono();
    app.get('/api/update-mode-events', () => news.open(session('user-1'), signedIn));
    const response = await app.request('/api/update-mode-events');
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    const mine = read(response);
    const other = read(news.open(session('user-1', 'another device'), signedIn));
    const theirs = read(news.open(session('user-2'), signedIn));
    await vi.waitFor(() => expect([mine.text(), other.text(), theirs.text()]).toEqual([':\n\n', ':\n\n', ':\n\n']));
    news.tell('user-1', 'item-1');
    await vi.waitFor(() => expect([mine.text(), other.text()]).toEqual([`:\n\n${EVENT}`, `:\n\n${EVENT}`]));
    expect(theirs.text()).toBe(':\n\n');
  });

  it('beats while the user is signed in, and ends where they are not or nobody can tell', async () => {
    const news = createPageNews();
    let isSignedIn = async () => true;
    const page = read(news.open(session('user-1'), () => isSignedIn()));
    vi.advanceTimersByTime(20_000);
    await vi.waitFor(() => expect(page.text()).toBe(':\n\n:\n\n'));
    isSignedIn = async () => false;
    vi.advanceTimersByTime(20_000);
    await page.whole;
    expect(vi.getTimerCount()).toBe(0);

    const unsure = read(news.open(session('user-1'), () => Promise.reject(new Error('The database is away.'))));
    vi.advanceTimersByTime(20_000);
    await unsure.whole;
    expect(vi.getTimerCount()).toBe(0);
    news.tell('user-1', 'item-1');
    expect(page.text() + unsure.text()).not.toContain('event');
  });

  it('ends with the session, on that browser alone', async () => {
    const news = createPageNews();
    const here = read(news.open(session('user-1', 'here'), signedIn));
    const there = read(news.open(session('user-1', 'there'), signedIn));
    news.signOut('here');
    await here.whole;
    news.tell('user-1', 'item-1');
    await vi.waitFor(() => expect(there.text()).toContain(EVENT));
    expect(here.text()).not.toContain(EVENT);
    expect(there.isOver()).toBe(false);
  });

  it('is forgotten when the page has gone', async () => {
    const news = createPageNews();
    const page = read(news.open(session('user-1'), signedIn));
    await page.leave();
    await vi.waitFor(() => expect(vi.getTimerCount()).toBe(0));
    expect(() => news.tell('user-1', 'item-1')).not.toThrow();
  });
});
