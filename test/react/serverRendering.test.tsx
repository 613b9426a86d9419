// @vitest-environment node
import { renderToString } from 'react-dom/server';
import { diagnose } from 'react-plaid-update-mode';
import { expect, it } from 'vitest';
import { PLATYPUS, platypusLink, tattersallLink } from '../support/links.js';
import { prefetch } from '../support/prefetch.js';
import { ServerPage } from '../support/ServerPage.js';

it('runs without a page', () => {
  expect([typeof window, typeof document]).toEqual(['undefined', 'undefined']);
});

it.each([
  ['', false],
  [', also below a provider in the layout', true],
])('renders all components with what was prefetched%s', async (_also, isProviderInLayout) => {
  const state = await prefetch(platypusLink(), tattersallLink());
  const html = renderToString(<ServerPage state={state} isProviderInLayout={isProviderInLayout} />);
  const titles = [...html.matchAll(/<(h\d)[^>]*>([^<]*)</g)].map(([, level, title]) => [level, title]);
  expect(titles).toEqual([
    ['h3', 'First Platypus Bank needs you to sign in again'],
    ['h3', 'Your connection to Tattersall Federal Credit Union ends November\u00A027, 2026'],
    ['h2', 'Your connection to Tattersall Federal Credit Union ends November\u00A027, 2026'],
    ['h2', 'Tartan Bank needs you to sign in again'],
    ['h2', 'First Platypus Bank needs a new connection'],
  ]);
  expect(html).toContain('<strong>Reconnect First Platypus Bank</strong>');
  expect(html).toContain('idle, success, 2 connections');
  expect(html).toMatch(/role="status"[^>]*><\/div>/);
});

it('renders nothing that a strict Content Security Policy refuses: no styles, scripts or handlers in the markup', async () => {
  const html = renderToString(<ServerPage state={await prefetch(platypusLink(), tattersallLink())} />);
  expect(html).toContain('update-mode-announcer');
  expect(html).not.toMatch(/<(style|script|link)|\s(style|on[a-z]+)=/);
});

it('renders what it has where nothing was prefetched', () => {
  const html = renderToString(<ServerPage state={{ mutations: [], queries: [] }} />);
  expect(html).toContain('Tartan Bank needs you to sign in again');
  expect(html).toContain('Reconnect your bank');
  expect(html).toContain('idle, pending, 0 connections');
});

it('says of a link what is wrong, also outside of React', () => {
  const now = Date.parse('2026-11-20T10:00:00Z');
  expect(diagnose(platypusLink({ item_id: PLATYPUS }), { now })).toEqual({
    code: 'ITEM_LOGIN_REQUIRED',
    cause: 'login',
    severity: 'critical',
    remedy: 'update_mode',
    purpose: 'repair',
  });
});
