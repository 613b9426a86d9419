// @vitest-environment jsdom
import { configure, fireEvent, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  createHttpLinkBackend,
  createSandbox,
  installLinkSimulator,
  SANDBOX_INSTITUTIONS,
  type LinkSimulator,
  type LinkSimulatorOptions,
  type LinkVisit,
  type Sandbox,
} from '../../src/testing/index.js';
import { createLink, type CreatedLink } from './createLink.js';
import { createLinkToken } from './createLinkToken.js';

// A query by role is slow in a page that is loaded the first time.
configure({ asyncUtilTimeout: 5_000 });

const RETURN_PAGE = 'https://app.example/return';

let simulator: LinkSimulator;
let sandbox: Sandbox;
let itemId: string;
let accessToken: string;
let token: string;
let left: string[];
let link: CreatedLink;

beforeEach(async () => {
  left = [];
  sandbox = createSandbox({ publicUrl: 'https://app.example/sandbox' });
  const institutionId = SANDBOX_INSTITUTIONS.platypusOAuthBank.institution_id;
  ({ itemId, accessToken } = sandbox.createItem({ institutionId, error: 'ITEM_LOGIN_REQUIRED' }));
  token = await createLinkToken(sandbox, accessToken, { redirect_uri: RETURN_PAGE });
});

afterEach(() => {
  simulator.uninstall();
  vi.restoreAllMocks();
});

/** The page as it is loaded: at first, or back from the bank. */
async function loadPage(options: LinkSimulatorOptions = {}, receivedRedirectUri?: string, linkToken = token) {
  simulator = installLinkSimulator({ backend: sandbox.link, navigate: (url) => void left.push(url), ...options });
  link = await createLink(linkToken, receivedRedirectUri);
  link.open();
}

async function reloadPage(options: LinkSimulatorOptions, receivedRedirectUri: string, linkToken = token) {
  simulator.uninstall();
  await loadPage(options, receivedRedirectUri, linkToken);
}

function dialog() {
  const content = simulator.handlers[0]?.iframe.contentDocument;
  if (!content) throw new Error('Link has no document');
  return within(content.body);
}

const pressContinue = async () =>
  fireEvent.click(await dialog().findByRole('button', { name: 'Continue to Platypus OAuth Bank' }));

function untilOpen(): Promise<LinkVisit> {
  return waitFor(() => {
    if (simulator.current === null) throw new Error('Link is not open.');
    return simulator.current;
  });
}

const untilSuccess = () => waitFor(() => expect(link.onSuccess).toHaveBeenCalledOnce());
const untilExit = () => waitFor(() => expect(link.onExit).toHaveBeenCalledOnce());
const lastError = () => link.onExit.mock.lastCall?.[0];

/** A window for the bank, whose `closed` follows `close()` as a real one's does. */
function stubPopup(): Window {
  const frame = document.body.appendChild(document.createElement('iframe'));
  const popup = frame.contentWindow;
  if (popup === null) throw new Error('An iframe has no window.');
  let isClosed = false;
  Object.defineProperty(popup, 'closed', { configurable: true, get: () => isClosed });
  popup.close = () => {
    isClosed = true;
  };
  vi.spyOn(window, 'open').mockReturnValue(popup);
  return popup;
}

describe('a bank in a popup', () => {
  it('asks on a page of its own, and the visit goes on with what was chosen there', async () => {
    const popup = stubPopup();
    await loadPage();
    await pressContinue();
    const page = within(popup.document.body);
    expect(page.getByRole('heading', { name: 'Platypus OAuth Bank' })).toBeDefined();
    fireEvent.click(page.getByRole('checkbox', { name: 'Platypus Visa ••3333' }));
    fireEvent.click(page.getByRole('button', { name: 'Allow' }));
    await untilSuccess();
    expect(popup.closed).toBe(true);
    expect(link.told).toContain('OPEN_OAUTH');
    expect(link.told).not.toContain('SUBMIT_CREDENTIALS');
    expect(sandbox.readItem(itemId).error).toBeNull();
    expect(sandbox.readAccounts(itemId).map(({ isShared }) => isShared)).toEqual([true, true, false]);
    expect(left).toEqual([]);
  });

  it('can be denied: an error pane, and an exit with it', async () => {
    const popup = stubPopup();
    await loadPage();
    await pressContinue();
    fireEvent.click(within(popup.document.body).getByRole('button', { name: 'Cancel' }));
    expect(await dialog().findByText('ITEM_ERROR · INSUFFICIENT_CREDENTIALS')).toBeDefined();
    fireEvent.click(dialog().getByText('Close'));
    await untilExit();
    expect(lastError()).toMatchObject({ error_code: 'INSUFFICIENT_CREDENTIALS' });
    expect(sandbox.readItem(itemId).error).toBe('ITEM_LOGIN_REQUIRED');
  });

  it('can be closed: CLOSE_OAUTH is told, and the way to the bank is offered again', async () => {
    const popup = stubPopup();
    await loadPage();
    await pressContinue();
    popup.close();
    expect(await dialog().findByText('The window of Platypus OAuth Bank was closed.')).toBeDefined();
    fireEvent.click(dialog().getByRole('button', { name: 'Close' }));
    await untilExit();
    expect(link.told).toContain('CLOSE_OAUTH');
    expect(link.onExit.mock.lastCall?.[1]).toMatchObject({ status: 'requires_oauth' });
  });

  it('can be blocked by the browser: the pane says so, and stays', async () => {
    vi.spyOn(window, 'open').mockReturnValue(null);
    await loadPage();
    await pressContinue();
    expect(await dialog().findByText(/has blocked the window/)).toBeDefined();
    expect(dialog().getByRole('button', { name: 'Continue to Platypus OAuth Bank' })).toBeDefined();
  });

  it('is what a redirect becomes without a redirect_uri', async () => {
    const popup = stubPopup();
    token = await createLinkToken(sandbox, accessToken);
    await loadPage({ oauth: 'redirect' });
    await pressContinue();
    expect(within(popup.document.body).getByRole('button', { name: 'Allow' })).toBeDefined();
    expect(left).toEqual([]);
  });
});

describe('S17: a bank by redirect', () => {
  it("leaves for the bank's page, which sends the user back, and the same token goes on", async () => {
    await loadPage({ oauth: 'redirect' });
    await pressContinue();
    await waitFor(() => expect(left).toHaveLength(1));
    const bankPage = left[0] ?? '';
    expect(bankPage).toMatch(/^https:\/\/app\.example\/sandbox\/link\/oauth\/[0-9a-f-]{36}$/);

    const address = bankPage.replace('/sandbox', '');
    const html = await (await sandbox.fetch(address)).text();
    expect(html).toContain('<h1>Platypus OAuth Bank</h1>');
    const fields = [...html.matchAll(/name="account" value="(\w+)"/g)].slice(0, 1).map(([, id]) => `account=${id}`);
    const answer = await sandbox.fetch(address, { method: 'POST', body: ['decision=allow', ...fields].join('&') });
    expect(answer.status).toBe(303);
    const returnUrl = answer.headers.get('location') ?? '';
    expect(returnUrl).toBe(`${RETURN_PAGE}?oauth_state_id=${bankPage.split('/').at(-1)}`);

    await reloadPage({ oauth: 'redirect' }, returnUrl);
    await untilSuccess();
    expect(sandbox.readItem(itemId).error).toBeNull();
    expect(sandbox.readAccounts(itemId).map(({ isShared }) => isShared)).toEqual([true, false, false]);
    expect(left).toHaveLength(1);
  });

  it("is at the bank's page wherever it is served", async () => {
    await loadPage({ oauth: 'redirect', bankPageUrl: '/bank' });
    await pressContinue();
    await waitFor(() => expect(left).toEqual([expect.stringMatching(/^\/bank\/[0-9a-f-]{36}$/)]));
  });

  it('can be scripted: the page leaves at once for the return, and goes on by itself', async () => {
    const scripted: LinkSimulatorOptions = { oauth: 'redirect', outcome: { kind: 'success', accounts: ['3333'] } };
    await loadPage(scripted);
    await waitFor(() => expect(left).toEqual([expect.stringContaining(`${RETURN_PAGE}?oauth_state_id=`)]));
    expect(link.onSuccess).not.toHaveBeenCalled();
    await reloadPage(scripted, left[0] ?? '');
    await untilSuccess();
    expect(sandbox.readAccounts(itemId).map(({ isShared }) => isShared)).toEqual([false, false, true]);
  });

  it('works over HTTP, too', async () => {
    const backend = createHttpLinkBackend('https://sandbox.test', { fetch: sandbox.fetch });
    await loadPage({ backend });
    const visit = await untilOpen();
    const returnUrl = await visit.visitBank('allow', { deselect: ['Platypus Visa'] });
    await reloadPage({ backend }, returnUrl);
    await untilSuccess();
    expect(sandbox.readAccounts(itemId).map(({ isShared }) => isShared)).toEqual([true, true, false]);
  });

  it('ends in an exit where the user has denied, or has come back without an answer', async () => {
    await loadPage();
    const denied = await (await untilOpen()).visitBank('deny');
    await reloadPage({}, denied);
    await untilExit();
    expect(lastError()).toMatchObject({ error_code: 'INSUFFICIENT_CREDENTIALS' });
    expect(sandbox.readItem(itemId).error).toBe('ITEM_LOGIN_REQUIRED');
  });

  it('refuses a state that was processed, while its page was loaded again', async () => {
    await loadPage();
    const returnUrl = await (await untilOpen()).visitBank();
    await reloadPage({ outcome: { kind: 'success', delay: 60_000 } }, returnUrl);
    await untilOpen();
    await reloadPage({}, returnUrl);
    await untilExit();
    expect(lastError()).toMatchObject({
      error_type: 'OAUTH_ERROR',
      error_code: 'OAUTH_STATE_ID_ALREADY_PROCESSED',
    });
  });

  it.each([
    ['a state that nobody knows', `${RETURN_PAGE}?oauth_state_id=x`, 'OAUTH_STATE_ID_NOT_FOUND'],
    ['an address without a state', RETURN_PAGE, 'INVALID_FIELD'],
    ['an address that is none', 'return', 'INVALID_FIELD'],
  ])('refuses %s', async (_, received, code) => {
    await loadPage({}, received);
    await untilExit();
    expect(lastError()).toMatchObject({ error_code: code });
  });

  it('refuses another link token than the one that left', async () => {
    await loadPage();
    const returnUrl = await (await untilOpen()).visitBank();
    await reloadPage({}, returnUrl, await createLinkToken(sandbox, accessToken));
    await untilExit();
    expect(lastError()).toMatchObject({ error_type: 'OAUTH_ERROR', error_code: 'INCORRECT_LINK_TOKEN' });
  });

  it('says that a token without a redirect_uri can not come back', async () => {
    token = await createLinkToken(sandbox, accessToken);
    await loadPage();
    await expect((await untilOpen()).visitBank()).rejects.toThrow('The link token has no redirect_uri');
  });
});
