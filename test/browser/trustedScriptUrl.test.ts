import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createLinkScript, LINK_SCRIPT_URL } from '../../src/browser/linkScript.js';
import { POLICY_NAME, trustScriptUrl } from '../../src/browser/trustedScriptUrl.js';
import { createClockByHand } from '../support/clockByHand.js';

type Rules = { createScriptURL(url: string): string };

class TrustedUrl {
  constructor(readonly url: string) {}
  toString() {
    return this.url;
  }
}

/** A page that takes no policy twice, as without `'allow-duplicates'`, and none but these. */
function installTrustedTypes(...allowed: string[]): Map<string, Rules> {
  const policies = new Map<string, Rules>();
  Reflect.set(window, 'trustedTypes', {
    createPolicy(name: string, rules: Rules) {
      if (!allowed.includes(name) || policies.has(name)) throw new TypeError(`Policy "${name}" disallowed.`);
      policies.set(name, rules);
      return { createScriptURL: (url: string) => new TrustedUrl(rules.createScriptURL(url)) };
    },
  });
  return policies;
}

/** What `require-trusted-types-for 'script'` does to a script's address. */
function requireTrustedTypes(): void {
  const { prototype } = HTMLScriptElement;
  const source = Object.getOwnPropertyDescriptor(prototype, 'src');
  if (!source) throw new Error('Scripts have no address here.');
  onTestFinished(() => void Object.defineProperty(prototype, 'src', source));
  Object.defineProperty(prototype, 'src', {
    ...source,
    set(value: unknown) {
      if (!(value instanceof TrustedUrl)) throw new TypeError("This document requires 'TrustedScriptURL' assignment.");
      source.set?.call(this, value.url);
    },
  });
}

const load = () => createLinkScript(createClockByHand(), () => undefined).load();
const tags = () => document.querySelectorAll(`script[src="${LINK_SCRIPT_URL}"]`);

afterEach(() => {
  for (const tag of tags()) tag.remove();
  for (const key of ['trustedTypes', 'Plaid', Symbol.for('react-plaid-update-mode.page')]) {
    Reflect.deleteProperty(window, key);
  }
});

describe('the policy for Trusted Types', () => {
  it('lets Plaid’s one address through', () => {
    const policies = installTrustedTypes(POLICY_NAME);
    expect(trustScriptUrl(LINK_SCRIPT_URL)).toEqual(new TrustedUrl(LINK_SCRIPT_URL));
    const rules = policies.get(POLICY_NAME);
    for (const url of ['https://evil.example/x.js', `${LINK_SCRIPT_URL}?x`, 'https://cdn.plaid.com/', '']) {
      expect(() => rules?.createScriptURL(url)).toThrow('lets nothing through');
    }
  });

  it('is made once for two copies of the library', async () => {
    installTrustedTypes(POLICY_NAME);
    const first = trustScriptUrl(LINK_SCRIPT_URL);
    vi.resetModules();
    const other = await import('../../src/browser/trustedScriptUrl.js');
    expect(other.trustScriptUrl).not.toBe(trustScriptUrl);
    expect(other.trustScriptUrl(LINK_SCRIPT_URL)).toBe(first);
    expect(first).toBeInstanceOf(TrustedUrl);
  });

  it('is not there, and not missed, in a browser without Trusted Types', () => {
    expect(trustScriptUrl(LINK_SCRIPT_URL)).toBe(LINK_SCRIPT_URL);
  });
});

describe('Plaid’s script on a page that requires Trusted Types', () => {
  it('is asked for with the policy', async () => {
    installTrustedTypes(POLICY_NAME);
    requireTrustedTypes();
    const loading = load();
    Reflect.set(window, 'Plaid', { create: () => ({}) });
    tags()[0]?.dispatchEvent(new Event('load'));
    await expect(loading).resolves.toBeUndefined();
  });

  it.each([
    ['that is to be loaded', undefined],
    ['that the page has brought, without a tag', { create: () => ({}) }],
  ])('%s fails with what to add, where the page does not allow the policy', async (_which, plaid) => {
    if (plaid) Reflect.set(window, 'Plaid', plaid);
    installTrustedTypes('somebody-elses');
    requireTrustedTypes();
    const failure = { code: 'script_failed', isRetryable: false };
    await expect(load()).rejects.toMatchObject({
      ...failure,
      message: expect.stringContaining('trusted-types react-plaid-update-mode'),
    });
    await expect(load()).rejects.toMatchObject(failure);
    expect(tags()).toHaveLength(0);
  });

  it('is asked for as a text where the page only names its policies, and requires none', async () => {
    installTrustedTypes('somebody-elses');
    void load();
    expect(tags()).toHaveLength(1);
  });
});
