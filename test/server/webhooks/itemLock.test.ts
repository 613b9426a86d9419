// @vitest-environment node
import { createMemoryItems } from 'react-plaid-update-mode/server';
import { describe, expect, it } from 'vitest';
import { createGate } from '../support/gate.js';
import { ACCESS_TOKEN } from '../support/secrets.js';
import { plaidError, plaidItem } from '../support/upstream.js';
import { createWorld, GET_ITEM, heronLink, ITEM, report, UPDATE_LINK, USER, type User } from '../support/world.js';
import { createWebhookWorld, itemWebhook } from './support.js';

const PENDING = heronLink({ status: 'pending', status_message: null });

/** An app whose endpoint and webhooks share their Items, as on one database. */
function createApp(options: { itemWaitLimitMs?: number } = {}) {
  const items = createMemoryItems<User>(({ id }) => id);
  items.add(USER, { itemId: ITEM, accessToken: ACCESS_TOKEN });
  const endpoint = createWorld({ items });
  const arrival = createGate();
  arrival.open();
  const webhooks = createWebhookWorld({
    items: {
      ...items,
      exclusively(itemId, run) {
        void arrival.wait();
        return items.exclusively?.(itemId, run) ?? run();
      },
    },
    ...options,
  });
  return { items, endpoint, webhooks, webhookWaits: arrival.reached, facts: () => items.findByPlaidId(ITEM)?.facts };
}

describe('a webhook about an Item that a report is about', () => {
  it('waits, and tells Heron nothing that it was told since', async () => {
    const { endpoint, webhooks, webhookWaits } = createApp();
    const gate = createGate();
    endpoint.upstream.script(GET_ITEM, async () => {
      await gate.wait();
      endpoint.advance(1000);
      return Response.json({ item: { item_id: ITEM, error: null } });
    });
    const repair = endpoint.send('/repairs', report(endpoint));
    await gate.reached;
    const webhook = webhooks.send(itemWebhook('LOGIN_REPAIRED'));
    await webhookWaits;
    gate.open();
    expect((await repair).body).toMatchObject({ result: 'repaired' });
    expect((await webhook).status).toBe(200);
    expect(endpoint.upstream.sent(UPDATE_LINK)).toHaveLength(1);
    expect(webhooks.upstream.sent(UPDATE_LINK)).toEqual([]);
    expect(webhooks.news).toMatchObject([{ event: { code: 'LOGIN_REPAIRED' } }]);
  });

  it('keeps a report from telling Heron what the webhook has told it', async () => {
    const { endpoint, webhooks } = createApp();
    const gate = createGate();
    webhooks.upstream.script(GET_ITEM, async () => {
      await gate.wait();
      webhooks.advance(1000);
      return Response.json({ item: { item_id: ITEM, error: null } });
    });
    const webhook = webhooks.send(itemWebhook('LOGIN_REPAIRED'));
    await gate.reached;
    const repair = endpoint.send('/repairs', report(endpoint));
    gate.open();
    expect((await webhook).status).toBe(200);
    expect((await repair).body).toMatchObject({ result: 'repaired' });
    expect(webhooks.upstream.sent(UPDATE_LINK)).toHaveLength(1);
    expect(endpoint.upstream.sent(UPDATE_LINK)).toEqual([]);
    expect(endpoint.repaired).toHaveLength(1);
  });

  it('leaves what it says and what the report found side by side', async () => {
    const { endpoint, webhooks, webhookWaits, facts } = createApp();
    const gate = createGate();
    endpoint.upstream.script(UPDATE_LINK, async () => {
      await gate.wait();
      return Response.json({ integration_link: PENDING });
    });
    webhooks.upstream.script(GET_ITEM, plaidItem(ITEM, plaidError('ITEM_ERROR', 'ITEM_LOGIN_REQUIRED')));
    const repair = endpoint.send('/repairs', report(endpoint));
    await gate.reached;
    const webhook = webhooks.send(itemWebhook('ERROR', { error: plaidError('ITEM_ERROR', 'ITEM_LOGIN_REQUIRED') }));
    await webhookWaits;
    gate.open();
    await Promise.all([repair, webhook]);
    expect(facts()).toMatchObject({ repaired_under: 'visit-1', error: { error_code: 'ITEM_LOGIN_REQUIRED' } });
  });

  it('is answered with 503 after a long wait, and comes again', async () => {
    const { endpoint, webhooks } = createApp({ itemWaitLimitMs: 20 });
    const gate = createGate();
    endpoint.upstream.script(UPDATE_LINK, async () => {
      await gate.wait();
      return Response.json({ integration_link: PENDING });
    });
    const repair = endpoint.send('/repairs', report(endpoint));
    await gate.reached;
    expect((await webhooks.send(itemWebhook('NEW_ACCOUNTS_AVAILABLE'))).status).toBe(503);
    expect(webhooks.log).toEqual([
      { code: 'internal', operation: 'items.exclusively', itemId: ITEM, errorName: 'ItemBusy' },
    ]);
    gate.open();
    await repair;
    expect((await webhooks.send(itemWebhook('NEW_ACCOUNTS_AVAILABLE'))).status).toBe(200);
  });

  it('is taken where the Item was deleted meanwhile', async () => {
    const { items, webhooks } = createApp();
    let count = 0;
    const shared = createWebhookWorld({
      items: {
        ...items,
        findByPlaidId(itemId) {
          count += 1;
          return count === 1 ? items.findByPlaidId(itemId) : null;
        },
      },
    });
    expect((await shared.send(itemWebhook('LOGIN_REPAIRED'))).status).toBe(200);
    expect(shared.upstream.sent(UPDATE_LINK)).toEqual([]);
    expect(webhooks.news).toEqual([]);
  });
});
