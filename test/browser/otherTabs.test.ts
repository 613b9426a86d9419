import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createOtherTabs } from '../../src/browser/otherTabs.js';

/** A tab, and how many hints it has heard. */
function openTab(scope = 'user-1') {
  const tab = createOtherTabs(scope);
  let hints = 0;
  const close = tab.listen(() => (hints += 1));
  onTestFinished(close);
  return { tab, close, hints: () => hints };
}

/** What was said before this has been heard by everybody who listens. */
async function untilHeard(scope = 'user-1'): Promise<void> {
  const listener = openTab(scope);
  createOtherTabs(scope).tell();
  await vi.waitFor(() => expect(listener.hints()).toBe(1));
  listener.close();
}

describe('the tabs of one user', () => {
  it('hear one another, and not themselves', async () => {
    const [one, other] = [openTab(), openTab()];
    one.tab.tell();
    await vi.waitFor(() => expect(other.hints()).toBe(1));
    expect(one.hints()).toBe(0);
  });

  it('hear also one that does not listen', async () => {
    const listener = openTab();
    createOtherTabs('user-1').tell();
    await vi.waitFor(() => expect(listener.hints()).toBe(1));
  });

  it('hear nothing of another user’s, nor of what they can’t understand', async () => {
    const [mine, theirs] = [openTab(), openTab('user-10')];
    theirs.tab.tell();
    await untilHeard('user-10');
    const channel = new BroadcastChannel('react-plaid-update-mode:user-1');
    onTestFinished(() => channel.close());
    for (const data of [null, 'changed', 7, {}, { version: 2, type: 'changed' }, { version: 1, type: 'other' }]) {
      channel.postMessage(data);
    }
    channel.postMessage({ version: 1, type: 'changed' });
    await vi.waitFor(() => expect(mine.hints()).toBe(1));
  });

  it('say nothing but that something has changed', async () => {
    const channel = new BroadcastChannel('react-plaid-update-mode:user-1');
    onTestFinished(() => channel.close());
    const heard: unknown[] = [];
    channel.onmessage = ({ data }) => heard.push(data);
    createOtherTabs('user-1').tell();
    await vi.waitFor(() => expect(heard).toEqual([{ version: 1, type: 'changed' }]));
  });

  it('hear nothing after they have stopped', async () => {
    const listener = openTab();
    listener.close();
    createOtherTabs('user-1').tell();
    await untilHeard();
    expect(listener.hints()).toBe(0);
    listener.tab.tell();
  });

  it.each([
    ['has no channel', undefined],
    [
      'allows none',
      class {
        constructor() {
          throw new DOMException('Storage is disabled.', 'SecurityError');
        }
      },
    ],
  ])('are each alone in a browser that %s', (_, channel) => {
    vi.stubGlobal('BroadcastChannel', channel);
    onTestFinished(() => void vi.unstubAllGlobals());
    const { tab, close, hints } = openTab();
    expect(() => tab.tell()).not.toThrow();
    expect(() => close()).not.toThrow();
    expect(hints()).toBe(0);
  });
});
