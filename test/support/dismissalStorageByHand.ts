import type { DismissalStorage } from '../../src/core/dismissalStorage.js';

export interface DismissalStorageByHand extends DismissalStorage {
  /** All that is kept, by key: the user, then the Item. */
  readonly texts: Map<string, string>;
  /** The same as a page of its own has it: nobody hears of their own changes. */
  page(): DismissalStorageByHand;
}

/** What a browser's tabs share, as far as dismissals stand there. */
export function createDismissalStorageByHand(): DismissalStorageByHand {
  const texts = new Map<string, string>();
  const listeners = new Set<{ scope: string; by: object; tell: () => void }>();

  function page(): DismissalStorageByHand {
    const me = {};
    const tellOthers = (scope: string) => {
      for (const listener of [...listeners]) if (listener.by !== me && listener.scope === scope) listener.tell();
    };
    return {
      texts,
      page,
      read(scope) {
        const prefix = `${scope} `;
        const ofScope = [...texts].filter(([key]) => key.startsWith(prefix));
        return new Map(ofScope.map(([key, text]) => [key.slice(prefix.length), text]));
      },
      write(scope, itemId, text) {
        texts.set(`${scope} ${itemId}`, text);
        tellOthers(scope);
      },
      remove(scope, itemId) {
        texts.delete(`${scope} ${itemId}`);
        tellOthers(scope);
      },
      onChange(scope, tell) {
        const listener = { scope, by: me, tell };
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    };
  }

  return page();
}
