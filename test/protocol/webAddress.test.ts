import { describe, expect, it } from 'vitest';
import { parseIntegrationLink } from '../../src/protocol/integrationLink.js';
import { parseLinkTokenAnswer } from '../../src/protocol/linkToken.js';

const DANGEROUS = [
  'javascript:alert(1)',
  ' javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  'vbscript:x',
  'data:text/html,<script>alert(1)</script>',
  'data:text/html;image/png,<script>alert(1)</script>',
  'data:,x',
  'blob:https://bank.example/1',
  'file:///etc/passwd',
  'http://bank.example/',
  'ftp://bank.example/',
  '//bank.example/',
  '/\\bank.example/',
  'bank.example',
  'https://',
  '',
];

function read(field: 'institution_logo' | 'institution_url', url: string): string | null | undefined {
  const parsed = parseIntegrationLink({ item_id: 'item-1', status: 'active', [field]: url });
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.value[field];
}

describe('a logo', () => {
  it.each([
    'https://cdn.example/logo.png',
    '/logos/first-platypus.svg',
    'data:image/png;base64,AAAA',
    'data:image/svg+xml,%3Csvg/%3E',
    'DATA:image/webp;base64,AAAA',
  ])('is read: %s', (url) => {
    expect(read('institution_logo', url)).toBe(url);
  });

  it.each([...DANGEROUS, 'data:image/x-script,x', 'data:image/pngx,x'])(
    'is left out, and nothing else with it: %j',
    (url) => {
      expect(read('institution_logo', url)).toBeNull();
    },
  );
});

describe('a bank’s own site', () => {
  it('is read where it has https', () => {
    expect(read('institution_url', 'https://bank.example/login?x=1')).toBe('https://bank.example/login?x=1');
  });

  it.each([...DANGEROUS, '/login', 'data:image/png,x'])('is left out, and nothing else with it: %j', (url) => {
    expect(read('institution_url', url)).toBeNull();
  });
});

describe('Plaid’s own page for a visit', () => {
  const answer = (hosted_link_url: string) =>
    parseLinkTokenAnswer({ link_token: 'link-sandbox-1', expiration: '2026-11-20T10:30:00Z', hosted_link_url });

  it.each(['https://secure.plaid.com/hl/1', 'http://localhost:4000/link/hosted/1', 'http://127.0.0.1/link'])(
    'is taken: %s',
    (url) => {
      expect(answer(url)).toMatchObject({ ok: true, value: { hosted_link_url: url } });
    },
  );

  it.each([
    ...DANGEROUS,
    'http://localhost:pass@evil.example/',
    'http://localhost.evil.example/',
    'http://127.0.0.1:1@evil.example/',
    'https://secure.plaid.com@evil.example/',
    'https://user:pass@secure.plaid.com/',
  ])('makes the whole answer a wrong one: %j', (url) => {
    expect(answer(url)).toMatchObject({ ok: false, problem: expect.stringContaining('hosted_link_url') });
  });
});
