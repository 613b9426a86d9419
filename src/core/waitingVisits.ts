import * as v from 'valibot';
import type { LinkTokenRequest } from '../protocol/linkToken.js';
import { createParser } from '../protocol/parsed.js';
import { purposeSchema, targetSchema } from '../protocol/requestSchemas.js';
import type { VisitStorage } from './visitStorage.js';

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
}

export interface WaitingVisits {
  /** Of all users. */
  read(): WaitingVisit[];
  write(visit: OpenVisit): void;
  remove(id: string): void;
}

/** Another version's notes are none of ours. */
const VERSION = 1;

const parseNote = createParser(
  v.object({
    version: v.literal(VERSION),
    scope: v.string(),
    target: targetSchema,
    purpose: purposeSchema,
    token: v.nullable(v.string()),
    expires_at: v.number(),
  }),
);

/** Writes down the visits of one user while they are in Link, and finds those of the pages before. */
export function createWaitingVisits(scope: string, storage: VisitStorage): WaitingVisits {
  return {
    read: () =>
      storage.read().flatMap(({ id, text, isOwn }) => {
        const note = parseNote(parseJson(text));
        if (!note.ok) return [];
        const { expires_at: expiresAt, scope: whose, target, purpose, token } = note.value;
        return [{ id, scope: whose, target, purpose, token, expiresAt, isOwn }];
      }),
    write({ id, target, purpose, token, expiresAt }) {
      storage.write(id, JSON.stringify({ version: VERSION, scope, target, purpose, token, expires_at: expiresAt }));
    },
    remove: storage.remove,
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
