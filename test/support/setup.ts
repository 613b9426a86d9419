import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeEach } from 'vitest';
import { guardConsole, releaseConsole } from './expectConsole.js';
import { installWebLocks } from './webLocks.js';

// A machine that does much else is late, and not at fault.
configure({ asyncUtilTimeout: 5_000 });

beforeEach(guardConsole);

// A browser that knows of nothing: what the last page of a test before has said while it went is not to be found.
beforeEach(() => {
  if (typeof document === 'undefined') return;
  localStorage.clear();
  sessionStorage.clear();
  if (/jsdom/.test(navigator.userAgent)) installWebLocks();
});

afterEach(() => {
  if (typeof document !== 'undefined') cleanup();
  releaseConsole();
});
