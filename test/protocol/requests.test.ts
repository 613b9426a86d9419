import { describe, expect, it } from 'vitest';
import { parseLinkTokenRequest } from '../../src/protocol/parseLinkTokenRequest.js';
import { parseRepairReport } from '../../src/protocol/parseRepairReport.js';

const TOKEN_REQUEST = { target: { item_id: 'item-1' }, purpose: 'repair' };
const REPORT = { ...TOKEN_REQUEST, outcome: 'success', started_at: '2026-11-20T10:00:00.000Z' };

describe('parseLinkTokenRequest', () => {
  it.each([{ item_id: 'item-1' }, { user: true }, { authorization_id: '460cbe92-2dcc-8eae-5ad6-b37d0ec90fd9' }])(
    'takes the target %j and a purpose',
    (target) => {
      const request = { target, purpose: 'add_assets' };
      expect(parseLinkTokenRequest(request)).toEqual({ ok: true, value: request });
    },
  );

  it.each([
    ['no purpose', { target: { item_id: 'item-1' } }],
    ['a purpose by an empty name', { ...TOKEN_REQUEST, purpose: '' }],
    ['a purpose by a name with capitals', { ...TOKEN_REQUEST, purpose: 'addAssets' }],
    ['a purpose by a name that goes on for ever', { ...TOKEN_REQUEST, purpose: 'a'.repeat(65) }],
    ['a purpose of its own making', { ...TOKEN_REQUEST, purpose: { kind: 'repair' } }],
    ['a user that is not the one', { ...TOKEN_REQUEST, target: { user: 'user-1' } }],
    ['a user token', { ...TOKEN_REQUEST, target: { user: true, user_token: 'user-sandbox-secret' } }],
    ['an authorization by a path', { ...TOKEN_REQUEST, target: { authorization_id: '../a' } }],
    ['two targets', { ...TOKEN_REQUEST, target: { item_id: 'item-1', authorization_id: 'a' } }],
    ['a target without a name', { ...TOKEN_REQUEST, target: {} }],
    ['products from a browser', { ...TOKEN_REQUEST, products: ['assets'] }],
    ['an access token', { ...TOKEN_REQUEST, access_token: 'access-sandbox-secret' }],
    ['an access token within the target', { ...TOKEN_REQUEST, target: { item_id: 'item-1', access_token: 'x' } }],
    ['no target', { purpose: 'repair' }],
    ['a list', [TOKEN_REQUEST]],
    ['nothing', undefined],
  ])('refuses %s', (_what, input) => {
    expect(parseLinkTokenRequest(input)).toMatchObject({ ok: false });
  });

  it.each(['a', 'M5eVJqLnv3tbzdngLDp9FL5OlDNxlNhlE55op', 'item_1-2', 'a'.repeat(128), 'constructor'])(
    'takes the item id %s',
    (item_id) => {
      expect(parseLinkTokenRequest({ ...TOKEN_REQUEST, target: { item_id } })).toMatchObject({ ok: true });
    },
  );

  it.each<unknown>([
    '',
    ' ',
    '.',
    '..',
    '../item-1',
    'item-1/refresh',
    'item-1%2Frefresh',
    'item-1\\refresh',
    'item-1?x=1',
    'item-1#x',
    'item-1\n',
    'item-1\u0000',
    'ｉtem-1',
    '__proto__',
    'a'.repeat(129),
    1,
    null,
    {},
    ['item-1'],
    { toString: 'item-1' },
  ])('refuses the item id %j', (item_id) => {
    expect(parseLinkTokenRequest({ ...TOKEN_REQUEST, target: { item_id } })).toMatchObject({ ok: false });
  });

  it('takes nothing out of a prototype that travels along', () => {
    const inherited: unknown = JSON.parse(
      '{ "__proto__": { "target": { "item_id": "item-1" } }, "purpose": "repair" }',
    );
    expect(parseLinkTokenRequest(inherited)).toMatchObject({ ok: false });
  });
});

describe('parseRepairReport', () => {
  it('takes a report with all that it can hold, and with the least', () => {
    const whole = { ...REPORT, link_session_id: 'session-1', finished_at: '2026-11-20T10:01:00.000Z' };
    expect(parseRepairReport(whole)).toEqual({ ok: true, value: whole });
    expect(parseRepairReport(REPORT)).toEqual({ ok: true, value: REPORT });
  });

  it.each(['success', 'exit', 'unknown'])('knows the outcome %s', (outcome) => {
    expect(parseRepairReport({ ...REPORT, outcome })).toMatchObject({ ok: true, value: { outcome } });
  });

  it.each([
    ['an outcome that nobody knows', { ...REPORT, outcome: 'maybe' }],
    ['no outcome', { ...REPORT, outcome: undefined }],
    ['no beginning', { ...REPORT, started_at: undefined }],
    ['a beginning that is no time', { ...REPORT, started_at: 'just now' }],
    ['a time that goes on for ever', { ...REPORT, started_at: `2026-11-20T10:00:00.${'0'.repeat(60)}Z` }],
    ['a session id that goes on for ever', { ...REPORT, link_session_id: 'x'.repeat(129) }],
    ['a public token', { ...REPORT, public_token: 'public-sandbox-secret' }],
    ['accounts', { ...REPORT, accounts: [{ id: 'account-1', mask: '0000' }] }],
    ['nothing', null],
  ])('refuses %s', (_what, input) => {
    expect(parseRepairReport(input)).toMatchObject({ ok: false });
  });
});
