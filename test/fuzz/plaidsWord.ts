import { LOGIN_ERROR_CODES } from '../../src/protocol/loginErrors.js';
import { readJson } from './arbitraries/mutatedJson.js';
import type { Exchange } from './edge.js';

/**
 * Whether Plaid has said, the last time it was asked how the Item is, that its user has to come back: read with as
 * little thought as possible, so that this and the handlers do not err alike. What says nothing of an error, as an
 * answer without the field, is no word for a repair either.
 */
export function isKnownToWork(exchanges: readonly Exchange[]): boolean {
  const last = exchanges.findLast(({ route }) => route === 'POST /item/get' || route === 'POST /user/items/get');
  if (last?.status === null || last === undefined) return false;
  const errors = readErrors(readJson(last.text.replace(/^\ufeff/, '')));
  return errors.some((code) => !LOGIN_ERROR_CODES.some((known) => known === code));
}

/** The error code of each place where one can stand; null where it says that there is no error. */
function readErrors(answer: unknown): (string | null)[] {
  if (typeof answer !== 'object' || answer === null) return [];
  if ('error_code' in answer) return [String(answer.error_code)];
  if ('item' in answer) return readItemErrors(answer.item);
  return 'items' in answer && Array.isArray(answer.items) ? answer.items.flatMap(readItemErrors) : [];
}

function readItemErrors(item: unknown): (string | null)[] {
  if (typeof item !== 'object' || item === null || !('error' in item)) return [];
  const { error } = item;
  if (error === null) return [null];
  return typeof error === 'object' && 'error_code' in error ? [String(error.error_code)] : [];
}
