import * as v from 'valibot';
import { PURPOSE_KINDS, type PurposeKind } from '../protocol/purpose.js';
import { purposeSchema } from '../protocol/requestSchemas.js';
import { assertPurposeFields } from './assertPurposeFields.js';
import { configurationError } from './configurationError.js';

/** What a definition of each kind may hold besides `kind`. */
const FIELDS: Record<PurposeKind, readonly string[]> = {
  repair: [],
  renew_consent: ['reauthorization_enabled'],
  select_accounts: ['account_filters', 'link_customization_name'],
  add_product: ['products', 'statements', 'bank_income'],
  validate_products: ['products'],
  add_consented_products: ['additional_consented_products', 'link_customization_name'],
  add_use_cases: ['link_customization_name'],
  restore_permissions: [],
  verify_micro_deposits: [],
  collect_documents: ['account', 'parsing_configs'],
};

const NEVER_SENT = 'Its link tokens would be refused, or would ask for something else than was meant.';

/** Throws for a name that no browser could ask for. */
export function assertPurposeName(name: string): void {
  if (v.is(purposeSchema, name)) return;
  throw configurationError(
    `purposes holds the name ${JSON.stringify(name)}, which is not one for a purpose.`,
    'No browser could ask for it.',
    "Give a name of at most 64 lower-case letters, digits and underscores that begins with a letter, such as 'add_assets'.",
  );
}

/** The kind of a definition: its own word, or the name where that is a kind's. Throws for one that can't be. */
export function readPurposeKind(name: string, definition: object): PurposeKind {
  const place = `purposes.${name}`;
  const own = findKind(name);
  const said: unknown = 'kind' in definition ? definition.kind : undefined;
  if (said === undefined) {
    if (own !== null) return own;
    throw configurationError(
      `${place} names no kind.`,
      'What it asks of Plaid could not be told from a name of your own.',
      `Give one of the kinds: ${PURPOSE_KINDS.join(', ')}.`,
    );
  }
  const kind = findKind(said);
  if (kind === null) {
    throw configurationError(
      `${place}.kind is none that there is.`,
      'What it asks of Plaid could not be told.',
      `Give one of the kinds: ${PURPOSE_KINDS.join(', ')}.`,
    );
  }
  if (own !== null && own !== kind) {
    throw configurationError(
      `${place} is of the kind ${kind}.`,
      `Banners launch ${name} for what the name says, and would lead the user into something else.`,
      `Leave ${name} to its own kind, and give this purpose a name of your own.`,
    );
  }
  return kind;
}

/** Throws for what Plaid would refuse in every request, or take for something else. */
export function assertPurpose(name: string, kind: PurposeKind, definition: object): void {
  for (const field of Object.keys(definition)) {
    if (field === 'kind' || FIELDS[kind].includes(field)) continue;
    const kinds = PURPOSE_KINDS.filter((each) => FIELDS[each].includes(field));
    throw configurationError(
      `purposes.${name} holds ${JSON.stringify(field)}, which the kind ${kind} does not know.`,
      NEVER_SENT,
      kinds.length > 0 ? `Take it out, or use a kind that has it: ${kinds.join(', ')}.` : 'Take it out.',
    );
  }
  assertPurposeFields(name, kind, new Map<string, unknown>(Object.entries(definition)));
}

function findKind(value: unknown): PurposeKind | null {
  return PURPOSE_KINDS.find((kind) => kind === value) ?? null;
}
