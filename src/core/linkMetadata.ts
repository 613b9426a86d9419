import type { LinkTokenRequest } from '../protocol/linkToken.js';
import { readItemId } from '../protocol/target.js';
import type { UpdateModeEvent } from './telemetry.js';

/** Constants of Plaid, as events, views and error codes are. A long run of digits is a number of somebody's. */
const CONSTANT = /^(?!.*\d{4})[A-Z][A-Z0-9_]{0,63}$/;
/** Some of Link's error codes are spelt so: `item-no-error`. */
const KEBAB_CODE = /^(?=.{1,64}$)[a-z]+(-[a-z]+)+$/;
/** The endpoint's own `code`, in whatever case an app's server has it. */
const PROBLEM_CODE = /^(?!.*\d{4})[A-Za-z][A-Za-z0-9_.-]{0,63}$/;
/** Plaid promises no format of its ids. A number alone is none: it may be a routing or an account number. */
const ID = /^(?=.*[A-Za-z])[A-Za-z0-9_-]{6,128}$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:?\d\d)$/;

/** Each of these gives a value that has the form of what it should be, and nothing else. */
export const readConstant = createReader(CONSTANT);
export const readId = createReader(ID);
export const readProblemCode = createReader(PROBLEM_CODE);

export function readErrorCode(value: unknown): string | undefined {
  return readConstant(value) ?? readKebabCode(value);
}

const readKebabCode = createReader(KEBAB_CODE);
const readTime = createReader(TIME);

/**
 * One of Link's events as an app may count it, or null where its name is none. Field by field, and each by its form:
 * Link's metadata can hold routing numbers and what the user typed, and a new version can put anything anywhere.
 */
export function createLinkEvent(request: LinkTokenRequest, name: unknown, metadata: unknown): UpdateModeEvent | null {
  const eventName = readConstant(name);
  if (eventName === undefined) return null;
  return {
    type: 'link',
    ...request,
    itemId: readItemId(request.target),
    name: eventName,
    viewName: readConstant(readField(metadata, 'view_name')),
    errorCode: readErrorCode(readField(metadata, 'error_code')),
    linkSessionId: readId(readField(metadata, 'link_session_id')),
    requestId: readId(readField(metadata, 'request_id')),
    timestamp: readTime(readField(metadata, 'timestamp')),
  };
}

/** In the wild, Link's arguments have been missing or half empty, whatever their types say. */
export function readField(metadata: unknown, field: string): unknown {
  return typeof metadata === 'object' && metadata !== null ? Reflect.get(metadata, field) : undefined;
}

function createReader(form: RegExp): (value: unknown) => string | undefined {
  return (value) => (typeof value === 'string' && form.test(value) ? value : undefined);
}
