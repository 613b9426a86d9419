import * as v from 'valibot';
import { integrationLinkSchema, type IntegrationLink } from './integrationLink.js';
import { purposeSchema, targetSchema, type Purpose, type Target } from './item.js';
import { createParser } from './parsed.js';

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

const time = v.pipe(v.string(), v.maxLength(40), v.check((value) => !Number.isNaN(Date.parse(value))));

export const parseRepairReport = createParser<RepairReport>(
  v.strictObject({
    target: targetSchema,
    purpose: purposeSchema,
    outcome: v.picklist(['success', 'exit', 'unknown']),
    link_session_id: v.optional(v.pipe(v.string(), v.maxLength(128))),
    started_at: time,
    finished_at: v.optional(time),
  }),
);

export const repairResultSchema = v.picklist(['repaired', 'unverifiable', 'unchanged', 'still_broken']);

export const parseRepairAnswer = createParser<RepairAnswer>(
  v.object({ result: repairResultSchema, integration_links: v.array(integrationLinkSchema) }),
);
