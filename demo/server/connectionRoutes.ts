import { Hono, type Context } from 'hono';
import * as v from 'valibot';
import type { RefreshAnswer } from '../api.js';
import type { Bank } from './bank.js';
import type { Connection } from './connections.js';
import type { LiveUpdates } from './liveUpdates.js';
import { refreshAccounts } from './overview.js';
import type { User } from './sessions.js';
import type { Stores } from './stores.js';

const supportSchema = v.strictObject({
  itemId: v.string(),
  linkSessionId: v.optional(v.string()),
  requestId: v.optional(v.string()),
  errorCode: v.optional(v.string()),
});

/** As Plaid's client rejects: the answer is in there, and so are the keys. Only what is named here is read. */
const plaidErrorSchema = v.object({
  response: v.object({
    data: v.object({
      error_type: v.string(),
      error_code: v.string(),
      error_code_reason: v.optional(v.nullable(v.string()), null),
    }),
  }),
});

/** What Harbour's users can do with a connection that is their own, besides update mode. */
export function createConnectionRoutes(bank: Bank, stores: Stores, liveUpdates: LiveUpdates): Hono {
  const { sessions, connections, accounts, activity, supportRequests } = stores;
  const routes = new Hono<{ Variables: { user: User } }>();

  routes.use(async (c, next) => {
    const user = await sessions.find(c.req.raw);
    if (!user) return c.json({ title: 'Nobody is signed in.' }, 401);
    c.set('user', user);
    c.header('cache-control', 'no-store');
    await next();
  });

  async function findOwn(user: User, itemId: string): Promise<Connection | null> {
    const connection = await connections.find(user, itemId);
    return connection?.userId === user.id ? connection : null;
  }

  /** The bank's side first: what can't be removed there is still shown here. */
  async function remove({ itemId, householdId, accessToken }: Connection): Promise<void> {
    await bank.plaid.itemRemove({ access_token: accessToken }).catch(ignoreUnknownItem);
    await connections.remove(itemId);
    liveUpdates.tell(householdId, itemId);
  }

  function onOwn(action: (connection: Connection, c: Context) => Promise<Response>) {
    return async (c: Context<{ Variables: { user: User } }>) => {
      const connection = await findOwn(c.get('user'), c.req.param('itemId') ?? '');
      return connection ? action(connection, c) : c.json({ title: 'There is no such connection.' }, 404);
    };
  }

  routes.post(
    '/connections/:itemId/refresh',
    onOwn(async (connection, c) => {
      try {
        await refreshAccounts(connection, accounts, bank.plaid);
        return answerRefresh(c, null);
      } catch (error) {
        const refusal = v.safeParse(plaidErrorSchema, error);
        if (!refusal.success) return c.json({ title: 'Plaid can’t be reached.' }, 503);
        return answerRefresh(c, refusal.output.response.data);
      }
    }),
  );

  routes.post(
    '/connections/:itemId/remove',
    onOwn(async (connection, c) => {
      await remove(connection);
      const { institutionName, householdId } = connection;
      await activity.add(householdId, `Removed ${institutionName} and everything that was kept of it.`);
      return c.body(null, 204);
    }),
  );

  routes.post(
    '/connections/:itemId/replace',
    onOwn(async (connection, c) => {
      await bank.connectAnew(connection, stores);
      await remove(connection);
      const { institutionName, householdId } = connection;
      await activity.add(householdId, `Connected ${institutionName} again and removed the old connection.`);
      return c.body(null, 204);
    }),
  );

  routes.post('/support', async (c) => {
    const user = c.get('user');
    const request = v.safeParse(supportSchema, await c.req.json());
    const connection = request.success ? await connections.find(user, request.output.itemId) : null;
    if (!request.success || !connection) return c.json({ title: 'There is no such connection.' }, 404);
    await supportRequests.add(user.id, request.output);
    await activity.add(user.householdId, `Asked Harbour’s support about ${connection.institutionName}.`);
    return c.body(null, 204);
  });

  return new Hono().route('/', routes);
}

function answerRefresh(c: Context, error: RefreshAnswer['error']): Response {
  const answer: RefreshAnswer = { error };
  return c.json(answer);
}

/** Plaid may have removed it before. */
function ignoreUnknownItem(error: unknown): void {
  const refusal = v.safeParse(plaidErrorSchema, error);
  if (refusal.success && refusal.output.response.data.error_type !== 'API_ERROR') return;
  throw error;
}
