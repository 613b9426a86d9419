import { afterEach, describe, expect, it, vi } from 'vitest';
import { createLinkScript, LINK_SCRIPT_URL } from '../../src/browser/linkScript.js';
import { createClockByHand, settled } from '../support/clockByHand.js';

const plaid = { create: () => ({}) };
const tags = () => [...document.querySelectorAll<HTMLScriptElement>(`script[src="${LINK_SCRIPT_URL}"]`)];

/** Whether this very tag is there, and no other: for `toEqual` all tags with the same attributes are one. */
function isOnlyTag(tag: HTMLScriptElement): boolean {
  const [only, ...others] = tags();
  return only === tag && others.length === 0;
}

/** The newest tag, as it is when somebody has put one on the page. */
function lastTag(): HTMLScriptElement {
  const tag = tags().at(-1);
  if (!tag) throw new Error('No tag asks for the script.');
  return tag;
}

function run(tag = lastTag()): Promise<void> {
  Reflect.set(window, 'Plaid', plaid);
  tag.dispatchEvent(new Event('load'));
  return settled();
}

function fail(tag = lastTag()): Promise<void> {
  tag.dispatchEvent(new Event('error'));
  return settled();
}

function addHostsTag(changes: Partial<HTMLScriptElement> = {}): HTMLScriptElement {
  const tag = Object.assign(document.createElement('script'), { src: LINK_SCRIPT_URL, ...changes });
  document.head.append(tag);
  return tag;
}

/** The browser has already asked for the script, and has an answer of some kind. */
function remember(duration: number): void {
  const entries = (name: string) => (name === LINK_SCRIPT_URL ? [{ name, duration }] : []);
  Object.defineProperty(performance, 'getEntriesByName', { configurable: true, value: entries });
}

function setUp(nonce?: string) {
  const clock = createClockByHand();
  const script = createLinkScript(clock, () => nonce);
  /** Loads, and writes down what it comes to. */
  function load() {
    const outcome: { value: string; error: unknown } = { value: 'loading', error: null };
    script.load().then(
      () => (outcome.value = 'loaded'),
      (error: unknown) => Object.assign(outcome, { value: 'failed', error }),
    );
    return outcome;
  }
  return { clock, script, load };
}

const realEntries = Object.getOwnPropertyDescriptor(performance, 'getEntriesByName');

afterEach(() => {
  for (const tag of tags()) tag.remove();
  Reflect.deleteProperty(window, 'Plaid');
  Reflect.deleteProperty(window, Symbol.for('react-plaid-update-mode.page'));
  Reflect.deleteProperty(performance, 'getEntriesByName');
  if (realEntries) Object.defineProperty(performance, 'getEntriesByName', realEntries);
});

describe('Plaid’s script', () => {
  it('is asked for once, whoever wants it, and is there for all', async () => {
    const { clock, load } = setUp();
    const first = load();
    const second = load();
    expect(tags()).toHaveLength(1);
    expect(lastTag()).toMatchObject({ async: true, nonce: '', parentElement: document.body });
    await run();
    const third = load();
    await settled();
    expect([first, second, third].map(({ value }) => value)).toEqual(['loaded', 'loaded', 'loaded']);
    expect(tags()).toHaveLength(1);
    expect(clock.waiting).toEqual([]);
  });

  it('is asked for with the page’s nonce, as it is at that moment', async () => {
    let nonce: string | undefined;
    const script = createLinkScript(createClockByHand(), () => nonce);
    nonce = 'n-1';
    const loading = script.load();
    expect(lastTag().nonce).toBe('n-1');
    await run();
    await expect(loading).resolves.toBeUndefined();
  });

  it('is not asked for before anybody wants it', () => {
    setUp();
    expect(tags()).toEqual([]);
  });

  it('is asked for anew after a failure, with a fresh tag', async () => {
    const { clock, load } = setUp('n-1');
    const first = load();
    const failed = lastTag();
    await fail();
    expect(first).toMatchObject({ value: 'failed', error: { code: 'script_failed', isRetryable: true } });
    expect(tags()).toEqual([]);
    const second = load();
    expect(lastTag()).not.toBe(failed);
    expect(lastTag().nonce).toBe('n-1');
    await run();
    expect(second.value).toBe('loaded');
    expect(clock.waiting).toEqual([]);
  });

  it('fails all who wait for it at once', async () => {
    const { load } = setUp();
    const both = [load(), load()];
    await fail();
    expect(both.map(({ value }) => value)).toEqual(['failed', 'failed']);
  });

  it('is given up on when it never answers, and asked for anew with a fresh tag', async () => {
    const { clock, load } = setUp();
    const first = load();
    const silent = lastTag();
    await clock.pass(14_999);
    expect(first.value).toBe('loading');
    await clock.pass(1);
    expect(first).toMatchObject({ value: 'failed', error: { code: 'script_failed', isRetryable: true } });
    expect(tags()).toEqual([]);
    const second = load();
    expect(lastTag()).not.toBe(silent);
    await run();
    expect(second.value).toBe('loaded');
  });

  it('counts as there when it comes after all, later than anybody waited', async () => {
    const { clock, load } = setUp();
    load();
    const late = lastTag();
    await clock.pass(15_000);
    await run(late);
    const second = load();
    await settled();
    expect(second.value).toBe('loaded');
    expect(tags().map(({ type }) => type)).toEqual(['text/plain']);
  });

  it.each([
    ['nothing', () => {}],
    ['null', () => void Reflect.set(window, 'Plaid', null)],
    ['something else of that name', () => void Reflect.set(window, 'Plaid', {})],
  ])('has failed where it ran and left %s behind', async (_what, leave) => {
    const { load } = setUp();
    const first = load();
    leave();
    lastTag().dispatchEvent(new Event('load'));
    await settled();
    expect(first).toMatchObject({ value: 'failed', error: { code: 'script_failed' } });
    const second = load();
    await run();
    expect(second.value).toBe('loaded');
  });
});

describe('a page that has Plaid already', () => {
  it('gets an inert tag where it has none, so that nobody loads the script again', async () => {
    Reflect.set(window, 'Plaid', plaid);
    const { load } = setUp('n-1');
    const first = load();
    load();
    await settled();
    expect(first.value).toBe('loaded');
    expect(tags().map(({ type }) => type)).toEqual(['text/plain']);
  });

  it('keeps the tag that it has', async () => {
    const hosts = addHostsTag();
    Reflect.set(window, 'Plaid', plaid);
    const { load } = setUp();
    load();
    await settled();
    expect(isOnlyTag(hosts)).toBe(true);
  });
});

describe('a tag of the page’s own', () => {
  it('that still loads is waited for, and stays the only one', async () => {
    const hosts = addHostsTag({ async: true });
    const { clock, load } = setUp();
    const outcome = load();
    await clock.pass(10_000);
    expect(outcome.value).toBe('loading');
    await run(hosts);
    expect(outcome.value).toBe('loaded');
    expect(isOnlyTag(hosts)).toBe(true);
    expect(hosts.parentElement).toBe(document.head);
    expect(clock.waiting).toEqual([]);
  });

  it('that fails is replaced', async () => {
    const hosts = addHostsTag();
    const { load } = setUp();
    const outcome = load();
    await fail(hosts);
    expect(outcome.value).toBe('loading');
    expect(tags()).toHaveLength(1);
    expect(hosts.isConnected).toBe(false);
    await run();
    expect(outcome.value).toBe('loaded');
  });

  it('that never answers is replaced', async () => {
    const hosts = addHostsTag();
    const { clock, load } = setUp();
    const outcome = load();
    await clock.pass(15_000);
    expect(hosts.isConnected).toBe(false);
    await run();
    expect(outcome.value).toBe('loaded');
  });

  it('that failed before is replaced soon: it will never say so', async () => {
    const hosts = addHostsTag();
    remember(12);
    const { clock, load } = setUp();
    const outcome = load();
    await clock.pass(999);
    expect(isOnlyTag(hosts)).toBe(true);
    await clock.pass(1);
    expect(hosts.isConnected).toBe(false);
    await run();
    expect(outcome.value).toBe('loaded');
  });

  it('that is fetched and about to run is waited for', async () => {
    const hosts = addHostsTag();
    remember(12);
    const { clock, load } = setUp();
    const outcome = load();
    await clock.pass(500);
    await run(hosts);
    expect(outcome.value).toBe('loaded');
    expect(isOnlyTag(hosts)).toBe(true);
  });

  it('that is still being fetched is given its time', async () => {
    const hosts = addHostsTag();
    remember(0);
    const { clock, load } = setUp();
    load();
    await clock.pass(14_999);
    expect(isOnlyTag(hosts)).toBe(true);
  });

  it('that never runs, as a consent manager leaves one, is replaced at once', async () => {
    const inert = addHostsTag({ type: 'text/plain' });
    const { load } = setUp();
    const outcome = load();
    await settled();
    expect(inert.isConnected).toBe(false);
    await run();
    expect(outcome.value).toBe('loaded');
  });
});

describe('two copies of the library', () => {
  it('load the script once', async () => {
    const clock = createClockByHand();
    const { createLinkScript: createOne } = await import('../../src/browser/linkScript.js');
    vi.resetModules();
    const { createLinkScript: createOther } = await import('../../src/browser/linkScript.js');
    expect(createOther).not.toBe(createOne);
    const both = [createOne, createOther].map((create) => create(clock, () => undefined).load());
    expect(tags()).toHaveLength(1);
    await run();
    await expect(Promise.all(both)).resolves.toEqual([undefined, undefined]);
  });
});
