import * as v from 'valibot';
import { integrationLinkSchema, type IntegrationLink } from './integrationLink.js';
import { createParser } from './parsed.js';
import type { Purpose } from './purpose.js';
import type { Target } from './target.js';

/** How a visit to Link ended as the browser saw it. `unknown`: it never came back. */
export type VisitOutcome = 'success' | 'exit' | 'unknown';

/**
 * The body of `POST {endpoint}/repairs`: a visit to Link is over, what is true now? No public token, no
 * account, nothing personal. Times are ISO 8601 by the browser's clock.
 */
export interface RepairReport {
  target: Target;
  purpose: Purpose;
  outcome: VisitOutcome;
  link_session_id?: string | undefined;
  started_at: string;
  finished_at?: string | undefined;
}

/**
 * What is true after a visit, by what its purpose was for.
 *
 * - `repaired`: Plaid was asked, and what the visit was for is so.
 * - `unverifiable`: the visit counts as done, and Plaid has no way to tell, or could not be asked.
 * - `unchanged`: the visit changed nothing, as after a cancelled one.
 * - `still_broken`: Plaid still names an error that needs the user, or what the visit was for is still missing.
 */
export type RepairResult = 'repaired' | 'unverifiable' | 'unchanged' | 'still_broken';

/** The final answer (200) of `POST {endpoint}/repairs`. A 202 with `Retry-After` says: still checking, ask again. */
export interface RepairAnswer {
  result: RepairResult;
  integration_links: IntegrationLink[];
  /** How many accounts the visit has added and taken away, where the server could compare. */
  accounts?: AccountsChange | null | undefined;
  /** Of a visit for the whole user: how far they are. */
  progress?: UserProgress | null | undefined;
}

/** Numbers of accounts; which ones, only the server knows. */
export interface AccountsChange {
  added: number;
  removed: number;
}

/** One visit's part of a user's repair, in Items: repaired by it, and still waiting for their user. */
export interface UserProgress {
  repaired: number;
  remaining: number;
}

export const repairResultSchema = v.picklist(['repaired', 'unverifiable', 'unchanged', 'still_broken']);

const countSchema = v.pipe(v.number(), v.integer(), v.minValue(0));

export const parseRepairAnswer = createParser<RepairAnswer>(
  v.object({
    result: repairResultSchema,
    integration_links: v.array(integrationLinkSchema),
    accounts: v.nullish(v.object({ added: countSchema, removed: countSchema })),
    progress: v.nullish(v.object({ repaired: countSchema, remaining: countSchema })),
  }),
);
