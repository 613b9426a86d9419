import { describe, expect, it } from 'vitest';
import { UpdateModeError } from '../../src/core/errors.js';
import { safeCall } from '../../src/core/safeCall.js';

describe('an UpdateModeError', () => {
  it('is an Error with a code, and can’t be tried again unless it says so', () => {
    const cause = new Error('why');
    const error = new UpdateModeError('list_failed', 'No', { cause, httpStatus: 500 });
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({
      name: 'UpdateModeError',
      code: 'list_failed',
      message: 'No',
      cause,
      httpStatus: 500,
    });
    expect(error.isRetryable).toBe(false);
  });

  it('is known across copies of this library, and nothing else is', () => {
    const foreign = Object.assign(new Error('No'), { [Symbol.for('react-plaid-update-mode.error')]: true });
    expect(UpdateModeError.isInstance(new UpdateModeError('misuse', 'No'))).toBe(true);
    expect(UpdateModeError.isInstance(foreign)).toBe(true);
    for (const other of [new Error('No'), { code: 'misuse' }, 'misuse', null, undefined]) {
      expect(UpdateModeError.isInstance(other)).toBe(false);
    }
  });

  it('carries its mark unseen', () => {
    const error = new UpdateModeError('misuse', 'No');
    const marks = Object.getOwnPropertySymbols(error);
    expect(marks.map((mark) => Object.getOwnPropertyDescriptor(error, mark)?.enumerable)).toEqual([false]);
  });
});

describe('a callback of the app', () => {
  it('is called with what there is to say, and may be missing', () => {
    const heard: unknown[] = [];
    safeCall((...told: [string, number]) => heard.push(told), 'a', 1);
    safeCall(undefined);
    expect(heard).toEqual([['a', 1]]);
  });

  it('that throws is heard of as an uncaught error, and harms nobody', async () => {
    const listeners = process.listeners('uncaughtException');
    process.removeAllListeners('uncaughtException');
    const uncaught = new Promise((resolve) => process.once('uncaughtException', resolve));
    try {
      expect(() =>
        safeCall(() => {
          throw new Error('the app’s own');
        }),
      ).not.toThrow();
      await expect(uncaught).resolves.toMatchObject({ message: 'the app’s own' });
    } finally {
      for (const listener of listeners) process.on('uncaughtException', listener);
    }
  });
});
