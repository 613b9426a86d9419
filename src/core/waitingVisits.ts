import * as v from 'valibot';
import type { LinkTokenRequest } from '../protocol/linkToken.js';
import { createParser } from '../protocol/parsed.js';
import { purposeSchema, targetSchema } from '../protocol/requestSchemas.js';
import { momentSchema } from '../protocol/time.js';
import type { Ports } from './ports.js';
import { readKeptJson } from './keptJson.js';

/** A visit that is on its way in Link. Nothing in it is personal; its token is good for this visit alone. */
export interface OpenVisit extends LinkTokenRequest {
  id: string;
  /** Link goes on with no other one: https://plaid.com/docs/link/oauth/. Null where it can't go on any more. */
  token: string | null;
  /** When Plaid takes the token no longer; milliseconds since 1970. */
  expiresAt: number;
}

/** The same visit, as a later page finds it. */
export interface WaitingVisit extends OpenVisit {
  /** Whose it is; another user's is never gone on with. */
  scope: string;
  /** Whether it began in this tab. */
  isOwn: boolean;
  /** Whether the server has been asked about it already. A bank may still send the user back to it. */
  isAsked: boolean;
}

export interface WaitingVisits {
  /** Of all users. */
  read(): WaitingVisit[];
  /** This page is about to go on with it: nobody else is to ask. */
  take(id: string): void;
  /** From here on this page is with it, until it is removed, or the page goes. */
  write(visit: OpenVisit): void;
  remove(id: string): void;
  /** Waits until no page is with the visit any more, then gives it as it is then. The answer stops waiting. */
  whenDeserted(id: string, run: (visit: WaitingVisit) => void): () => void;
  noteAsked(visit: WaitingVisit): void;
  /** Nobody can go on with it any more; its user's next visit still asks about it. */
  dropToken(visit: WaitingVisit): void;
  /** Calls back when another tab has begun or ended one. */
  onChange(listener: () => void): () => void;
  /** This page is no longer with any. */
  leaveAll(): void;
  /** It is again, with those that are still there. */
  takeBackAll(): void;
}

/** Another version's notes are none of ours. */
const VERSION = 1;

/** Plaid's form of one. Link is handed nothing else, whoever has written to the storage. */
const linkTokenSchema = v.pipe(v.string(), v.regex(/^link-[\w-]{1,200}$/));

const parseNote = createParser(
  v.object({
    version: v.literal(VERSION),
    scope: v.string(),
    target: targetSchema,
    purpose: purposeSchema,
    token: v.nullable(linkTokenSchema),
    expires_at: momentSchema,
    is_asked: v.optional(v.boolean(), false),
  }),
);

/** Writes down the visits of one user while they are in Link, and finds those of the pages before. */
export function createWaitingVisits(
  scope: string,
  { visitStorage: storage, tabLocks }: Pick<Ports, 'visitStorage' | 'tabLocks'>,
): WaitingVisits {
  /** What this page is with; the right to each says so to all tabs, and ends with the page. */
  const held = new Map<string, () => void>();
  /** Those of them that were written here, as opposed to merely taken. */
  const written = new Set<string>();
  let left: string[] = [];

  function read(): WaitingVisit[] {
    return storage.read().flatMap(({ id, text, isOwn }) => {
      const note = parseNote(readKeptJson(text));
      if (!note.ok) return [];
      const { expires_at: expiresAt, scope: whose, target, purpose, token, is_asked: isAsked } = note.value;
      return [{ id, scope: whose, target, purpose, token, expiresAt, isOwn, isAsked }];
    });
  }

  function hold(id: string): void {
    if (!held.has(id))
      held.set(
        id,
        tabLocks.request(lockName(id), () => {}),
      );
  }

  function letGo(id: string): void {
    held.get(id)?.();
    held.delete(id);
    written.delete(id);
  }

  return {
    read,
    take: hold,
    write(visit) {
      hold(visit.id);
      written.add(visit.id);
      storage.write(visit.id, writeNote({ ...visit, scope, isAsked: false }));
    },
    remove(id) {
      storage.remove(id);
      letGo(id);
    },
    whenDeserted(id, run) {
      const leave = tabLocks.request(lockName(id), () => {
        const visit = read().find((waiting) => waiting.id === id);
        try {
          if (visit) run(visit);
        } finally {
          leave();
        }
      });
      return leave;
    },
    noteAsked(visit) {
      storage.rewrite(visit.id, writeNote({ ...visit, isAsked: true }));
    },
    dropToken(visit) {
      storage.rewrite(visit.id, writeNote({ ...visit, token: null }));
    },
    onChange: storage.onChange,
    leaveAll() {
      left = [...written];
      for (const id of left) storage.leave(id);
      for (const id of [...held.keys()]) letGo(id);
    },
    takeBackAll() {
      for (const { id, text } of storage.read()) {
        if (!left.includes(id)) continue;
        hold(id);
        written.add(id);
        storage.write(id, text);
      }
      left = [];
    },
  };
}

function lockName(id: string): string {
  return `visit.${id}`;
}

function writeNote({ scope, target, purpose, token, expiresAt, isAsked }: Omit<WaitingVisit, 'isOwn'>): string {
  return JSON.stringify({
    version: VERSION,
    scope,
    target,
    purpose,
    token,
    expires_at: expiresAt,
    is_asked: isAsked || undefined,
  });
}
