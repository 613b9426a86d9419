import '@testing-library/jest-dom/vitest';
import { cleanup } from '@testing-library/react';
import { afterEach, beforeEach } from 'vitest';
import { guardConsole, releaseConsole } from './expectConsole.js';

beforeEach(guardConsole);

afterEach(() => {
  if (typeof document !== 'undefined') cleanup();
  releaseConsole();
});
