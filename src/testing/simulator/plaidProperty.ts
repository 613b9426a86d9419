import type { Plaid } from 'react-plaid-link';

/** `window.Plaid`, which comes with Plaid's script. */
export interface PlaidProperty {
  define(plaid: Plaid): void;
  /** There, from now on, while the condition holds. */
  defineWhile(plaid: Plaid, condition: () => boolean): void;
  /** As it was before. */
  restore(): void;
}

export function createPlaidProperty(): PlaidProperty {
  const original = Object.getOwnPropertyDescriptor(window, 'Plaid');
  Reflect.deleteProperty(window, 'Plaid');

  function define(plaid: Plaid): void {
    Object.defineProperty(window, 'Plaid', { configurable: true, enumerable: true, writable: true, value: plaid });
  }

  return {
    define,
    defineWhile(plaid, condition) {
      const get = (): Plaid | undefined => (condition() ? plaid : undefined);
      Object.defineProperty(window, 'Plaid', { configurable: true, get, set: define });
    },
    restore() {
      Reflect.deleteProperty(window, 'Plaid');
      if (original !== undefined) Object.defineProperty(window, 'Plaid', original);
    },
  };
}
