import '@testing-library/jest-dom/vitest';
import { cleanup } from '@testing-library/react';
import { afterEach, beforeEach } from 'vitest';
import { guardConsole, releaseConsole } from './expectConsole.js';

beforeEach(guardConsole);

afterEach(() => {
  if (typeof document !== 'undefined') {
    cleanup();
    // After the last page is gone, the next test begins in a browser that knows of nothing.
    localStorage.clear();
    sessionStorage.clear();
  }
  releaseConsole();
});
