import * as v from 'valibot';
import { findItemError } from './itemTrouble.js';
import { PlaidFailure } from './plaidFailure.js';
import type { SandboxItem } from './sandboxItem.js';
import type { SandboxWorld } from './sandboxWorld.js';
import type { SandboxUser } from './userStore.js';

/** Answers the body of a request, without `client_id` and `secret`; throws a `PlaidFailure` instead of an error. */
export type PlaidRoute = (body: unknown) => object | Promise<object>;

type Schema<Value> = v.BaseSchema<unknown, Value, v.BaseIssue<unknown>>;

/** Reads a body as Plaid does, with Plaid's three ways to refuse it. */
export function parsePlaidBody<Value>(schema: Schema<Value>, body: unknown): Value {
  const result = v.safeParse(schema, body);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const field = v.getDotPath(issue) ?? 'body';
  if (issue.expected === 'never') {
    const message = `the following fields are not recognized by this endpoint: ${field}`;
    throw new PlaidFailure('INVALID_REQUEST', 'UNKNOWN_FIELDS', message);
  }
  if (issue.received === 'undefined') {
    throw new PlaidFailure('INVALID_REQUEST', 'MISSING_FIELDS', `the following required fields are missing: ${field}`);
  }
  throw new PlaidFailure('INVALID_REQUEST', 'INVALID_FIELD', `${field} is invalid`);
}

/** The Item of an access token. A token that was never given and an Item that was removed fail as at Plaid. */
export function requireItem(world: SandboxWorld, accessToken: string): SandboxItem {
  const item = world.items.findByAccessToken(accessToken);
  if (item === undefined) {
    throw new PlaidFailure('INVALID_INPUT', 'INVALID_ACCESS_TOKEN', 'could not find matching access token');
  }
  if (item.isRemoved) {
    throw new PlaidFailure('ITEM_ERROR', 'ITEM_NOT_FOUND', 'the Item does not exist, or access to it was removed');
  }
  return item;
}

/** For routes that need the bank: they fail with the Item's own error. */
export function requireHealthyItem(world: SandboxWorld, accessToken: string): SandboxItem {
  const item = requireItem(world, accessToken);
  const error = findItemError(item);
  if (error === null) return item;
  const { error_type, error_code, error_message, display_message, error_code_reason } = error;
  throw new PlaidFailure(error_type, error_code, error_message, 400, display_message, error_code_reason);
}

interface UserFields {
  user_token?: string | null | undefined;
  user_id?: string | null | undefined;
}

/** The user of a `user_token` or a `user_id`: https://plaid.com/docs/errors/user/ (20 November 2026). */
export function requireUser(world: SandboxWorld, { user_token: userToken, user_id: userId }: UserFields): SandboxUser {
  if (userToken == null && userId == null) {
    const message = 'the following required fields are missing: user_token';
    throw new PlaidFailure('INVALID_REQUEST', 'MISSING_FIELDS', message);
  }
  const user = world.users.find({ userToken, userId });
  if (user === undefined) throw new PlaidFailure('USER_ERROR', 'USER_NOT_FOUND', 'the user does not exist');
  return user;
}
