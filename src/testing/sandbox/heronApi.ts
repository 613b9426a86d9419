import * as v from 'valibot';
import { HeronFailure } from './heronFailure.js';
import { isFinal, setHeronStatus, startSync, viewHeronLink, type HeronLinkView } from './heronLink.js';
import type { SandboxRequest } from './requestLog.js';
import { findItemError } from './itemTrouble.js';
import type { SandboxItem } from './sandboxItem.js';
import type { SandboxWorld } from './sandboxWorld.js';

const LIST_PATH = /^\/api\/end_users\/([^/]+)\/integration_links$/;
const LINK_PATH = /^\/api\/integration_links\/([^/]+)$/;
const REFRESH_PATH = /^\/api\/integrations\/[^/]+\/links\/([^/]+)\/refresh$/;
/** Heron's own address for Plaid's webhooks is the customer's to know; this one is the sandbox's. */
const WEBHOOK_PATH = '/api/webhooks/plaid';

const updateSchema = v.strictObject({ end_user: v.strictObject({ access_token: v.pipe(v.string(), v.minLength(1)) }) });

type HeronItem = SandboxItem & { heron: NonNullable<SandboxItem['heron']> };

const isAtHeron = (item: SandboxItem): item is HeronItem => item.heron !== null;

/** Heron's API, as its OpenAPI document has it: the list of an end user's links, the update and the refresh of one. */
export function createHeronApi(world: SandboxWorld): (request: SandboxRequest) => Promise<Response> {
  const view = (item: HeronItem): HeronLinkView => viewHeronLink(item.itemId, item.heron, world.now());

  function checkApiKey(apiKey: string | undefined): void {
    const isRight =
      world.heronApiKey === undefined ? apiKey !== undefined && apiKey !== '' : apiKey === world.heronApiKey;
    if (!isRight) throw new HeronFailure(401, 'Unauthorized', 'API key is missing or invalid');
  }

  function requireLink(itemId: string): HeronItem {
    const item = world.items.find(itemId);
    if (item === undefined || !isAtHeron(item)) throw new HeronFailure(404, 'Not Found', 'integration link not found');
    return item;
  }

  function listLinks(endUserId: string): Response {
    const items = world.items
      .list()
      .filter(isAtHeron)
      .filter((item) => item.heron.endUserId === endUserId);
    return Response.json({ links: items.map(view) });
  }

  function updateLink(itemId: string, body: unknown): Response {
    const update = v.safeParse(updateSchema, body);
    if (!update.success) {
      const description = { json: { [v.getDotPath(update.issues[0]) ?? 'body']: ['Invalid or missing value.'] } };
      throw new HeronFailure(422, 'Unprocessable Entity', description);
    }

    const item = requireLink(itemId);
    const before = view(item);
    if (isFinal(item.heron)) return Response.json({ integration_link: before });

    const now = world.now();
    const opensTheItem = update.output.end_user.access_token === item.accessToken && findItemError(item) === null;
    if (opensTheItem && world.heron.afterPut !== 'refresh_needed') startSync(item.heron, world.heron, now);
    else if (!opensTheItem)
      setHeronStatus(
        item.heron,
        'erroring',
        before.status_message ?? '[INVALID_ACCESS_TOKEN] the access token opens no Item',
        now,
      );

    const isStale = world.heron.afterPut === 'stale_erroring';
    return Response.json({ integration_link: isStale ? before : view(item) });
  }

  function refreshLink(itemId: string): Response {
    const item = requireLink(itemId);
    if (!isFinal(item.heron) && findItemError(item) === null) {
      startSync(item.heron, { ...world.heron, afterPut: 'sync' }, world.now());
    }
    return Response.json({ link: view(item) });
  }

  /** Plaid's webhook as the app forwards it: the signature holds for the very bytes that Plaid sent. */
  async function takeWebhook({ headers, rawBody }: SandboxRequest): Promise<Response> {
    const isSigned = await world.webhookKeys.verify(headers['plaid-verification'] ?? '', rawBody).catch(() => false);
    if (!isSigned) throw new HeronFailure(401, 'Unauthorized', 'the webhook is not signed by Plaid');
    return new Response(null, { status: 200 });
  }

  async function answer(request: SandboxRequest): Promise<Response> {
    const { method, path, headers, body } = request;
    if (path === WEBHOOK_PATH && method === 'POST') return takeWebhook(request);
    checkApiKey(headers['x-api-key']);
    const endUserId = LIST_PATH.exec(path)?.[1];
    if (endUserId !== undefined && method === 'GET') return listLinks(decodeURIComponent(endUserId));
    const itemId = LINK_PATH.exec(path)?.[1];
    if (itemId !== undefined && method === 'PUT') return updateLink(decodeURIComponent(itemId), body);
    const refreshedId = REFRESH_PATH.exec(path)?.[1];
    if (refreshedId !== undefined && method === 'POST') return refreshLink(decodeURIComponent(refreshedId));
    if (endUserId !== undefined || itemId !== undefined || refreshedId !== undefined) {
      throw new HeronFailure(405, 'Method Not Allowed', 'The method is not allowed for the requested URL.');
    }
    throw new HeronFailure(404, 'Not Found', 'The requested URL was not found on the server.');
  }

  return async (request) => {
    try {
      return await answer(request);
    } catch (error) {
      if (error instanceof HeronFailure) return error.toResponse();
      throw error;
    }
  };
}
