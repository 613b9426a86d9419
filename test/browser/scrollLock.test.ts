import { afterEach, describe, expect, it } from 'vitest';
import { createScrollLock, guardScroll } from '../../src/browser/scrollLock.js';
import { settled } from '../support/clockByHand.js';

const { style } = document.body;
const { isLocked } = createScrollLock();

afterEach(() => {
  document.body.removeAttribute('style');
  document.head.replaceChildren();
});

describe('the page’s scroll lock', () => {
  it.each([
    ['', false],
    ['overflow: auto', false],
    ['overflow: hidden', true],
    ['overflow-y: hidden', true],
    ['overflow-y: scroll', false],
  ])('is read from the body: %j', (css, expected) => {
    style.cssText = css;
    expect(isLocked()).toBe(expected);
  });

  it('is read also where a stylesheet sets it', () => {
    const sheet = document.createElement('style');
    sheet.textContent = '.has-dialog { overflow-y: hidden }';
    document.head.append(sheet);
    expect(isLocked()).toBe(false);
    document.body.className = 'has-dialog';
    expect(isLocked()).toBe(true);
    document.body.removeAttribute('class');
  });
});

describe('guarding the scroll while a Link exists', () => {
  it('leaves a page alone on which nothing was locked', () => {
    const { settle } = guardScroll();
    style.overflow = 'hidden';
    settle();
    expect(style.overflow).toBe('hidden');
  });

  it('leaves the lock of a dialog that is still open', async () => {
    style.overflow = 'hidden';
    const { settle } = guardScroll();
    await settled();
    style.overflow = 'hidden';
    settle();
    expect(style.overflow).toBe('hidden');
  });

  it.each(['', 'auto', 'scroll'])('gives back %j, which a dialog left that closed before Link did', async (left) => {
    style.overflow = 'hidden';
    const { settle } = guardScroll();
    style.overflow = left;
    await settled();
    style.overflow = 'hidden';
    await settled();
    settle();
    expect(style.overflow).toBe(left);
  });

  it('gives it back also where the dialog closes and Link writes in one go', () => {
    style.cssText = 'color: red; overflow: hidden';
    const { settle } = guardScroll();
    style.overflow = 'auto';
    style.overflow = 'hidden';
    settle();
    expect(style.overflow).toBe('auto');
    expect(style.color).toBe('red');
  });

  it('leaves what the page has set after Link', async () => {
    style.overflow = 'hidden';
    const { settle } = guardScroll();
    style.overflow = '';
    await settled();
    style.overflow = 'clip';
    settle();
    expect(style.overflow).toBe('clip');
  });

  it('is over afterwards', async () => {
    style.overflow = 'hidden';
    const { settle } = guardScroll();
    style.overflow = '';
    await settled();
    settle();
    style.overflow = 'hidden';
    await settled();
    expect(style.overflow).toBe('hidden');
  });
});

/** What Link does to the page, by what stood there when it was made. */
function createLink() {
  const made = style.overflow;
  return { show: () => void (style.overflow = 'hidden'), hide: () => void (style.overflow = made) };
}

describe('guarding the scroll over a visit', () => {
  it.each([
    ['nothing', ''],
    ['an overflow of one axis', 'overflow-y: scroll'],
    ['both axes apart', 'overflow: clip scroll'],
  ])('leaves %s as it was', async (_what, css) => {
    style.cssText = css;
    const before = style.cssText;
    const guard = guardScroll();
    const link = createLink();
    guard.opening();
    link.show();
    guard.ended(() => {});
    link.hide();
    await settled();
    guard.settle();
    expect(style.cssText).toBe(before);
  });

  it('gives back the lock of a dialog that opened between the preparation and the visit', async () => {
    const guard = guardScroll();
    const link = createLink();
    style.overflow = 'hidden';
    guard.opening();
    link.show();
    guard.ended(() => {});
    link.hide();
    await settled();
    expect(style.overflow).toBe('hidden');
    // As that dialog does when the app takes it down.
    style.overflow = '';
    guard.settle();
    expect(style.overflow).toBe('');
  });

  it('gives it back also where the page takes Link down', () => {
    const guard = guardScroll();
    const link = createLink();
    style.overflow = 'hidden';
    guard.opening();
    link.show();
    guard.closing();
    link.hide();
    guard.settle();
    expect(style.overflow).toBe('hidden');
  });

  it.each([
    ['while Link is open', (unlock: () => void) => [unlock, () => {}]],
    ['when it is told of the end', (unlock: () => void) => [() => {}, unlock]],
  ])('leaves a page unlocked whose dialog closes %s', async (_when, arrange) => {
    const [during, told] = arrange(() => void (style.overflow = ''));
    const guard = guardScroll();
    const link = createLink();
    style.overflow = 'hidden';
    guard.opening();
    link.show();
    during?.();
    guard.ended(() => told?.());
    link.hide();
    await settled();
    guard.settle();
    expect(style.overflow).toBe('');
  });
});
