import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { BANNER_CONTRACT } from '../../.storybook/decorators/bannerContract.js';
import { signInAtTheBank } from '../../.storybook/decorators/linkDialog.js';
import { platypusLink, tartanLink, tattersallLink } from '../../.storybook/decorators/sampleLinks.js';
import { scene } from '../../.storybook/decorators/scene.js';
import { ALL_PROPS } from '../../.storybook/decorators/propTables.js';
import { RepairAllBanner } from './RepairAllBanner.js';

const LOGIN_REQUIRED = {
  status: 'erroring',
  status_message: '[ITEM_LOGIN_REQUIRED] the login details of this item have changed',
  pending_disconnect: null,
} as const;

const DESCRIPTION = `
All broken connections of one user in one banner: Plaid leads through them, one visit after the other.

**When to use** Where your server can name the user to Plaid (the target \`user\`), and a sign-in is what all of them need.

**When not** Where they need different things: \`RepairItemBannerList\` says of each what it needs.

**Props** \`variant\`, \`density\`, \`headingLevel\`, and the three callbacks.

**Contract** ${BANNER_CONTRACT}

**Access** How far the user is, is read out after each visit. The next one waits until they press: nothing opens by itself.
`;

const meta = {
  title: 'Many connections/One visit after the other',
  component: RepairAllBanner,
  argTypes: ALL_PROPS,
  args: { onRepaired: fn(), onExit: fn(), onError: fn() },
  parameters: {
    ...scene({ server: { links: [platypusLink(), tattersallLink(LOGIN_REQUIRED), tartanLink(LOGIN_REQUIRED)] } }),
    docs: { description: { component: DESCRIPTION }, story: { height: '220px' } },
  },
} satisfies Meta<typeof RepairAllBanner>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Three connections need their user. Plaid decides whose turn it is, so the button names no bank. */
export const SeveralBroken: Story = {
  play: async ({ canvas }) => {
    const heading = { name: '3 bank connections need you to sign in again' };
    await expect(await canvas.findByRole('heading', heading)).toBeVisible();
  },
};

/** One of three is repaired. The next visit waits for the user: they may stop here and go on another day. */
export const OneRepaired: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Reconnect one by one' }));
    await signInAtTheBank();
    await expect(await canvas.findByText('1 of 3 reconnected.')).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Reconnect the next one' })).toBeVisible();
  },
};

/** The last one is repaired: the banner says so for a moment, and leaves. */
export const AllRepaired: Story = {
  parameters: scene({ server: { links: [platypusLink()] } }),
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Reconnect your bank' }));
    await signInAtTheBank();
    await expect(await canvas.findByRole('heading', { name: 'All your bank connections work again' })).toBeVisible();
  },
};
