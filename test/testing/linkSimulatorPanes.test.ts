// @vitest-environment jsdom
import { configure, fireEvent, waitFor, within } from '@testing-library/react';
import { Products, type LinkTokenCreateRequest } from 'plaid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  createSandbox,
  installLinkSimulator,
  type CreateItemOptions,
  type LinkOutcome,
  type LinkSimulator,
  type Sandbox,
} from '../../src/testing/index.js';
import { createLink, type CreatedLink } from './createLink.js';
import { createLinkToken } from './createLinkToken.js';
import { createPlaidClient } from './createPlaidClient.js';

// A query by role is slow in a page that is loaded the first time.
configure({ asyncUtilTimeout: 5_000 });

let simulator: LinkSimulator;
let sandbox: Sandbox;
let link: CreatedLink;
let itemId: string;

beforeEach(() => {
  sandbox = createSandbox();
  simulator = installLinkSimulator({ backend: sandbox.link });
});

afterEach(() => simulator.uninstall());

async function openLink(
  changes: Partial<LinkTokenCreateRequest>,
  item: CreateItemOptions = {},
  outcome: LinkOutcome = 'ask',
): Promise<void> {
  const created = sandbox.createItem(item);
  itemId = created.itemId;
  simulator.configure({ outcome });
  link = await createLink(await createLinkToken(sandbox, created.accessToken, changes));
  link.open();
}

function dialog() {
  const content = simulator.handlers[0]?.iframe.contentDocument;
  if (!content) throw new Error('Link has no document');
  return within(content.body);
}

const selection = { update: { account_selection_enabled: true } };
const sharedNames = () =>
  sandbox
    .readAccounts(itemId)
    .filter(({ isShared }) => isShared)
    .map(({ name }) => name);
const press = async (name: string) => fireEvent.click(await dialog().findByRole('button', { name }));
const untilSuccess = () => waitFor(() => expect(link.onSuccess).toHaveBeenCalledOnce());
const untilExit = () => waitFor(() => expect(link.onExit).toHaveBeenCalledOnce());

describe('S20: the pane with the accounts', () => {
  it('has a labelled box for each, ticked where it is shared, and shares what is ticked then', async () => {
    await openLink(selection, { sharedAccounts: ['Everyday Checking'] });
    const heading = await dialog().findByRole('heading', { name: 'Choose accounts to share' });
    expect(heading.ownerDocument.activeElement).toBe(heading);
    const box = (name: string) => dialog().getByRole<HTMLInputElement>('checkbox', { name });
    expect(dialog().getByRole('group', { name: 'Accounts' })).toBeDefined();
    expect(dialog().getAllByRole('checkbox')).toHaveLength(3);
    expect(box('Everyday Checking ••0000').checked).toBe(true);
    expect(box('Rainy Day Savings ••1111').checked).toBe(false);
    fireEvent.click(box('Everyday Checking ••0000'));
    fireEvent.click(box('Rainy Day Savings ••1111'));
    await press('Continue');
    await untilSuccess();
    expect(link.onSuccess.mock.lastCall?.[1]).toMatchObject({ accounts: [{ name: 'Rainy Day Savings' }] });
    expect(sharedNames()).toEqual(['Rainy Day Savings']);
  });

  it('comes after the sign-in where the Item is broken', async () => {
    await openLink(selection, { error: 'ITEM_LOGIN_REQUIRED' });
    await dialog().findByLabelText('Username');
    await press('Continue');
    await dialog().findByRole('group', { name: 'Accounts' });
    await press('Continue');
    await untilSuccess();
    expect(sandbox.readItem(itemId).error).toBeNull();
    expect(sharedNames()).toHaveLength(3);
  });

  it('S24: is followed by the consent where the Item has Assets; leaving there costs them', async () => {
    const item = { products: ['transactions', 'assets'], sharedAccounts: ['Everyday Checking'] };
    await openLink(selection, item);
    fireEvent.click(await dialog().findByRole('checkbox', { name: 'Platypus Visa ••3333' }));
    await press('Continue');
    await dialog().findByText('your accounts for asset reports');
    await press('Close');
    await untilExit();
    expect(sharedNames()).toEqual(['Everyday Checking']);
    await waitFor(async () => {
      const { accessToken } = sandbox.readItem(itemId);
      const { data } = await createPlaidClient(sandbox).itemGet({ access_token: accessToken });
      expect(data.item.products).toEqual(['transactions']);
    });
  });

  it('tells by its status that the user left there', async () => {
    await openLink(selection);
    await dialog().findByRole('group', { name: 'Accounts' });
    await press('Close');
    await untilExit();
    expect(link.onExit.mock.lastCall?.[1]).toMatchObject({ status: 'requires_account_selection' });
  });
});

describe('other panes', () => {
  it.each<[string, Partial<LinkTokenCreateRequest>, CreateItemOptions, string, string]>([
    ['S5: asks for a product', { products: [Products.Assets] }, {}, 'assets', 'Allow'],
    [
      'S10: asks for the consent again',
      {},
      { consentExpirationTime: new Date(Date.now() + 86_400_000).toISOString() },
      'your consent for another twelve months',
      'Allow',
    ],
  ])('%s in words, and takes the answer', async (_, changes, item, text, button) => {
    await openLink(changes, item);
    expect(await dialog().findByText(text)).toBeDefined();
    await press(button);
    await untilSuccess();
  });

  it('S26: takes the code of a micro-deposit', async () => {
    const { itemId: first } = sandbox.createItem();
    const [account] = sandbox.readAccounts(first);
    if (account === undefined) throw new Error('The Item has no account.');
    const { isShared: _shared, ...waiting } = { ...account, verification_status: 'pending_manual_verification' };
    await openLink({}, { accounts: [waiting] });
    expect(await dialog().findByLabelText('Code')).toBeDefined();
    await press('Continue');
    await untilSuccess();
    expect(link.onSuccess.mock.lastCall?.[1]).toMatchObject({
      accounts: [{ verification_status: 'manually_verified' }],
    });
  });

  it('S26: takes a document', async () => {
    const created = sandbox.createItem();
    const [account] = sandbox.readAccounts(created.itemId);
    const identity = { is_document_upload: true, account_ids: [account?.account_id ?? ''] };
    const token = await createLinkToken(sandbox, created.accessToken, { products: [Products.Identity], identity });
    link = await createLink(token);
    link.open();
    expect(await dialog().findByLabelText('Bank statement')).toBeDefined();
    await press('Upload');
    await untilSuccess();
  });
});

describe('a scripted outcome', () => {
  it.each<[string, LinkOutcome, string[]]>([
    ['names all accounts', { kind: 'success', accounts: ['Platypus Visa'] }, ['Platypus Visa']],
    ['adds some', { kind: 'success', select: ['1111'] }, ['Everyday Checking', 'Rainy Day Savings']],
    [
      'takes some away',
      { kind: 'success', select: ['Platypus Visa'], deselect: ['Everyday Checking'] },
      ['Platypus Visa'],
    ],
    ['leaves them alone', { kind: 'success' }, ['Everyday Checking']],
  ])('%s', async (_, outcome, shared) => {
    await openLink(selection, { sharedAccounts: ['Everyday Checking'] }, outcome);
    await untilSuccess();
    expect(sharedNames()).toEqual(shared);
  });

  it('can be told by hand, and refuses what Link does not offer', async () => {
    await openLink(selection);
    await waitFor(() => expect(simulator.current).not.toBeNull());
    expect(simulator.current?.steps).toEqual(['accounts']);
    expect(simulator.current?.offeredAccounts.map(({ name }) => name)).toContain('Platypus Visa');
    const visit = simulator.current;
    expect(() => visit?.succeed({ accounts: ['Gold'] })).toThrow('Link offers no account "Gold". It offers: Everyday');
    await visit?.succeed({ deselect: ['Platypus Visa'] });
    expect(sharedNames()).toEqual(['Everyday Checking', 'Rainy Day Savings']);
  });
});
