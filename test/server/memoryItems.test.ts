// @vitest-environment node
import { createMemoryItems } from 'react-plaid-update-mode/server';
import { describe, expect, it } from 'vitest';

function createItems() {
  const items = createMemoryItems<{ id: string }>((user) => user.id);
  items.add('ada', { itemId: 'a1', accessToken: 'token-a1', institutionName: 'First Platypus Bank' });
  items.add('ada', { itemId: 'a2', accessToken: 'token-a2', facts: { repaired_at: '2026-05-01T00:00:00Z' } });
  items.add('bob', { itemId: 'b1', accessToken: 'token-b1' });
  return items;
}

const ada = { id: 'ada' };

describe('createMemoryItems', () => {
  it("lists a caller's own Items", async () => {
    const list = await createItems().list(ada);
    expect(list.map(({ itemId }) => itemId)).toEqual(['a1', 'a2']);
  });

  it("finds a caller's own Item, and nobody else's", () => {
    const items = createItems();
    expect(items.find(ada, 'a1')).toEqual({
      itemId: 'a1',
      accessToken: 'token-a1',
      institutionName: 'First Platypus Bank',
    });
    expect(items.find(ada, 'b1')).toBeNull();
    expect(items.find(ada, 'unknown')).toBeNull();
  });

  it("finds an Item by Plaid's id alone, with its owner, for webhooks", () => {
    const items = createItems();
    expect(items.findByPlaidId('b1')).toEqual({ itemId: 'b1', accessToken: 'token-b1', endUserId: 'bob' });
    expect(items.findByPlaidId('unknown')).toBeNull();
  });

  it('replaces the facts', () => {
    const items = createItems();
    const error = { error_type: 'ITEM_ERROR', error_code: 'ITEM_NOT_FOUND' };
    void items.saveFacts('a2', { error });
    expect(items.find(ada, 'a2')).toMatchObject({ accessToken: 'token-a2', facts: { error } });
    expect(items.find(ada, 'a2')).not.toHaveProperty('facts.repaired_at');
  });

  it('is not changed through what it gave or was given', async () => {
    const items = createItems();
    const [item] = await items.list(ada);
    if (item) item.accessToken = 'changed';
    const found = await items.find(ada, 'a2');
    if (found?.facts) found.facts.repaired_at = 'changed';
    expect(items.find(ada, 'a1')).toMatchObject({ accessToken: 'token-a1' });
    expect(items.find(ada, 'a2')).toMatchObject({ facts: { repaired_at: '2026-05-01T00:00:00Z' } });
    const facts = { checking: [{ idempotency_key: 'k', since: '2026-05-01T00:00:00Z' }] };
    void items.saveFacts('a2', facts);
    facts.checking.pop();
    expect(items.find(ada, 'a2')).toMatchObject({ facts: { checking: [{ idempotency_key: 'k' }] } });
  });

  it('keeps no facts of an Item that it does not know', () => {
    const items = createItems();
    void items.saveFacts('unknown', {});
    expect(items.find(ada, 'unknown')).toBeNull();
  });
});
