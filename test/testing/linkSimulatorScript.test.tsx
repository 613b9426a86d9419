// @vitest-environment jsdom
import { render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { installLinkSimulator, PLAID_SCRIPT_URL, type LinkSimulator } from '../../src/testing/index.js';
import { expectConsole } from '../support/expectConsole.js';
import { PlaidLinkPage } from './PlaidLinkPage.js';

let simulator: LinkSimulator;

beforeEach(() => {
  simulator = installLinkSimulator();
});

afterEach(() => simulator.uninstall());

function createTag(): HTMLScriptElement {
  const tag = document.createElement('script');
  tag.src = PLAID_SCRIPT_URL;
  return tag;
}

const outcomeOf = (tag: HTMLScriptElement): Promise<string> =>
  new Promise((resolve) => {
    for (const type of ['load', 'error']) tag.addEventListener(type, () => resolve(type));
  });

const hasPlaid = (): boolean => Reflect.get(window, 'Plaid') !== undefined;

describe('a script tag with the address of Plaid', () => {
  it('brings window.Plaid, which is not there before', async () => {
    const tag = createTag();
    expect(simulator.script.requests).toBe(0);
    document.head.append(tag);
    expect(hasPlaid()).toBe(false);
    expect(await outcomeOf(tag)).toBe('load');
    expect(hasPlaid()).toBe(true);
    expect(simulator.script).toEqual({ requests: 1, executions: 1 });
  });

  it('is answered when the address comes as an attribute, or after the tag is in the page, or inside other elements', async () => {
    const byAttribute = document.createElement('script');
    byAttribute.setAttribute('src', PLAID_SCRIPT_URL);
    document.body.append(byAttribute);
    expect(await outcomeOf(byAttribute)).toBe('load');

    expectConsole('warn', 'embedded more than once');
    const late = document.createElement('script');
    document.body.append(late);
    await Promise.resolve();
    late.src = PLAID_SCRIPT_URL;
    expect(await outcomeOf(late)).toBe('load');

    const inside = createTag();
    const parent = document.createElement('div');
    parent.append(inside);
    document.body.append(parent);
    expect(await outcomeOf(inside)).toBe('load');
    expect(simulator.script.requests).toBe(3);
  });

  it('runs once when it is moved', async () => {
    const tag = createTag();
    document.head.append(tag);
    await outcomeOf(tag);
    document.body.append(tag);
    await Promise.resolve();
    expect(simulator.script).toEqual({ requests: 1, executions: 1 });
  });

  it('runs although it was removed while it loaded', async () => {
    const tag = createTag();
    document.body.append(tag);
    tag.remove();
    expect(await outcomeOf(tag)).toBe('load');
    expect(hasPlaid()).toBe(true);
  });

  it('fails when it is told to, and a fresh one loads after that', async () => {
    simulator.configure({ script: { outcome: 'error' } });
    const blocked = createTag();
    document.body.append(blocked);
    expect(await outcomeOf(blocked)).toBe('error');
    expect(hasPlaid()).toBe(false);

    simulator.configure({ script: { outcome: 'load', delay: 5 } });
    const fresh = createTag();
    document.body.append(fresh);
    expect(await outcomeOf(fresh)).toBe('load');
    expect(simulator.script).toEqual({ requests: 2, executions: 1 });
  });

  it('is left alone when it is inert', () => {
    const tag = document.createElement('script');
    tag.type = 'text/plain';
    tag.src = PLAID_SCRIPT_URL;
    document.body.append(tag);
    expect(tag.type).toBe('text/plain');
    tag.remove();
  });
});

describe('any other script tag', () => {
  it('is left alone', () => {
    const tag = document.createElement('script');
    tag.src = 'https://app.example/app.js';
    tag.setAttribute('data-name', 'app');
    expect(tag.type).toBe('');
    expect(tag.src).toBe('https://app.example/app.js');
    expect(tag.dataset['name']).toBe('app');
  });
});

describe('the hook of react-plaid-link', () => {
  it('makes no handler while the script has not answered', async () => {
    simulator.configure({ script: { outcome: 'hang' } });
    render(<PlaidLinkPage />);
    await waitFor(() => expect(simulator.script.requests).toBe(1));
    expect(screen.getByText('not ready')).toBeVisible();
    expect(simulator.handlers).toEqual([]);
  });

  it('asks once for any number of hooks', async () => {
    simulator.configure({ script: { outcome: 'hang' } });
    render(
      <>
        <PlaidLinkPage />
        <PlaidLinkPage />
      </>,
    );
    await waitFor(() => expect(simulator.script.requests).toBe(1));
    expect(document.querySelectorAll('script')).toHaveLength(1);
  });

  it('gives its nonce to the script tag', async () => {
    simulator.configure({ script: { outcome: 'hang' } });
    render(<PlaidLinkPage cspNonce="nonce-1" />);
    await waitFor(() => expect(simulator.script.requests).toBe(1));
    expect(document.querySelector('script')?.nonce).toBe('nonce-1');
  });

  it('fails with the script, and asks again when it is mounted anew', async () => {
    simulator.configure({ script: { outcome: 'error' } });
    const { unmount } = render(<PlaidLinkPage />);
    await screen.findByText('failed');
    unmount();
    simulator.configure({ script: { outcome: 'hang' } });
    render(<PlaidLinkPage />);
    await waitFor(() => expect(simulator.script.requests).toBe(2));
    expect(screen.getByText('not ready')).toBeVisible();
  });
});

describe('a second simulator on a page', () => {
  it('starts without window.Plaid, and leaves the app free to set it', async () => {
    const tag = createTag();
    document.head.append(tag);
    await outcomeOf(tag);
    simulator.uninstall();
    simulator = installLinkSimulator();
    expect(hasPlaid()).toBe(false);
    const own = { create: vi.fn(), createEmbedded: vi.fn() };
    window.Plaid = own;
    expect(window.Plaid).toBe(own);
  });

  it('has window.Plaid at once when a tag that has run comes back', async () => {
    const tag = createTag();
    document.head.append(tag);
    await outcomeOf(tag);
    simulator.uninstall();
    simulator = installLinkSimulator();
    document.body.append(tag);
    expect(hasPlaid()).toBe(true);
    await Promise.resolve();
    expect(simulator.script.requests).toBe(0);
  });
});

describe('uninstall', () => {
  it('gives script tags back to the browser', () => {
    simulator.uninstall();
    const tag = createTag();
    tag.setAttribute('src', PLAID_SCRIPT_URL);
    expect(tag.type).toBe('');
    expect(Object.hasOwn(HTMLScriptElement.prototype, 'setAttribute')).toBe(false);
  });

  it('gives back the window.Plaid that was there before', () => {
    simulator.uninstall();
    const own = { create: 'mine' };
    Object.defineProperty(window, 'Plaid', { configurable: true, value: own });
    const second = installLinkSimulator();
    expect(hasPlaid()).toBe(false);
    second.uninstall();
    expect(Reflect.get(window, 'Plaid')).toBe(own);
    Reflect.deleteProperty(window, 'Plaid');
  });
});
