'use client';

import { useMemo, useSyncExternalStore } from 'react';
import { UpdateModeError } from '../core/errors.js';
import type { RepairSession } from '../core/repairSession.js';
import { IDLE, type SessionState } from '../core/session.js';
import { createRequestKey, type LinkTokenRequest } from '../protocol/linkToken.js';
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
export function useSession(target: UpdateModeTarget, purpose: Purpose | undefined, caller: string): UseSessionResult {
  const { client } = useRuntime(caller);
  const asked = createRequest(target, purpose, caller);
  const key = createRequestKey(asked);
  // By what it says: an app gives a new object on every render.
  // oxlint-disable-next-line react/exhaustive-deps
  const request = useMemo(() => asked, [key]);
  const session = client.session(request);
  const state = useSyncExternalStore(session.subscribe, session.getSnapshot, getServerState);
  return { request, session, state };
}

const getServerState = (): SessionState => IDLE;

function createRequest(
  { itemId, user, authorizationId }: UpdateModeTarget,
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

/** A program without types may give none at all. */
function assertId(id: string | undefined, name: 'itemId' | 'authorizationId', caller: string): string {
  if (typeof id === 'string' && id !== '') return id;
  throw new UpdateModeError(
    'misuse',
    `${caller} got an empty ${name}, so it cannot know what to open Link for. ` +
      "Give Plaid's id, or render nothing until you have one.",
  );
}
