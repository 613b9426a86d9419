import { getPageState } from './pageState.js';

/** For so long the same news from another provider is no news. */
const ONCE_MS = 60_000;

/** One of those on the page who read news out. Two providers may hear the same: the first one says it. */
export interface Voice {
  /** Whether nobody else has just said it. */
  isFirst(news: string): boolean;
  leave(): void;
}

export function joinVoices(): Voice {
  const page = getPageState();
  const { members, said } = (page.voices ??= { members: new Set(), said: new Map() });
  const me = {};
  members.add(me);
  return {
    isFirst(news) {
      const last = said.get(news);
      const now = Date.now();
      if (last && last.by !== me && members.has(last.by) && now - last.at < ONCE_MS) return false;
      said.set(news, { by: me, at: now });
      return true;
    },
    leave: () => void members.delete(me),
  };
}
