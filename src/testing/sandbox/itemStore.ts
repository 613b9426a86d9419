import { settleItem } from './itemTrouble.js';
import type { SandboxItem } from './sandboxItem.js';

/** All Items, each as it is by the clock when it is asked for. */
export interface ItemStore {
  add(item: SandboxItem): void;
  find(itemId: string): SandboxItem | undefined;
  findByAccessToken(accessToken: string): SandboxItem | undefined;
  list(): SandboxItem[];
}

export function createItemStore(now: () => number): ItemStore {
  const items = new Map<string, SandboxItem>();

  function list(): SandboxItem[] {
    for (const item of items.values()) settleItem(item, now());
    return Array.from(items.values());
  }

  return {
    add: (item) => void items.set(item.itemId, item),
    find: (itemId) => list().find((item) => item.itemId === itemId),
    findByAccessToken: (accessToken) => list().find((item) => item.accessToken === accessToken),
    list,
  };
}
