import type { Meta, StoryObj } from '@storybook/react-vite';
import type { CSSProperties } from 'react';
import { expect, fn, waitFor } from 'storybook/test';
import { findLinkDialog } from '../../.storybook/decorators/linkDialog.js';
import { TARTAN, tartanLink } from '../../.storybook/decorators/sampleLinks.js';
import { scene } from '../../.storybook/decorators/scene.js';
import type { RepairCallbacks } from './callbacks.js';
import { UpdateModeLauncher } from './UpdateModeLauncher.js';
import type { UpdateModeTarget } from './useSession.js';

interface Offer {
  /** The name of the purpose on the app's server. */
  purpose: string;
  label: string;
  /** What the server asks of Plaid under that name. */
  asks: string;
  /** What an app's developer should know of it. */
  know?: string;
  target: UpdateModeTarget;
}

const ITEM: UpdateModeTarget = { itemId: TARTAN };

const OFFERS: Offer[] = [
  {
    purpose: 'repair',
    label: 'Sign in again',
    asks: 'The access token, no products.',
    know: 'The access token stays the same: no public token is exchanged.',
    target: ITEM,
  },
  { purpose: 'renew_consent', label: 'Renew your consent', asks: 'The access token.', target: ITEM },
  {
    purpose: 'select_accounts',
    label: 'Choose accounts',
    asks: 'update.account_selection_enabled; account_filters, if there are any.',
    know:
      'US and Canada only. The server compares before and after: Items from before March 2023 may share all accounts ' +
      'without a choice. Recurring transactions of a new account wait for /transactions/refresh.',
    target: ITEM,
  },
  {
    purpose: 'add_product',
    label: 'Add an asset report',
    asks: 'products: assets, statements or income.',
    know: 'One of them in each visit, never with a validation.',
    target: ITEM,
  },
  {
    purpose: 'validate_products',
    label: 'Check for payments',
    asks: 'products: auth, identity.',
    know: 'Plaid’s beta; never with assets, statements or income: such a handler refuses to be made.',
    target: ITEM,
  },
  {
    purpose: 'add_consented_products',
    label: 'Share name and address',
    asks: 'additional_consented_products.',
    target: ITEM,
  },
  { purpose: 'add_use_cases', label: 'Use data for budgets', asks: 'link_customization_name.', target: ITEM },
  { purpose: 'restore_permissions', label: 'Restore access', asks: 'The access token.', target: ITEM },
  { purpose: 'verify_micro_deposits', label: 'Enter the code', asks: 'The access token.', target: ITEM },
  {
    purpose: 'collect_documents',
    label: 'Upload a statement',
    asks: 'products: identity, with identity.is_document_upload and its one account.',
    target: ITEM,
  },
  {
    purpose: 'repair',
    label: 'Allow the transfer',
    asks: 'transfer.authorization_id, no access token.',
    know: 'Nothing is transferred here: afterwards the app tries the authorization again.',
    target: { authorizationId: 'authorization-1' },
  },
];

/** One launcher for each purpose, as an app has them among a connection's settings. */
function Purposes(callbacks: RepairCallbacks) {
  return (
    <ul style={LIST}>
      {OFFERS.map(({ purpose, label, asks, know, target }) => (
        <li key={label} style={ROW}>
          <div style={WORDS}>
            <code>{target.authorizationId === undefined ? purpose : `${purpose}, of a transfer`}</code>
            <div>Asks Plaid for: {asks}</div>
            {know && <div>{know}</div>}
          </div>
          <UpdateModeLauncher {...target} purpose={purpose} {...callbacks}>
            {label}
          </UpdateModeLauncher>
        </li>
      ))}
    </ul>
  );
}

const LIST: CSSProperties = { listStyle: 'none', padding: 0 };
const ROW: CSSProperties = {
  display: 'flex',
  flexWrap: 'wrap',
  gap: '1rem',
  alignItems: 'center',
  paddingBlock: '0.75rem',
};
const WORDS: CSSProperties = { flex: '1 1 18rem', lineHeight: 1.5, overflowWrap: 'anywhere' };

const DESCRIPTION = `
All that a visit in update mode can be for. The names stand on your server, with what they ask of Plaid; the browser knows no more.

**When to use** For what is no repair: other accounts, a renewed consent, a further product, a code, a document.

**When not** To mend a connection: the banner finds the purpose for that by itself.

**Props** \`purpose\`, besides those of the launcher.

**Contract** \`.update-mode-launcher\`, a \`<button>\` with \`data-status\`; through \`render\` any button of yours.

**Access** A label says what the visit is for, in the user’s words.
`;

const meta = {
  title: 'The launcher and hooks/Purposes',
  component: Purposes,
  args: { onRepaired: fn(), onExit: fn(), onError: fn() },
  parameters: {
    ...scene({ server: { links: [tartanLink()] } }),
    docs: { description: { component: DESCRIPTION }, story: { height: '620px' } },
  },
} satisfies Meta<typeof Purposes>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Yours to play: each opens Link for what the visit is for. The purposes stand on the server; the browser knows names. */
export const Playable: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findAllByRole('button')).toHaveLength(OFFERS.length);
  },
};

/** The user ticks a further account and leaves one out: the server compares, and the app hears the numbers. */
export const AccountsChosen: Story = {
  play: async ({ canvas, userEvent, args }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Choose accounts' }));
    const link = await findLinkDialog();
    (await link.findByRole('checkbox', { name: /Holiday Savings/ })).click();
    (await link.findByRole('checkbox', { name: /Rainy Day Savings/ })).click();
    link.getByRole('button', { name: 'Continue' }).click();
    await waitFor(() =>
      expect(args.onRepaired).toHaveBeenCalledWith(
        expect.objectContaining({ purpose: 'select_accounts', accounts: { added: 1, removed: 1 } }),
      ),
    );
  },
};

/** A connection that works and whose renewal was broken off still works: nothing is said to be repaired. */
export const RenewalCancelled: Story = {
  play: async ({ canvas, userEvent, args }) => {
    const button = await canvas.findByRole('button', { name: 'Renew your consent' });
    await userEvent.click(button);
    const link = await findLinkDialog();
    (await link.findByRole('button', { name: 'Close' })).click();
    await waitFor(() => expect(button).toHaveAttribute('data-status', 'exited'));
    await expect(args.onRepaired).not.toHaveBeenCalled();
  },
};

/** A Transfer authorization that waited for its user: afterwards the app tries it again. */
export const TransferAllowed: Story = {
  play: async ({ canvas, userEvent, args }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Allow the transfer' }));
    const link = await findLinkDialog();
    (await link.findByRole('button', { name: 'Continue' })).click();
    await waitFor(() => expect(args.onRepaired).toHaveBeenCalledWith(expect.objectContaining({ itemId: null })));
  },
};
