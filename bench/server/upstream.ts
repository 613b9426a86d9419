import { createServer } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { createSandbox } from 'react-plaid-update-mode/testing';
import * as v from 'valibot';
import { countConnections, listen } from './listen.js';
import { answerParent, upstreamOrderSchema } from './messages.js';
import type { OwnedItem } from './owners.js';

const USERS = 100;
const ITEMS_EACH = 3;

const sandbox = createSandbox({ heron: { afterPut: 'active_at_once' } });
const owned: OwnedItem[] = [];
for (let user = 1; user <= USERS; user += 1) {
  const userId = `user-${user}`;
  for (let item = 0; item < ITEMS_EACH; item += 1) {
    owned.push({ userId, ...sandbox.createItem({ endUserId: userId }) });
  }
}

const open = () => createAdaptorServer({ fetch: (request) => sandbox.fetch(request), createServer });
const servers = { ours: open(), bare: open() };
const urls = { ours: await listen(servers.ours), bare: await listen(servers.bare) };

// The first message asks where it is; each one after it says how slow Plaid and Heron are from now on.
let isFirst = true;
answerParent(async (message) => {
  if (isFirst) {
    isFirst = false;
    return { urls, owned };
  }
  const { latency } = v.parse(upstreamOrderSchema, message);
  const fault = latency > 0 ? ({ kind: 'slow', latency } as const) : null;
  sandbox.faults.plaid = fault;
  sandbox.faults.heron = fault;
  return { ours: await countConnections(servers.ours), bare: await countConnections(servers.bare) };
});
