import * as v from 'valibot';
import { integrationLinkSchema, type IntegrationLink } from './integrationLink.js';
import { createParser } from './parsed.js';
import { repairResultSchema, type RepairResult } from './repair.js';

/**
 * Heron's answer to `PUT /api/integration_links/{item_id}`. A proxy that has asked Plaid says what it
 * heard in `result`; Heron itself never sends that field.
 */
export interface HeronUpdateAnswer {
  integration_link: IntegrationLink;
  result?: RepairResult | null | undefined;
}

export const parseHeronUpdateAnswer = createParser<HeronUpdateAnswer>(
  v.object({ integration_link: integrationLinkSchema, result: v.nullish(repairResultSchema) }),
);

/** Heron's answer to `GET /api/end_users/{id}/integration_links`. */
export interface HeronLinkList {
  links: IntegrationLink[];
}

export const parseHeronLinkList = createParser<HeronLinkList>(v.object({ links: v.array(integrationLinkSchema) }));
