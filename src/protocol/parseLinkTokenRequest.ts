import * as v from 'valibot';
import type { LinkTokenRequest } from './linkToken.js';
import { createParser } from './parsed.js';
import { purposeSchema, targetSchema } from './requestSchemas.js';

export const parseLinkTokenRequest = createParser<LinkTokenRequest>(
  v.strictObject({ target: targetSchema, purpose: purposeSchema }),
);
