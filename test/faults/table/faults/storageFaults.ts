import type { Fault } from '../fault.js';

const nothing = (): Promise<void> => Promise.resolve();

/** For each page of the row: `break` runs before any of its own scripts. */
function fromTheStart(name: string, breakStorage: () => void): Fault {
  return {
    name,
    prepare: async ({ context }) => void (await context.addInitScript(breakStorage)),
    begin: nothing,
    end: nothing,
  };
}

export const storageForbidden = fromTheStart('storage forbidden', () => {
  for (const name of ['localStorage', 'sessionStorage']) {
    Object.defineProperty(window, name, {
      get() {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    });
  }
});

export const localStorageForbidden = fromTheStart('localStorage forbidden', () => {
  Object.defineProperty(window, 'localStorage', {
    get() {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    },
  });
});

export const storageFull = fromTheStart('storage full', () => {
  Storage.prototype.setItem = () => {
    throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
  };
});

/** As in some private windows: it takes everything, and has nothing. */
export const storageForgets = fromTheStart('storage forgets', () => {
  Storage.prototype.setItem = () => {};
});

export const storageCleared: Fault = {
  name: 'storage cleared',
  begin: ({ tab }) =>
    tab.evaluate(() => {
      localStorage.clear();
      sessionStorage.clear();
    }),
  end: nothing,
};

export const sessionStorageCleared: Fault = {
  name: 'sessionStorage cleared',
  begin: ({ tab }) => tab.evaluate(() => sessionStorage.clear()),
  end: nothing,
};

export const noWebLocks = fromTheStart('no Web Locks', () => {
  Object.defineProperty(Navigator.prototype, 'locks', { value: undefined });
});

export const noBroadcastChannel = fromTheStart('no BroadcastChannel', () => {
  Reflect.deleteProperty(window, 'BroadcastChannel');
});
