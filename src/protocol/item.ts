import * as v from 'valibot';

/**
 * Plaid's `item_id`. Plaid promises no format, so anything is taken that is one plain path segment: the id
 * becomes part of Heron's URL.
 */
export const itemIdSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,128}$/));

/** What a link token or a report is for: one Item. */
export interface Target {
  item_id: string;
}

export const targetSchema = v.strictObject({ item_id: itemIdSchema });

/** The name of a purpose. What it asks of Plaid stands on the server alone. */
export type Purpose = 'repair';

export const purposeSchema = v.literal('repair');
