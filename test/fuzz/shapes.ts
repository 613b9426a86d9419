/**
 * What the protocol's types allow, told by plain comparisons and not by the schemas that the parsers are made of: a
 * schema that is too wide would agree with itself.
 */
export type Shape = (value: unknown) => boolean;

export const isText: Shape = (value) => typeof value === 'string';
export const isBoolean: Shape = (value) => typeof value === 'boolean';
export const isCount: Shape = (value) => typeof value === 'number' && Number.isInteger(value) && value >= 0;
export const isTime: Shape = (value) => typeof value === 'string' && !Number.isNaN(new Date(value).getTime());
/** Milliseconds since 1970 that a Date can hold: one that can't throws when it is written down. */
export const isMoment: Shape = (value) => typeof value === 'number' && !Number.isNaN(new Date(value).getTime());

export function isOneOf(...values: readonly unknown[]): Shape {
  return (value) => values.includes(value);
}

/** Missing, or null, or that. */
export function maybe(shape: Shape): Shape {
  return (value) => value === undefined || value === null || shape(value);
}

/** Missing, or that. */
export function optional(shape: Shape): Shape {
  return (value) => value === undefined || shape(value);
}

export function isNullOr(shape: Shape): Shape {
  return (value) => value === null || shape(value);
}

export function isListOf(shape: Shape): Shape {
  return (value) => Array.isArray(value) && value.every(shape);
}

/** These fields and no other one. */
export function isRecord(fields: Record<string, Shape>): Shape {
  const shapes = new Map(Object.entries(fields));
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    if (Reflect.ownKeys(value).some((key) => typeof key !== 'string' || !shapes.has(key))) return false;
    return [...shapes].every(([key, shape]) => shape(Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined));
  };
}

const isNames: Shape = (value) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(isText);

export const isIntegrationLink = isRecord({
  item_id: (value) => isText(value) && value !== '',
  status: isOneOf('pending', 'active', 'syncing', 'erroring', 'sync_disabled', 'deleted_in_plaid', 'unknown'),
  status_message: maybe(isText),
  type: maybe(isText),
  created: maybe(isTime),
  last_updated: maybe(isTime),
  last_successful_sync: maybe(isTime),
  institution_name: maybe(isText),
  institution_logo: maybe(isText),
  institution_url: maybe(isText),
  country_code: maybe(isText),
  owner: maybe(isOneOf('you', 'other')),
  consent_expiration_time: maybe(isTime),
  pending_disconnect: maybe(isRecord({ reason: isText, disconnect_time: isTime })),
  new_accounts_available: maybe(isBoolean),
  access_error: maybe(isRecord({ code: isText })),
  purposes: maybe(isListOf(isText)),
  purpose_names: maybe(isNames),
  error: maybe(isRecord({ error_type: isText, error_code: isText, error_code_reason: maybe(isText) })),
  repaired_at: maybe(isTime),
});

export const isIntegrationLinkList = isRecord({ integration_links: isListOf(isIntegrationLink) });

export const isLinkTokenAnswer = isRecord({
  link_token: (value) => isText(value) && value !== '',
  expiration: isTime,
  hosted_link_url: maybe(
    (value) =>
      typeof value === 'string' &&
      ['https://', 'http://localhost', 'http://127.0.0.1'].some((start) => value.startsWith(start)),
  ),
});

const isResult = isOneOf('repaired', 'unverifiable', 'unchanged', 'still_broken');

export const isRepairAnswer = isRecord({
  result: isResult,
  integration_links: isListOf(isIntegrationLink),
  accounts: maybe(isRecord({ added: isCount, removed: isCount })),
  progress: maybe(isRecord({ repaired: isCount, remaining: isCount })),
});

export const isHeronUpdateAnswer = isRecord({ integration_link: isIntegrationLink, result: maybe(isResult) });
export const isHeronLinkList = isRecord({ links: isListOf(isIntegrationLink) });

/** One plain path segment that changes no object's prototype. */
const isId: Shape = (value) =>
  typeof value === 'string' &&
  value.length <= 128 &&
  value.length > 0 &&
  encodeURIComponent(value) === value &&
  !/[.~!*'()]/.test(value) &&
  value !== '__proto__';

export const isTarget: Shape = (value) =>
  [isRecord({ item_id: isId }), isRecord({ user: isOneOf(true) }), isRecord({ authorization_id: isId })].some((shape) =>
    shape(value),
  );

export const isPurpose: Shape = (value) =>
  typeof value === 'string' && value.length > 0 && value.length <= 64 && value === value.toLowerCase();

export const isLinkTokenRequest = isRecord({ target: isTarget, purpose: isPurpose });

export const isRepairReport = isRecord({
  target: isTarget,
  purpose: isPurpose,
  outcome: isOneOf('success', 'exit', 'unknown'),
  link_session_id: optional((value) => typeof value === 'string' && value.length <= 128),
  started_at: isTime,
  finished_at: optional(isTime),
});
