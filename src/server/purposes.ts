import type { PurposeKind } from '../protocol/purpose.js';
import { ServerProblem } from './problemResponse.js';
import type { DefinedPurpose } from './purposeDefinition.js';

/** The purposes that an app has defined, and those that are there for everyone, by name. */
export type Purposes = ReadonlyMap<string, DefinedPurpose>;

/** The purposes that banners launch: each app has them, unless it switches one off. */
export const BANNER_PURPOSES = [
  'repair',
  'renew_consent',
  'select_accounts',
  'restore_permissions',
] as const satisfies readonly PurposeKind[];

/** The purpose of a name that a browser has sent. */
export function findPurpose(purposes: Purposes, name: string): DefinedPurpose {
  const purpose = purposes.get(name);
  if (purpose === undefined) throw new ServerProblem('purpose_not_defined');
  return purpose;
}
