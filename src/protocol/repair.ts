import * as v from 'valibot';
import { integrationLinkSchema, type IntegrationLink } from './integrationLink.js';
import { createParser } from './parsed.js';
import type { Purpose, Target } from './target.js';

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
 * - `repaired`: Plaid was asked and the login error is gone.
 * - `unverifiable`: the report was taken, nobody could ask Plaid.
 * - `unchanged`: the visit changed nothing, as after a cancelled one.
 * - `still_broken`: Plaid still names an error that needs the user.
 */
export type RepairResult = 'repaired' | 'unverifiable' | 'unchanged' | 'still_broken';

/** The final answer (200) of `POST {endpoint}/repairs`. A 202 with `Retry-After` says: still checking, ask again. */
export interface RepairAnswer {
  result: RepairResult;
  integration_links: IntegrationLink[];
}

export const repairResultSchema = v.picklist(['repaired', 'unverifiable', 'unchanged', 'still_broken']);

export const parseRepairAnswer = createParser<RepairAnswer>(
  v.object({ result: repairResultSchema, integration_links: v.array(integrationLinkSchema) }),
);
