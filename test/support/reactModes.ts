import { configure } from '@testing-library/react';
import { afterEach, beforeEach, describe } from 'vitest';

/** Runs the tests twice: as they are written, and with all that they render in StrictMode. */
export function inEachReactMode(subject: string, tests: () => void): void {
  for (const reactStrictMode of [false, true]) {
    describe(`${subject}${reactStrictMode ? ', in StrictMode' : ''}`, () => {
      beforeEach(() => configure({ reactStrictMode }));
      afterEach(() => configure({ reactStrictMode: false }));
      tests();
    });
  }
}
