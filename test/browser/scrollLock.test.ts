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
    const settle = guardScroll();
    style.overflow = 'hidden';
    settle();
    expect(style.overflow).toBe('hidden');
  });

  it('leaves the lock of a dialog that is still open', async () => {
    style.overflow = 'hidden';
    const settle = guardScroll();
    await settled();
    style.overflow = 'hidden';
    settle();
    expect(style.overflow).toBe('hidden');
  });

  it.each(['', 'auto', 'scroll'])('gives back %j, which a dialog left that closed before Link did', async (left) => {
    style.overflow = 'hidden';
    const settle = guardScroll();
    style.overflow = left;
    await settled();
    style.overflow = 'hidden';
    await settled();
    settle();
    expect(style.overflow).toBe(left);
  });

  it('gives it back also where the dialog closes and Link writes in one go', () => {
    style.cssText = 'color: red; overflow: hidden';
    const settle = guardScroll();
    style.overflow = 'auto';
    style.overflow = 'hidden';
    settle();
    expect(style.overflow).toBe('auto');
    expect(style.color).toBe('red');
  });

  it('leaves what the page has set after Link', async () => {
    style.overflow = 'hidden';
    const settle = guardScroll();
    style.overflow = '';
    await settled();
    style.overflow = 'clip';
    settle();
    expect(style.overflow).toBe('clip');
  });

  it('is over afterwards', async () => {
    style.overflow = 'hidden';
    const settle = guardScroll();
    style.overflow = '';
    await settled();
    settle();
    style.overflow = 'hidden';
    await settled();
    expect(style.overflow).toBe('hidden');
  });
});
