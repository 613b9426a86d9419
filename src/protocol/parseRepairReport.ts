import * as v from 'valibot';
import { createParser } from './parsed.js';
import type { RepairReport } from './repair.js';
import { purposeSchema, targetSchema } from './requestSchemas.js';
import { timeSchema } from './time.js';

const boundedTime = v.pipe(v.string(), v.maxLength(40), timeSchema);

export const repairReportSchema: v.GenericSchema<unknown, RepairReport> = v.strictObject({
  target: targetSchema,
  purpose: purposeSchema,
  outcome: v.picklist(['success', 'exit', 'unknown']),
  link_session_id: v.optional(v.pipe(v.string(), v.maxLength(128))),
  started_at: boundedTime,
  finished_at: v.optional(boundedTime),
});

export const parseRepairReport = createParser(repairReportSchema);
