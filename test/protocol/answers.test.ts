import { describe, expect, it } from 'vitest';
import { parseLinkTokenAnswer } from '../../src/protocol/linkToken.js';
import { parseProblem } from '../../src/protocol/problem.js';
import { parseRepairAnswer } from '../../src/protocol/repair.js';

const TOKEN = { link_token: 'link-sandbox-1', expiration: '2026-11-20T10:30:00Z' };
const LINK = { item_id: 'item-1', status: 'pending' };

describe('parseLinkTokenAnswer', () => {
  it('takes the token and its expiration, and nothing besides', () => {
    const answer = { ...TOKEN, request_id: 'request-1', access_token: 'access-sandbox-secret' };
    expect(parseLinkTokenAnswer(answer)).toEqual({ ok: true, value: TOKEN });
  });

  it.each([
    ['no token', { expiration: TOKEN.expiration }],
    ['an empty token', { ...TOKEN, link_token: '' }],
    ['a token that is null', { ...TOKEN, link_token: null }],
    ['no expiration', { link_token: TOKEN.link_token }],
    ['an expiration that is no time', { ...TOKEN, expiration: 'in half an hour' }],
    ['an expiration in seconds', { ...TOKEN, expiration: 1800 }],
    ['a page of HTML', '<!doctype html>'],
    ['null', null],
  ])('refuses %s', (_what, input) => {
    expect(parseLinkTokenAnswer(input)).toMatchObject({ ok: false });
  });
});

describe('parseRepairAnswer', () => {
  it.each(['repaired', 'unverifiable', 'unchanged', 'still_broken'])('knows the result %s', (result) => {
    const answer = { result, integration_links: [LINK] };
    expect(parseRepairAnswer(answer)).toEqual({ ok: true, value: answer });
  });

  it('lets no access token through, wherever it stands', () => {
    const access_token = 'access-sandbox-secret';
    const answer = {
      result: 'repaired',
      access_token,
      integration_links: [{ ...LINK, access_token, end_user: { access_token } }],
    };
    expect(JSON.stringify(parseRepairAnswer(answer))).not.toContain('access');
  });

  it.each([
    ['a result that nobody knows', { result: 'fine', integration_links: [] }],
    ['no result', { integration_links: [] }],
    ['no links', { result: 'repaired' }],
    ['one link in place of a list', { result: 'repaired', integration_links: LINK }],
    ['null', null],
  ])('refuses %s', (_what, input) => {
    expect(parseRepairAnswer(input)).toMatchObject({ ok: false });
  });
});

describe('parseProblem', () => {
  it('reads what it knows of anybody’s error, and drops the rest', () => {
    expect(parseProblem({ title: 'No', code: 'x', request_id: 'r', detail: 'secret', status: 500 })).toEqual({
      ok: true,
      value: { code: 'x', request_id: 'r' },
    });
    expect(parseProblem({ code: null })).toEqual({ ok: true, value: { code: null } });
    expect(parseProblem({})).toEqual({ ok: true, value: {} });
  });

  it.each([[null], ['<h1>502</h1>'], [{ code: 502 }], [{ request_id: {} }]])('refuses %j', (input) => {
    expect(parseProblem(input)).toMatchObject({ ok: false });
  });
});
