/** Texts under one prefix in one of the browser's two storages. It never throws: blocked, full and broken are answers. */
export interface TextStorage {
  /** By their keys without the prefix; null where nothing can be read. */
  readAll(): Map<string, string> | null;
  read(key: string): string | null;
  /** Whether the text now stands there. A text of before stays where the new one finds no room. */
  write(key: string, text: string): boolean;
  remove(key: string): void;
}

export function createTextStorage(name: 'localStorage' | 'sessionStorage', prefix: string): TextStorage {
  // Blocked by the browser's settings, the mere question for the storage throws.
  function attempt<T>(action: (storage: Storage) => T): T | null {
    try {
      return action(window[name]);
    } catch {
      return null;
    }
  }

  return {
    readAll: () =>
      attempt((storage) => {
        const found = new Map<string, string>();
        for (const key of Object.keys(storage)) {
          const text = key.startsWith(prefix) ? storage.getItem(key) : null;
          if (typeof text === 'string') found.set(key.slice(prefix.length), text);
        }
        return found;
      }),
    read: (key) => attempt((storage) => storage.getItem(prefix + key)),
    write(key, text) {
      const isWritten = attempt((storage) => {
        storage.setItem(prefix + key, text);
        // A stand-in for a storage that is switched off may take everything and keep nothing.
        return storage.getItem(prefix + key) === text;
      });
      return isWritten === true;
    },
    remove: (key) => void attempt((storage) => storage.removeItem(prefix + key)),
  };
}
