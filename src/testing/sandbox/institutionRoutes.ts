import * as v from 'valibot';
import { findInstitution, type SandboxInstitution } from './institutions.js';
import { PlaidFailure } from './plaidFailure.js';
import { parsePlaidBody, type PlaidRoute } from './plaidRoute.js';

const requestSchema = v.strictObject({
  institution_id: v.string(),
  country_codes: v.pipe(v.array(v.string()), v.minLength(1)),
  options: v.nullish(v.looseObject({ include_optional_metadata: v.optional(v.boolean()) })),
});

export function requireInstitution(institutionId: string): SandboxInstitution {
  const institution = findInstitution(institutionId);
  if (institution === undefined) {
    throw new PlaidFailure('INVALID_INPUT', 'INVALID_INSTITUTION', 'invalid institution_id provided');
  }
  return institution;
}

export function createInstitutionRoutes(): Record<string, PlaidRoute> {
  return {
    '/institutions/get_by_id'(body) {
      const request = parsePlaidBody(requestSchema, body);
      const { institution_id, name, url, primary_color, country_code, oauth } = requireInstitution(
        request.institution_id,
      );
      const metadata = request.options?.include_optional_metadata === true ? { url, primary_color, logo: null } : {};
      const institution = {
        institution_id,
        name,
        products: ['transactions', 'auth', 'balance', 'identity'],
        country_codes: [country_code],
        routing_numbers: [],
        oauth,
        ...metadata,
      };
      return { institution };
    },
  };
}
