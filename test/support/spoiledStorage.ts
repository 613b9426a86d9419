import { vi } from 'vitest';

type StorageName = 'localStorage' | 'sessionStorage';

/** Forbidden by the browser's settings: the mere question throws. `vi.restoreAllMocks` ends it. */
export function denyStorage(...names: StorageName[]): void {
  for (const name of names) {
    vi.spyOn(window, name, 'get').mockImplementation(() => {
      throw new DOMException('Blocked', 'SecurityError');
    });
  }
}

/** No room for anything more. `vi.restoreAllMocks` ends it. */
export function fillStorage(...names: StorageName[]): void {
  replaceSetItem(names, () => {
    throw new DOMException('Full', 'QuotaExceededError');
  });
}

/** Takes everything and keeps nothing. `vi.restoreAllMocks` ends it. */
export function breakStorage(...names: StorageName[]): void {
  replaceSetItem(names, () => {});
}

function replaceSetItem(names: StorageName[], setItem: () => void): void {
  const spoiled: Storage[] = names.map((name) => window[name]);
  const { setItem: native } = Storage.prototype;
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(function (this: Storage, key, value) {
    if (spoiled.includes(this)) setItem();
    else native.call(this, key, value);
  });
}
