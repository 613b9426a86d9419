import { describe, expect, it } from 'vitest';
import { parseHeronLinkList, parseHeronUpdateAnswer } from '../../src/protocol/heron.js';
import { parseIntegrationLink, parseIntegrationLinkList } from '../../src/protocol/integrationLink.js';

const WHOLE = {
  item_id: 'M5eVJqLnv3tbzdngLDp9FL5OlDNxlNhlE55op',
  status: 'erroring',
  status_message: '[ITEM_LOGIN_REQUIRED] the login details of this item have changed',
  type: 'plaid_integration',
  created: '2026-01-10T09:00:00Z',
  last_updated: '2026-11-20T08:00:00+00:00',
  last_successful_sync: '2026-11-18T06:00:00Z',
  institution_name: 'First Platypus Bank',
  institution_logo: 'data:image/png;base64,AAAA',
  pending_disconnect: { reason: 'INSTITUTION_MIGRATION', disconnect_time: '2026-11-27T12:00:00Z' },
  error: {
    error_type: 'ITEM_ERROR',
    error_code: 'ITEM_LOGIN_REQUIRED',
    error_code_reason: 'OAUTH_CONSENT_EXPIRED',
  },
  repaired_at: '2026-11-19T12:00:00Z',
};

const LEAST = { item_id: 'item-1', status: 'active' };

describe('parseIntegrationLink', () => {
  it('takes a whole link as it is', () => {
    expect(parseIntegrationLink(WHOLE)).toEqual({ ok: true, value: WHOLE });
  });

  it('takes a link of which only the id and the status are known', () => {
    expect(parseIntegrationLink(LEAST)).toEqual({ ok: true, value: LEAST });
  });

  it('takes null for everything but the id and the status, as Heron sends it', () => {
    const nulls = Object.fromEntries(Object.keys(WHOLE).map((name) => [name, null]));
    expect(parseIntegrationLink({ ...nulls, ...LEAST })).toEqual({ ok: true, value: { ...nulls, ...LEAST } });
  });

  it.each(['pending', 'active', 'syncing', 'erroring', 'sync_disabled', 'deleted_in_plaid'])(
    'knows the status %s',
    (status) => {
      expect(parseIntegrationLink({ ...LEAST, status })).toMatchObject({ ok: true, value: { status } });
    },
  );

  it.each(['paused', 'ACTIVE', '', 'toString', '__proto__'])('reads the status %j as unknown', (status) => {
    expect(parseIntegrationLink({ ...LEAST, status })).toMatchObject({ ok: true, value: { status: 'unknown' } });
  });

  it('drops every field that it does not know, an access token first of all', () => {
    const parsed = parseIntegrationLink({
      ...WHOLE,
      access_token: 'access-sandbox-secret',
      end_user: { access_token: 'access-sandbox-secret' },
      error: { ...WHOLE.error, error_message: 'words', causes: [{ access_token: 'access-sandbox-secret' }] },
      pending_disconnect: { ...WHOLE.pending_disconnect, access_token: 'access-sandbox-secret' },
    });
    expect(parsed).toEqual({ ok: true, value: WHOLE });
  });

  it.each([
    ['no id', { status: 'active' }],
    ['no status', { item_id: 'item-1' }],
    ['a number as id', { ...LEAST, item_id: 7 }],
    ['a number as status', { ...LEAST, status: 7 }],
    ['an object as message', { ...LEAST, status_message: {} }],
    ['a time that is none', { ...LEAST, last_updated: 'yesterday' }],
    ['a number as time', { ...LEAST, created: 1_700_000_000 }],
    ['a repair at no time', { ...LEAST, repaired_at: 'soon' }],
    ['half an error', { ...LEAST, error: { error_type: 'ITEM_ERROR' } }],
    ['an error of one word', { ...LEAST, error: 'ITEM_LOGIN_REQUIRED' }],
    ['half a disconnect', { ...LEAST, pending_disconnect: { reason: 'INSTITUTION_MIGRATION' } }],
    ['a disconnect at no time', { ...LEAST, pending_disconnect: { reason: 'X', disconnect_time: 'soon' } }],
    ['a list', [LEAST]],
    ['a word', 'active'],
    ['null', null],
    ['nothing', undefined],
  ])('refuses %s', (_what, input) => {
    expect(parseIntegrationLink(input)).toMatchObject({ ok: false });
  });
});

describe('the lists of links', () => {
  it('are read in our envelope and in Heron’s', () => {
    expect(parseIntegrationLinkList({ integration_links: [WHOLE, LEAST], next: 'x' })).toEqual({
      ok: true,
      value: { integration_links: [WHOLE, LEAST] },
    });
    expect(parseHeronLinkList({ links: [WHOLE] })).toEqual({ ok: true, value: { links: [WHOLE] } });
  });

  it.each([
    ['the other envelope', { links: [LEAST] }],
    ['a bare list', [LEAST]],
    ['a list with a hole', { integration_links: [LEAST, null] }],
    ['one bad link among good ones', { integration_links: [LEAST, { ...LEAST, item_id: '' }] }],
    ['an object in place of the list', { integration_links: {} }],
  ])('refuse %s', (_what, input) => {
    expect(parseIntegrationLinkList(input)).toMatchObject({ ok: false });
  });

  it('name the place of what is wrong', () => {
    expect(parseIntegrationLinkList({ integration_links: [LEAST, { ...LEAST, error: { error_type: 1 } }] })).toEqual({
      ok: false,
      problem: 'integration_links.1.error.error_type: expected string',
    });
  });
});

describe('parseHeronUpdateAnswer', () => {
  it('takes Heron’s answer, and what a proxy that asked Plaid adds to it', () => {
    expect(parseHeronUpdateAnswer({ integration_link: LEAST })).toEqual({
      ok: true,
      value: { integration_link: LEAST },
    });
    expect(parseHeronUpdateAnswer({ integration_link: LEAST, result: 'repaired' })).toEqual({
      ok: true,
      value: { integration_link: LEAST, result: 'repaired' },
    });
  });

  it.each([
    ['an answer without the link', { result: 'repaired' }],
    ['a result that nobody knows', { integration_link: LEAST, result: 'fine' }],
    ['the bare link', LEAST],
  ])('refuses %s', (_what, input) => {
    expect(parseHeronUpdateAnswer(input)).toMatchObject({ ok: false });
  });
});
