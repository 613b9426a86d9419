// @vitest-environment node
import { CountryCode } from 'plaid';
import type { Item, ItemsPort, PurposeDefinition } from 'react-plaid-update-mode/server';
import { describe, expect, it } from 'vitest';
import { ACCESS_TOKEN, USER_TOKEN } from './support/secrets.js';
import { json, plaidError } from './support/upstream.js';
import {
  CREATE_LINK_TOKEN,
  createWorld,
  GET_ACCOUNTS,
  heronLink,
  ITEM,
  rememberFacts,
  USER,
  type Answer,
  type User,
  type World,
} from './support/world.js';

const OPTIONS = { client_name: 'Acme', language: 'en', country_codes: [CountryCode.Us] };
const ITEM_TARGET = { item_id: ITEM };
const USER_TARGET = { user: true };
const AUTHORIZATION_TARGET = { authorization_id: '460cbe92-2dcc-8eae-5ad6-b37d0ec90fd9' };
const LOGIN_ERROR = { error_type: 'ITEM_ERROR', error_code: 'ITEM_LOGIN_REQUIRED' };
const INSTITUTION_DOWN = { error_type: 'INSTITUTION_ERROR', error_code: 'INSTITUTION_DOWN' };

const ask = (world: World, target: object, purpose = 'repair'): Promise<Answer> =>
  world.send('/link-token', { method: 'POST', body: JSON.stringify({ target, purpose }) });

const sentBody = (world: World): unknown => world.upstream.sent(CREATE_LINK_TOKEN)[0]?.body;

/** A world whose app answers more than the memory store does. */
function createWorldWith(items: Partial<ItemsPort<User>>, purposes: Record<string, PurposeDefinition<User>> = {}) {
  const own = createWorld().items;
  return { own, world: createWorld<string>({ items: { ...own, ...items }, purposes }) };
}

/** A world whose Item has more to it. */
function createWorldOf(changes: Partial<Item>, purposes: Record<string, PurposeDefinition<User> | false> = {}): World {
  const world = createWorld<string>({ purposes });
  world.items.add(USER, { itemId: ITEM, accessToken: ACCESS_TOKEN, ...changes });
  return world;
}

/** How a request was refused, and how many others it made the server send. */
async function readRefusal(world: World, answer: Promise<Answer>): Promise<object> {
  const { status, body } = await answer;
  return { status, code: body.code, requests: world.upstream.requests.length };
}

const unasked = (status: number, code: string): object => ({ status, code, requests: 0 });

describe('a purpose', () => {
  it.each(['repair', 'renew_consent', 'select_accounts', 'restore_permissions'])(
    'named %s is there without being defined',
    async (purpose) => {
      expect(await ask(createWorld(), ITEM_TARGET, purpose)).toMatchObject({ status: 200 });
    },
  );

  it.each(['add_product', 'validate_products', 'verify_micro_deposits', 'constructor', 'anything'])(
    'named %s is refused where nobody has defined it, and nobody is asked',
    async (purpose) => {
      const world = createWorld();
      expect(await readRefusal(world, ask(world, ITEM_TARGET, purpose))).toEqual(unasked(422, 'purpose_not_defined'));
    },
  );

  it('is refused where the app has switched it off', async () => {
    const world = createWorld({ purposes: { select_accounts: false } });
    expect(await readRefusal(world, ask(world, ITEM_TARGET, 'select_accounts'))).toEqual(
      unasked(422, 'purpose_not_defined'),
    );
  });

  it('stays as it was where the app leaves it undefined', async () => {
    const world = createWorld({ purposes: { select_accounts: undefined } });
    expect(await ask(world, ITEM_TARGET, 'select_accounts')).toMatchObject({ status: 200 });
  });

  it('of its own name needs no kind', async () => {
    const world = createWorld({ purposes: { renew_consent: { reauthorization_enabled: true } } });
    await ask(world, ITEM_TARGET, 'renew_consent');
    expect(sentBody(world)).toMatchObject({ update: { reauthorization_enabled: true } });
  });

  it('does not tell that a foreign Item exists', async () => {
    const world = createWorld();
    expect(await readRefusal(world, ask(world, { item_id: 'ForeignItem' }, 'renew_consent'))).toEqual(
      unasked(404, 'item_not_found'),
    );
  });

  it("takes the app's customization unless it names its own", async () => {
    const world = createWorld({ linkToken: { ...OPTIONS, link_customization_name: 'of-the-app' } });
    await ask(world, ITEM_TARGET, 'select_accounts');
    expect(sentBody(world)).toMatchObject({ link_customization_name: 'of-the-app' });
  });

  it('that takes no customization is not given the one of the app', async () => {
    const world = createWorld({ linkToken: { ...OPTIONS, link_customization_name: 'of-the-app' } });
    await ask(world, ITEM_TARGET);
    expect(sentBody(world)).not.toHaveProperty('link_customization_name');
  });
});

describe('the purposes that an Item offers', () => {
  const names = ['repair', 'renew_consent', 'restore_permissions'];
  const purposes = { choose: { kind: 'select_accounts' } } as const;

  async function list(changes: Partial<Item>): Promise<unknown> {
    const answer = await createWorldOf(changes, purposes).send('/integration-links');
    expect(answer.body).toMatchObject({ integration_links: [{ item_id: heronLink().item_id }] });
    return JSON.parse(answer.text).integration_links[0].purposes.sort();
  }

  it('stand in its integration link', async () => {
    expect(await list({})).toEqual([...names, 'select_accounts', 'choose'].sort());
    expect(await list({ countryCode: 'CA' })).toEqual([...names, 'select_accounts', 'choose'].sort());
  });

  it.each(['GB', 'DE', 'fr', 'IE'])('S20: in %s do without the selection of accounts', async (countryCode) => {
    expect(await list({ countryCode })).toEqual([...names].sort());
    for (const purpose of ['select_accounts', 'choose']) {
      const world = createWorldOf({ countryCode }, purposes);
      expect(await readRefusal(world, ask(world, ITEM_TARGET, purpose))).toEqual(unasked(422, 'purpose_not_defined'));
      expect(await ask(world, ITEM_TARGET)).toMatchObject({ status: 200 });
    }
  });

  it.each(['US', 'us', 'CA'])('S20: in %s include the selection of accounts', async (countryCode) => {
    expect(await ask(createWorldOf({ countryCode }), ITEM_TARGET, 'select_accounts')).toMatchObject({ status: 200 });
  });

  it("are none for a colleague's Item, which gets no link token", async () => {
    expect(await list({ owner: 'other' })).toEqual([]);
    const world = createWorldOf({ owner: 'other' });
    expect(await readRefusal(world, ask(world, ITEM_TARGET))).toEqual(unasked(403, 'not_owner'));
  });

  it('are all for an Item that is said to be the own one', async () => {
    expect(await ask(createWorldOf({ owner: 'you' }), ITEM_TARGET)).toMatchObject({ status: 200 });
  });
});

describe('S14: the target user', () => {
  it.each([
    ['the app knows no users', {}],
    ['the caller is none', { findUser: () => null }],
    ['the caller is none, said otherwise', { findUser: async () => undefined }],
    ['the app has stored an empty token', { findUser: () => ({ userToken: '' }) }],
  ])('is not found where %s, and nobody is asked', async (_what, items: Partial<ItemsPort<User>>) => {
    const { world } = createWorldWith(items);
    expect(await readRefusal(world, ask(world, USER_TARGET))).toEqual(unasked(404, 'target_not_found'));
  });

  it.each(['renew_consent', 'select_accounts', 'restore_permissions', 'add_assets'])(
    'is refused for %s',
    async (purpose) => {
      const { world } = createWorldWith(
        { findUser: () => ({ userToken: USER_TOKEN }) },
        { add_assets: { kind: 'add_product', products: ['assets'] } },
      );
      expect(await readRefusal(world, ask(world, USER_TARGET, purpose))).toEqual(unasked(422, 'purpose_not_defined'));
    },
  );

  it('names the Items that are known to be broken, and the own ones only', async () => {
    const { world, own } = createWorldWith({ findUser: () => ({ userToken: USER_TOKEN }) });
    const facts = { error: LOGIN_ERROR };
    own.add(USER, { itemId: 'Second', accessToken: ACCESS_TOKEN, facts });
    own.add(USER, { itemId: 'Healthy', accessToken: ACCESS_TOKEN });
    own.add(USER, { itemId: 'Outage', accessToken: ACCESS_TOKEN, facts: { error: INSTITUTION_DOWN } });
    own.add(USER, { itemId: 'Colleagues', accessToken: ACCESS_TOKEN, owner: 'other', facts });
    await own.saveFacts(ITEM, facts);
    await ask(world, USER_TARGET);
    expect(sentBody(world)).toMatchObject({ update: { user: true, item_ids: [ITEM, 'Second'] } });
  });

  it('names the Items that Plaid calls broken, and remembers what nobody knew', async () => {
    const { world, own } = createWorldWith({ findUser: () => ({ userToken: USER_TOKEN }) });
    own.add(USER, { itemId: 'Healed', accessToken: ACCESS_TOKEN, facts: { error: LOGIN_ERROR } });
    own.add(USER, { itemId: 'Colleagues', accessToken: ACCESS_TOKEN, owner: 'other' });
    const items = [
      { item_id: ITEM, error: LOGIN_ERROR },
      { item_id: 'Healed', error: null },
      { item_id: 'Colleagues', error: LOGIN_ERROR },
      { item_id: 'of another app', error: LOGIN_ERROR },
    ];
    world.upstream.script('POST /user/items/get', json({ items, request_id: 'x' }));
    await ask(world, USER_TARGET);
    expect(sentBody(world)).toMatchObject({ update: { user: true, item_ids: [ITEM] } });
    expect(await own.find({ id: USER }, ITEM)).toMatchObject({ facts: { error: LOGIN_ERROR } });
    expect(await own.find({ id: USER }, 'Colleagues')).not.toHaveProperty('facts.error');
  });

  it('is found for the caller alone, by whoever asks', async () => {
    const asked: User[] = [];
    const { world } = createWorldWith({
      findUser: (caller) => {
        asked.push(caller);
        return { userId: 'usr_1' };
      },
    });
    await ask(world, USER_TARGET);
    expect(asked).toEqual([{ id: USER }]);
  });

  it('ends as the server failing where the port throws', async () => {
    const { world } = createWorldWith({
      findUser: () => {
        throw new RangeError(USER_TOKEN);
      },
    });
    expect(await readRefusal(world, ask(world, USER_TARGET))).toEqual(unasked(500, 'internal'));
    expect(world.log).toEqual([{ code: 'internal', operation: 'items.findUser', errorName: 'RangeError' }]);
  });

  it("tells Plaid's refusal without an Item", async () => {
    const { world } = createWorldWith({ findUser: () => ({ userToken: USER_TOKEN }) });
    world.upstream.script(CREATE_LINK_TOKEN, json(plaidError('INVALID_INPUT', 'INVALID_USER_TOKEN'), 400));
    expect(await ask(world, USER_TARGET)).toMatchObject({ status: 422, body: { code: 'link_token_refused' } });
    expect(world.log).toContainEqual(
      expect.objectContaining({ code: 'link_token_refused', errorCode: 'INVALID_USER_TOKEN' }),
    );
  });
});

describe('S15: the target authorization', () => {
  it.each([
    ['the app knows none', {}],
    ["it is nobody's", { findAuthorization: () => null }],
    ['a careless port answers another one', { findAuthorization: () => ({ authorizationId: 'another' }) }],
  ])('is not found where %s, and nobody is asked', async (_what, items: Partial<ItemsPort<User>>) => {
    const { world } = createWorldWith(items);
    expect(await readRefusal(world, ask(world, AUTHORIZATION_TARGET))).toEqual(unasked(404, 'target_not_found'));
  });

  it('is refused for everything but a repair', async () => {
    const { world } = createWorldWith({ findAuthorization: (_caller, authorizationId) => ({ authorizationId }) });
    expect(await readRefusal(world, ask(world, AUTHORIZATION_TARGET, 'renew_consent'))).toEqual(
      unasked(422, 'purpose_not_defined'),
    );
  });
});

describe('the options of link tokens', () => {
  it('are asked for without an Item where there is none', async () => {
    const asked: (string | null)[] = [];
    const world = createWorld({
      items: { ...createWorld().items, findUser: () => ({ userId: 'usr_1' }) },
      linkToken: (_caller, item) => {
        asked.push(item?.itemId ?? null);
        return OPTIONS;
      },
    });
    await ask(world, USER_TARGET);
    await ask(world, ITEM_TARGET);
    expect(asked).toEqual([null, ITEM]);
  });

  it("let Plaid's own page be offered: its address goes to the browser", async () => {
    const world = createWorld({ linkToken: { ...OPTIONS, hosted_link: {} } });
    const answer = { link_token: 'link-1', expiration: '2026-05-01T12:30:00Z' };
    const hosted_link_url = 'https://secure.plaid.com/hl/3k4m';
    world.upstream.script(CREATE_LINK_TOKEN, json({ ...answer, hosted_link_url, request_id: 'x' }));
    expect((await ask(world, ITEM_TARGET)).body).toEqual({ ...answer, hosted_link_url });
    expect(sentBody(world)).toMatchObject({ hosted_link: {} });
  });

  it('never have Plaid deliver anything, whatever an app without types gives', async () => {
    const untyped = { ...OPTIONS, hosted_link: { delivery_method: 'sms' } };
    // @ts-expect-error JavaScript has no types.
    const world = createWorld({ linkToken: () => untyped });
    expect(await readRefusal(world, ask(world, ITEM_TARGET))).toEqual(unasked(500, 'misconfigured'));
  });
});

describe('S5: adding Statements', () => {
  const add = (statements: () => { start_date: string; end_date: string }) =>
    createWorld<string>({
      purposes: { add_statements: { kind: 'add_product', products: ['statements'], statements } },
    });

  it('counts the days anew for every link token', async () => {
    let year = 2026;
    const world = add(() => ({ start_date: `${(year += 1)}-01-01`, end_date: `${year}-12-31` }));
    await ask(world, ITEM_TARGET, 'add_statements');
    await ask(world, ITEM_TARGET, 'add_statements');
    expect(world.upstream.sent(CREATE_LINK_TOKEN).map(({ body }) => body)).toMatchObject([
      { statements: { start_date: '2027-01-01', end_date: '2027-12-31' } },
      { statements: { start_date: '2028-01-01', end_date: '2028-12-31' } },
    ]);
  });

  it('is misconfigured where the days are more than Plaid takes', async () => {
    const world = add(() => ({ start_date: '2024-01-01', end_date: '2026-01-02' }));
    expect(await readRefusal(world, ask(world, ITEM_TARGET, 'add_statements'))).toEqual(unasked(500, 'misconfigured'));
    expect(world.log).toEqual([{ code: 'misconfigured', operation: 'purposes', itemId: ITEM, errorName: 'Error' }]);
  });
});

describe('S5: adding Income', () => {
  const add_income: PurposeDefinition<User> = {
    kind: 'add_product',
    products: ['income_verification'],
    bank_income: { days_requested: 90 },
  };

  it('wants the user of the caller', async () => {
    const { world } = createWorldWith({ findUser: () => null }, { add_income });
    expect(await readRefusal(world, ask(world, ITEM_TARGET, 'add_income'))).toEqual(unasked(404, 'target_not_found'));
  });

  it('takes a user of the newer kind in place of the client_user_id', async () => {
    const { world } = createWorldWith({ findUser: () => ({ userId: 'usr_1' }) }, { add_income });
    await ask(world, ITEM_TARGET, 'add_income');
    expect(sentBody(world)).toMatchObject({ user_id: 'usr_1', access_token: ACCESS_TOKEN });
    expect(sentBody(world)).not.toHaveProperty('user');
  });
});

describe('S26: the account that documents are collected for', () => {
  type Account = string | null | undefined;

  function collect(account: (caller: User, item: Item) => Account | Promise<Account>): World {
    const world = createWorld<string>({ purposes: { upload: { kind: 'collect_documents', account } } });
    world.upstream.script(GET_ACCOUNTS, json({ accounts: [{ account_id: 'account-1' }, { account_id: 'account-2' }] }));
    return world;
  }

  it("is the app's choice among those of the Item", async () => {
    const world = collect(({ id }, { itemId }) => (id === USER && itemId === ITEM ? 'account-2' : null));
    await ask(world, ITEM_TARGET, 'upload');
    expect(sentBody(world)).toMatchObject({ identity: { account_ids: ['account-2'] } });
  });

  it("is refused where it is another Item's", async () => {
    const world = collect(async () => 'account-3');
    expect(await ask(world, ITEM_TARGET, 'upload')).toMatchObject({
      status: 422,
      body: { code: 'purpose_not_defined' },
    });
    expect(world.upstream.sent(CREATE_LINK_TOKEN)).toEqual([]);
    expect(world.log).toEqual([{ code: 'purpose_not_defined', operation: 'purposes', itemId: ITEM }]);
  });

  it.each([null, undefined])('is none where the app says %s', async (none) => {
    const world = collect(() => none);
    expect(await readRefusal(world, ask(world, ITEM_TARGET, 'upload'))).toEqual(unasked(422, 'purpose_not_defined'));
  });

  it('can fail to be told', async () => {
    const world = collect(() => {
      throw new TypeError(ACCESS_TOKEN);
    });
    expect(await readRefusal(world, ask(world, ITEM_TARGET, 'upload'))).toEqual(unasked(500, 'internal'));
    expect(world.log).toEqual([{ code: 'internal', operation: 'purposes', itemId: ITEM, errorName: 'TypeError' }]);
  });

  it('stays unknown where Plaid does not tell the accounts', async () => {
    const world = collect(() => 'account-1');
    world.upstream.script(GET_ACCOUNTS, json(plaidError('ITEM_ERROR', 'ITEM_LOGIN_REQUIRED'), 400));
    expect(await ask(world, ITEM_TARGET, 'upload')).toMatchObject({
      status: 422,
      body: { code: 'link_token_refused', error_code: 'ITEM_LOGIN_REQUIRED' },
    });
    expect(world.upstream.sent(CREATE_LINK_TOKEN)).toEqual([]);
  });
});

describe('what is remembered before a visit', () => {
  it('costs nobody their link token', async () => {
    const world = createWorld();
    world.upstream.script(GET_ACCOUNTS, 'network error');
    expect(await ask(world, ITEM_TARGET)).toMatchObject({ status: 200 });
  });

  it('is asked for side by side with the link token', async () => {
    const world = createWorld({ upstreamTimeLimitMs: 50 });
    world.upstream.script(CREATE_LINK_TOKEN, 'silence');
    await ask(world, ITEM_TARGET);
    expect(world.upstream.requests.map(({ route }) => route)).toEqual([CREATE_LINK_TOKEN, GET_ACCOUNTS]);
  });

  it('is for a whole user which of their Items are broken', async () => {
    const { world } = createWorldWith({ findUser: () => ({ userId: 'usr_1' }) });
    await ask(world, USER_TARGET);
    expect(world.upstream.requests.map(({ route }) => route)).toEqual(['POST /user/items/get', CREATE_LINK_TOKEN]);
  });

  it('does not hide that the Item is gone', async () => {
    const world = createWorld();
    rememberFacts(world, { repaired_at: '2026-01-01T00:00:00Z' });
    world.upstream.script(CREATE_LINK_TOKEN, json(plaidError('ITEM_ERROR', 'ITEM_NOT_FOUND'), 400));
    world.upstream.script(GET_ACCOUNTS, json({ accounts: [{ account_id: 'account-1' }] }));
    await ask(world, ITEM_TARGET);
    expect(world.facts()).toMatchObject({ error: { error_code: 'ITEM_NOT_FOUND' } });
  });
});
