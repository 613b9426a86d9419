import type { IntegrationLink } from '../protocol/integrationLink.js';
import { createRequestKey, type LinkTokenRequest } from '../protocol/linkToken.js';
import { readItemId, type Target } from '../protocol/target.js';
import type { ClientEvent } from './clientEvent.js';
import { createItem, type Item } from './item.js';
import type { Clock } from './ports.js';
import type { RepairSession, RepairSessionContext } from './repairSession.js';

/** What a session hears of whatever it belongs to, and tells it. */
export type SessionHearing = Pick<RepairSessionContext, 'onChange' | 'isHealed'>;

export interface SessionsContext {
  clock: Clock;
  getInitialLinks: (() => readonly IntegrationLink[] | undefined) | undefined;
  createSession(request: LinkTokenRequest, hearing: SessionHearing): RepairSession;
  emit(event: ClientEvent): void;
}

/** The sessions of all targets, made on first sight: an Item's with the Item, others by themselves. */
export function createSessions({ clock, getInitialLinks, createSession, emit }: SessionsContext) {
  const items = new Map<string, Item>();
  /** Of the targets that are no Item. */
  const others = new Map<string, RepairSession>();

  function getItem(itemId: string): Item {
    const known = items.get(itemId);
    if (known) return known;
    const target: Target = { item_id: itemId };
    const linkOf = () => items.get(itemId)?.getSnapshot().link ?? null;
    const item = createItem({
      itemId,
      initialLink: getInitialLinks?.()?.find((link) => link.item_id === itemId) ?? null,
      clock,
      onSession: (purpose, state, launcher) =>
        emit({ type: 'session', target, purpose, itemId, link: linkOf(), state, launcher }),
      onConnected: () => emit({ type: 'connected', itemId, link: linkOf() }),
      createSession: (purpose, onChange, isHealed) => createSession({ target, purpose }, { onChange, isHealed }),
    });
    items.set(itemId, item);
    return item;
  }

  function getOther(request: LinkTokenRequest): RepairSession {
    const key = createRequestKey(request);
    const known = others.get(key);
    if (known) return known;
    const session = createSession(request, {
      onChange: (state, launcher) => emit({ type: 'session', ...request, itemId: null, link: null, state, launcher }),
      isHealed: () => false,
    });
    others.set(key, session);
    return session;
  }

  function get(request: LinkTokenRequest): RepairSession {
    const itemId = readItemId(request.target);
    return itemId === null ? getOther(request) : getItem(itemId).session(request.purpose);
  }

  return {
    get,
    /** Not by the visit itself: its token belongs into no report. */
    of: ({ target, purpose }: LinkTokenRequest) => get({ target, purpose }),
    item: getItem,
    findItem: (itemId: string) => items.get(itemId),
    items: () => items.values(),
  };
}
