import { expect, test } from '@playwright/test';
import { createLiveUpdates } from '../../demo/server/liveUpdates.js';

const ROBIN = { id: 'user-robin', name: 'Robin', householdId: 'household-1' };

const signedIn = async () => true;

interface Stream {
  /** The next piece of text; null at the end. */
  next(): Promise<string | null>;
  close(): Promise<void>;
}

function read(response: Response): Stream {
  if (!response.body) throw new Error('The response has no body.');
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
  expect(Object.fromEntries(response.headers)).toMatchObject({
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
  const updates = createLiveUpdates(5);
  const stream = read(updates.open(ROBIN, async () => isSignedIn));
  expect(await stream.next()).toBe(':\n\n');
  expect(await stream.next()).toBe(':\n\n');
  isSignedIn = false;
  while ((await stream.next()) !== null) continue;
  updates.tell('household-1', 'item-1');
  expect(await stream.next()).toBeNull();
});
