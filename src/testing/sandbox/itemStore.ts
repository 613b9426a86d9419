import type { SandboxItem } from './sandboxItem.js';

export interface ItemStore {
  add(item: SandboxItem): void;
  find(itemId: string): SandboxItem | undefined;
  findByAccessToken(accessToken: string): SandboxItem | undefined;
  list(): SandboxItem[];
}

export function createItemStore(): ItemStore {
  const items = new Map<string, SandboxItem>();
  const list = (): SandboxItem[] => Array.from(items.values());
  return {
    add: (item) => void items.set(item.itemId, item),
    find: (itemId) => items.get(itemId),
    findByAccessToken: (accessToken) => list().find((item) => item.accessToken === accessToken),
    list,
  };
}
