/** What is wrong with the device: it has no network, or its browser has no room for reports. */
export type Device = 'offline' | 'full';

/** Has the page find its device so. The answer gives it back. */
export function playDevice(device: Device | undefined): () => void {
  switch (device) {
    case 'offline':
      Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
      return () => Reflect.deleteProperty(navigator, 'onLine');
    case 'full':
      return fillStorage();
    case undefined:
      return () => {};
  }
}

/** Storybook has its own things there as well. */
function fillStorage(): () => void {
  const { setItem } = Storage.prototype;
  Storage.prototype.setItem = function setItemIfRoom(this: Storage, key, value) {
    if (key.startsWith('react-plaid-update-mode.')) throw new DOMException('Full', 'QuotaExceededError');
    setItem.call(this, key, value);
  };
  return () => {
    Storage.prototype.setItem = setItem;
  };
}
