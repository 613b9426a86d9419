import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterAll, afterEach, beforeEach, vi } from 'vitest';
import { guardConsole, releaseConsole } from './expectConsole.js';
import { installWebLocks } from './webLocks.js';

configure({
  // A machine that does much else is late, and not at fault.
  asyncUtilTimeout: 15_000,
  // Text is what eyes see; what is read out says the same, sooner or later, and is found by its role.
  defaultIgnore: 'script, style, [role="alert"], [role="status"]',
});

const isInBrowser = typeof document !== 'undefined' && !/jsdom/.test(navigator.userAgent);

beforeEach(guardConsole);

// Where a test has left the pointer, the next one has a button or a row, and the pointer on it means something.
beforeEach(async () => {
  if (!isInBrowser) return;
  const { cdp } = await import('vitest/browser');
  await cdp().send('Input.dispatchMouseEvent', { type: 'mouseMoved', x: -10, y: -10 });
});

// A browser that knows of nothing: what the last page of a test before has said while it went is not to be found.
beforeEach(() => {
  if (typeof document === 'undefined') return;
  localStorage.clear();
  sessionStorage.clear();
  if (isInBrowser) return;
  document.body.replaceChildren();
  installWebLocks();
});

afterEach(() => {
  if (typeof document !== 'undefined') cleanup();
  releaseConsole();
});

// Files that share a world share no module of ours, nor what react-plaid-link remembers of its script.
afterAll(() => {
  vi.resetModules();
});
