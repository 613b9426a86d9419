import { expect, test } from '@playwright/test';
import { createLiveUpdates } from '../../demo/server/liveUpdates.js';

const ROBIN = { id: 'user-robin', name: 'Robin', householdId: 'household-1' };

const signedIn = async () => true;

interface Stream {
  /** The next piece of text; null at the end. */
  next(): Promise<string | null>;
  close(): Promise<void>;
}

function read(response: Response | null): Stream {
  if (!response?.body) throw new Error('The response has no body.');
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  return {
    async next() {
      const { done, value } = await reader.read();
      return done ? null : value;
    },
    close: () => reader.cancel(),
  };
}

test('a page hears which of its household’s connections to look at again, and of no others', async () => {
  const updates = createLiveUpdates();
  const response = updates.open(ROBIN, signedIn);
  expect(Object.fromEntries(response?.headers ?? [])).toMatchObject({
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
  });
  const stream = read(response);
  expect(await stream.next()).toBe(':\n\n');
  updates.tell('household-2', 'item-of-others');
  updates.tell('household-1', 'item-1');
  expect(await stream.next()).toBe('event: change\ndata: {"item_id":"item-1"}\n\n');
  await stream.close();
  updates.tell('household-1', 'item-2');
});

test('the stream beats while its user is signed in, and ends with the session', async () => {
  let isSignedIn = true;
  const updates = createLiveUpdates({ heartbeatMs: 5 });
  const stream = read(updates.open(ROBIN, async () => isSignedIn));
  expect(await stream.next()).toBe(':\n\n');
  expect(await stream.next()).toBe(':\n\n');
  isSignedIn = false;
  while ((await stream.next()) !== null) continue;
  updates.tell('household-1', 'item-1');
  expect(await stream.next()).toBeNull();
});

test('a user has so many streams and no more, until one is closed', async () => {
  const updates = createLiveUpdates({ mostOfUser: 2 });
  const open = (id: string) => updates.open({ ...ROBIN, id }, signedIn);
  const streams = [open('user-robin'), open('user-robin'), open('user-sam')];
  expect(streams).not.toContain(null);
  expect(open('user-robin')).toBeNull();
  await streams[0]?.body?.cancel();
  streams.push(open('user-robin'));
  expect(streams.at(-1)).not.toBeNull();
  expect(open('user-robin')).toBeNull();
  for (const stream of streams.slice(1)) await stream?.body?.cancel();
});

test('all users together have so many streams and no more', async () => {
  const updates = createLiveUpdates({ mostInAll: 3 });
  const streams = ['a', 'b', 'c'].map((id) => read(updates.open({ ...ROBIN, id }, signedIn)));
  expect(updates.open({ ...ROBIN, id: 'd' }, signedIn)).toBeNull();
  for (const stream of streams) await stream.close();
});

test('the stream ends where nobody reads it, instead of keeping what was never fetched', async () => {
  const updates = createLiveUpdates({ mostOfUser: 1 });
  const response = updates.open(ROBIN, signedIn);
  for (let count = 0; count < 1000; count += 1) updates.tell('household-1', `item-${count}`);
  const stream = read(response);
  let events = 0;
  while ((await stream.next()) !== null) events += 1;
  expect(events).toBeLessThan(200);
  const next = read(updates.open(ROBIN, signedIn));
  await next.close();
});
