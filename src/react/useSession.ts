'use client';

import { useMemo, useSyncExternalStore } from 'react';
import { UpdateModeError } from '../core/errors.js';
import type { RepairSession } from '../core/repairSession.js';
import { IDLE, type SessionState } from '../core/session.js';
import type { LinkTokenRequest } from '../protocol/linkToken.js';
import { DEFAULT_PURPOSE, type Purpose } from '../protocol/purpose.js';
import { useRuntime } from './runtime.js';

/** Whom a visit to Link is for: one of the three. */
export type UpdateModeTarget =
  | {
      /** Plaid's `item_id` of one connection. */
      itemId: string;
      user?: undefined;
      authorizationId?: undefined;
    }
  | {
      /** All of the user's connections that need them, one visit after the other. */
      user: true;
      itemId?: undefined;
      authorizationId?: undefined;
    }
  | {
      /** Plaid's id of a Transfer authorization whose decision is `user_action_required`. */
      authorizationId: string;
      itemId?: undefined;
      user?: undefined;
    };

export interface UseSessionResult {
  request: LinkTokenRequest;
  session: RepairSession;
  state: SessionState;
}

/** The session of one target and purpose, and where it stands. */
export function useSession(
  { itemId, user, authorizationId }: UpdateModeTarget,
  purpose: Purpose | undefined,
  caller: string,
): UseSessionResult {
  const { client } = useRuntime(caller);
  // By what it says: an app gives a new object on every render.
  const request = useMemo(
    () => createRequest({ itemId, user, authorizationId }, purpose, caller),
    [itemId, user, authorizationId, purpose, caller],
  );
  const session = client.session(request);
  const state = useSyncExternalStore(session.subscribe, session.getSnapshot, getServerState);
  return { request, session, state };
}

const getServerState = (): SessionState => IDLE;

/** What a program without types may give: more than one target, or none. */
type GivenTarget = { [Key in keyof UpdateModeTarget]?: UpdateModeTarget[Key] | undefined };

function createRequest(
  { itemId, user, authorizationId }: GivenTarget,
  purpose: Purpose = DEFAULT_PURPOSE,
  caller: string,
): LinkTokenRequest {
  if (!/^[a-z][a-z0-9_]{0,63}$/.test(purpose)) {
    throw new UpdateModeError(
      'misuse',
      `${caller} got a purpose that can't be a name, so the server could not find what to ask of Plaid. ` +
        'Give a name that your server defines in `purposes`: small letters, digits and underscores.',
    );
  }
  const given = [itemId, user, authorizationId].filter((value) => value !== undefined);
  if (given.length > 1) {
    throw new UpdateModeError(
      'misuse',
      `${caller} got more than one target, so it cannot know what to open Link for. ` +
        'Give one of itemId, user or authorizationId.',
    );
  }
  if (user) return { target: { user: true }, purpose };
  if (authorizationId !== undefined) {
    return { target: { authorization_id: assertId(authorizationId, 'authorizationId', caller) }, purpose };
  }
  return { target: { item_id: assertId(itemId, 'itemId', caller) }, purpose };
}

function assertId(id: string | undefined, name: 'itemId' | 'authorizationId', caller: string): string {
  if (typeof id === 'string' && id !== '') return id;
  throw new UpdateModeError(
    'misuse',
    `${caller} got an empty ${name}, so it cannot know what to open Link for. ` +
      "Give Plaid's id, or render nothing until you have one.",
  );
}
