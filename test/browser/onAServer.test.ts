// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { createBrowserPorts } from '../../src/browser/browserPorts.js';
import { createFocusReturn } from '../../src/browser/focusReturn.js';
import { minutes } from '../../src/browser/minutes.js';

describe('on a server, where there is no page', () => {
  it('ports and focus can be made, and the time can be read', () => {
    expect(typeof window).toBe('undefined');
    expect(() => createBrowserPorts(() => undefined)).not.toThrow();
    expect(() => createFocusReturn()).not.toThrow();
    expect(minutes.getSnapshot() % 60_000).toBe(0);
  });
});
