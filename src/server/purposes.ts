import { hasAccountSelection } from '../protocol/accountSelection.js';
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
  return kind !== 'select_accounts' || hasAccountSelection(countryCode);
}

/** What the offered purposes are for, where their names do not say it; undefined where all do. */
export function namePurposeUses<Caller>(purposes: Purposes<Caller>, item: Item): Record<string, string> | undefined {
  const names: Record<string, string> = {};
  for (const purpose of purposes.values()) {
    const { kind, name } = purpose;
    if (!isOffered(purpose, item)) continue;
    // Which product an added one is, its kind does not say.
    if (kind !== 'add_product' && !purposes.has(kind)) names[kind] ??= name;
    if (reauthorizesAssets(purposes, purpose)) names['reauthorize_assets'] ??= name;
  }
  return Object.keys(names).length > 0 ? names : undefined;
}

/** Only an app with Data Transparency Messaging can ask for consent to products and use cases. */
function reauthorizesAssets<Caller>(purposes: Purposes<Caller>, purpose: DefinedPurpose<Caller>): boolean {
  if (purpose.kind !== 'add_product' || purpose.products[0] !== 'assets') return false;
  return [...purposes.values()].some(({ kind }) => kind === 'add_consented_products' || kind === 'add_use_cases');
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
