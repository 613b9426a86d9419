import * as v from 'valibot';
import { createPlaidId } from '../randomId.js';
import { createInstitutionRoutes } from './institutionRoutes.js';
import { createItemRoutes } from './itemRoutes.js';
import { createLinkTokenRoutes } from './linkTokenRoutes.js';
import { PlaidFailure } from './plaidFailure.js';
import type { PlaidRoute } from './plaidRoute.js';
import type { SandboxRequest } from './requestLog.js';
import { createProductRoutes } from './productRoutes.js';
import { createSandboxRoutes } from './sandboxRoutes.js';
import type { SandboxWorld } from './sandboxWorld.js';
import { createWebhookRoutes } from './webhookRoutes.js';
import type { SandboxWebhooks } from './webhooks.js';

const bodySchema = v.looseObject({ client_id: v.optional(v.string()), secret: v.optional(v.string()) });

/** Plaid's API. */
export function createPlaidApi(
  world: SandboxWorld,
  webhooks: SandboxWebhooks,
): (request: SandboxRequest) => Promise<Response> {
  const routes: Record<string, PlaidRoute> = {
    ...createLinkTokenRoutes(world),
    ...createItemRoutes(world),
    ...createProductRoutes(world),
    ...createInstitutionRoutes(),
    ...createSandboxRoutes(world),
    ...createWebhookRoutes(world, webhooks),
  };

  function checkCredential(name: string, given: string | undefined, expected: string | undefined): void {
    if (given === undefined || given === '') {
      throw new PlaidFailure('INVALID_REQUEST', 'MISSING_FIELDS', `the following required fields are missing: ${name}`);
    }
    if (expected !== undefined && given !== expected) {
      throw new PlaidFailure('INVALID_INPUT', 'INVALID_API_KEYS', 'invalid client_id or secret provided');
    }
  }

  async function answer({ method, path, headers, body }: SandboxRequest): Promise<Response> {
    const route = method === 'POST' && Object.hasOwn(routes, path) ? routes[path] : undefined;
    if (route === undefined)
      throw new PlaidFailure('INVALID_REQUEST', 'NOT_FOUND', 'the requested endpoint does not exist', 404);
    if (!v.is(bodySchema, body))
      throw new PlaidFailure('INVALID_REQUEST', 'INVALID_BODY', 'body could not be parsed as JSON');
    const { client_id: clientId, secret, ...fields } = body;
    checkCredential('client_id', clientId ?? headers['plaid-client-id'], world.clientId);
    checkCredential('secret', secret ?? headers['plaid-secret'], world.secret);
    return Response.json({ ...(await route(fields)), request_id: createPlaidId(15) });
  }

  return async (request) => {
    try {
      return await answer(request);
    } catch (error) {
      if (error instanceof PlaidFailure) return error.toResponse();
      throw error;
    }
  };
}
