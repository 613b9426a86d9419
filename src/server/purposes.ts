import type { PurposeKind } from '../protocol/purpose.js';
import { assertPurpose, assertPurposeName, readPurposeKind } from './assertPurpose.js';
import { configurationError } from './configurationError.js';
import type { Item } from './itemsPort.js';
import { ServerProblem } from './problemResponse.js';
import type { DefinedPurpose, PurposeDefinition, PurposeOptions } from './purposeDefinition.js';

/** The purposes that an app has defined, and those that are there for everyone, by name. */
export type Purposes<Caller = never> = ReadonlyMap<string, DefinedPurpose<Caller>>;

/** The purposes that banners launch: each app has them, unless it switches one off. */
const BANNER_PURPOSES = [
  'repair',
  'renew_consent',
  'select_accounts',
  'restore_permissions',
] as const satisfies readonly PurposeKind[];

/** Where Plaid lets the user choose accounts in update mode: `update.account_selection_enabled` in its API reference. */
const COUNTRIES_OF_ACCOUNT_SELECTION = ['US', 'CA'];

/** The purposes of a handler. Throws for what can't go together. */
export function definePurposes<Caller, Name extends string>(
  options: PurposeOptions<Caller, Name> = {},
): Purposes<Caller> {
  const purposes = new Map<string, DefinedPurpose<Caller>>();
  for (const kind of BANNER_PURPOSES) purposes.set(kind, { kind, name: kind });
  for (const [name, option] of Object.entries<unknown>(options)) {
    if (option === undefined) continue;
    assertPurposeName(name);
    if (option === false) assertDispensable(name);
    if (option === false) purposes.delete(name);
    else purposes.set(name, { ...readDefinition<Caller>(name, option), name });
  }
  return purposes;
}

/** The purpose of a name that a browser has sent. */
export function findPurpose<Caller>(purposes: Purposes<Caller>, name: string): DefinedPurpose<Caller> {
  const purpose = purposes.get(name);
  if (purpose === undefined) throw new ServerProblem('purpose_not_defined');
  return purpose;
}

/** The names of the purposes that an Item's user can be sent to Link for. */
export function offeredPurposes<Caller>(purposes: Purposes<Caller>, item: Item): string[] {
  return [...purposes.values()].filter((purpose) => isOffered(purpose, item)).map(({ name }) => name);
}

export function isOffered({ kind }: DefinedPurpose, { owner, countryCode }: Item): boolean {
  if (owner === 'other') return false;
  if (kind !== 'select_accounts' || !countryCode) return true;
  return COUNTRIES_OF_ACCOUNT_SELECTION.includes(countryCode.toUpperCase());
}

function assertDispensable(name: string): void {
  if (name !== 'repair') return;
  throw configurationError(
    'purposes.repair is false.',
    'Each banner of a broken connection launches it, so none could be repaired.',
    'Leave it out.',
  );
}

function readDefinition<Caller>(name: string, option: unknown): PurposeDefinition<Caller> {
  if (typeof option !== 'object' || option === null || Array.isArray(option)) {
    throw configurationError(
      `purposes.${name} is neither a definition nor false.`,
      'What it asks of Plaid could not be told.',
      "Give an object, such as { kind: 'add_product', products: ['assets'] }.",
    );
  }
  const definition = { ...option, kind: readPurposeKind(name, option) };
  assertDefinition<Caller>(name, definition);
  return definition;
}

function assertDefinition<Caller>(
  name: string,
  definition: { kind: PurposeKind },
): asserts definition is PurposeDefinition<Caller> {
  assertPurpose(name, definition.kind, definition);
}
