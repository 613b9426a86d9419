import type { JWK } from 'jose';
import type { PlaidApi } from 'plaid';
import * as v from 'valibot';
import { createParser } from '../../protocol/parsed.js';
import type { SafeLog } from '../log.js';
import { readPlaidFailure, type PlaidFailure } from '../plaidFailure.js';
import { ServerProblem } from '../problemResponse.js';
import { withinTimeLimit } from '../timeLimit.js';

/** The keys that Plaid signs its webhooks with. */
export interface VerificationKeys {
  /** The key of this id; null where Plaid knows none, or has retired it. Throws where Plaid can't be asked. */
  find(keyId: string): Promise<JWK | null>;
}

export interface VerificationKeysOptions {
  plaid: Pick<PlaidApi, 'webhookVerificationKeyGet'>;
  timeLimitMs: number;
  clock(): number;
  log: SafeLog;
}

/** Read again after this time, since a key that Plaid retires is not announced. */
const KEY_LIFETIME_MS = 60 * 60_000;
/** A key that is not known may be so new that not all of Plaid knows it. */
const UNKNOWN_LIFETIME_MS = 5 * 60_000;
const MOST_KEYS = 16;
const MOST_UNKNOWN = 256;
/** Anybody can name keys that do not exist; Plaid is asked about so many in a minute. */
const MOST_LOOKUPS = 10;
const LOOKUP_WINDOW_MS = 60_000;

const OPERATION = 'plaid.webhookVerificationKeyGet';

const coordinate = v.pipe(v.string(), v.regex(/^[\w-]{40,48}$/));

const parseKeyAnswer = createParser(
  v.object({
    key: v.object({
      kid: v.string(),
      alg: v.literal('ES256'),
      kty: v.literal('EC'),
      crv: v.literal('P-256'),
      x: coordinate,
      y: coordinate,
      /** Seconds since 1970. */
      expired_at: v.nullish(v.number()),
    }),
  }),
);

interface CachedKey {
  key: JWK;
  /** Milliseconds since 1970. */
  freshUntil: number;
  expiresAt: number;
}

/** Asks Plaid for its keys and remembers both answers, the key and that there is none. */
export function createVerificationKeys({ plaid, timeLimitMs, clock, log }: VerificationKeysOptions): VerificationKeys {
  const known = new Map<string, CachedKey>();
  const unknownUntil = new Map<string, number>();
  const running = new Map<string, Promise<JWK | null>>();
  let lookups: number[] = [];

  function assertMayLookUp(): void {
    lookups = lookups.filter((time) => time > clock() - LOOKUP_WINDOW_MS);
    if (lookups.length >= MOST_LOOKUPS) {
      log({ code: 'rate_limited', operation: OPERATION });
      throw new ServerProblem('rate_limited');
    }
    lookups.push(clock());
  }

  function fail({ kind, httpStatus, errorType, errorCode, requestId }: PlaidFailure): ServerProblem {
    const code = kind === 'misconfigured' ? 'misconfigured' : 'plaid_unavailable';
    log({ code, operation: OPERATION, httpStatus, errorType, errorCode, requestId });
    return new ServerProblem(code);
  }

  async function ask(keyId: string): Promise<CachedKey | null> {
    let failure: PlaidFailure = { kind: 'unavailable' };
    try {
      const send = (signal: AbortSignal) => plaid.webhookVerificationKeyGet({ key_id: keyId }, { signal });
      const parsed = parseKeyAnswer((await withinTimeLimit(timeLimitMs, send)).data);
      if (parsed.ok && parsed.value.key.kid === keyId) {
        const { kty, crv, alg, x, y, expired_at } = parsed.value.key;
        const expiresAt = expired_at === null || expired_at === undefined ? Infinity : expired_at * 1000;
        return { key: { kty, crv, alg, x, y }, freshUntil: clock() + KEY_LIFETIME_MS, expiresAt };
      }
    } catch (error) {
      failure = readPlaidFailure(error, clock());
    }
    if (failure.kind === 'refused') return null;
    throw fail(failure);
  }

  async function lookUp(keyId: string): Promise<JWK | null> {
    const answer = await ask(keyId);
    if (answer !== null && clock() < answer.expiresAt) {
      remember(known, MOST_KEYS, keyId, answer);
      return answer.key;
    }
    remember(unknownUntil, MOST_UNKNOWN, keyId, clock() + UNKNOWN_LIFETIME_MS);
    return null;
  }

  return {
    async find(keyId) {
      const cached = known.get(keyId);
      if (cached && clock() < Math.min(cached.freshUntil, cached.expiresAt)) return cached.key;
      if (clock() < (unknownUntil.get(keyId) ?? 0)) return null;
      const waiting = running.get(keyId);
      if (waiting) return waiting;
      // A key that was good an hour ago is nobody's invention.
      if (!cached) assertMayLookUp();
      const lookup = lookUp(keyId).finally(() => running.delete(keyId));
      running.set(keyId, lookup);
      return lookup;
    },
  };
}

/** Puts an entry last and drops what is oldest. */
function remember<Value>(map: Map<string, Value>, most: number, key: string, value: Value): void {
  map.delete(key);
  map.set(key, value);
  for (const oldest of map.keys()) {
    if (map.size <= most) return;
    map.delete(oldest);
  }
}
