import * as v from 'valibot';
import { PlaidFailure } from './plaidFailure.js';
import { findItemError, type SandboxItem } from './sandboxItem.js';
import type { SandboxWorld } from './sandboxWorld.js';

/** Answers the body of a request, without `client_id` and `secret`; throws a `PlaidFailure` instead of an error. */
export type PlaidRoute = (body: unknown) => object;

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
  const error = findItemError(item, world.now());
  if (error === null) return item;
  throw new PlaidFailure(error.error_type, error.error_code, error.error_message, 400, error.display_message);
}
