import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { BANNER_CONTRACT } from '../../.storybook/decorators/bannerContract.js';
import { ConnectionRows } from '../../.storybook/decorators/ConnectionRows.js';
import {
  PLATYPUS,
  platypusLink,
  TARTAN,
  tartanLink,
  TATTERSALL,
  tattersallLink,
} from '../../.storybook/decorators/sampleLinks.js';
import { scene } from '../../.storybook/decorators/scene.js';
import { BANNER_PROPS } from '../../.storybook/decorators/propTables.js';
import { RepairItemBanner } from './RepairItemBanner.js';

const DESCRIPTION = `
The banner of one connection, before anybody has pressed anything: what is wrong, what it means, and the one thing that helps.

**When to use** Where a page is about one connection: its detail page, the settings of an account.

**When not** For all connections of a user: take \`RepairItemBannerList\`, which reads them once and leaves out those that work.

**Props** \`itemId\`, or an \`integrationLink\` that you have read yourself; \`variant\`, \`density\`, \`headingLevel\`; \`onRepaired\`,
\`onExit\` and \`onError\` for visits that it launched itself.

**Contract** ${BANNER_CONTRACT}

**Access** On load it is a region named by its heading: no alert, no focus. The icon has a name in words, the severity is never
told by colour alone, and the button says which bank it is about.
`;

const meta = {
  title: 'What is wrong/One connection',
  component: RepairItemBanner,
  argTypes: BANNER_PROPS,
  args: { itemId: PLATYPUS, onRepaired: fn(), onExit: fn(), onError: fn() },
  parameters: { docs: { description: { component: DESCRIPTION } } },
} satisfies Meta<typeof RepairItemBanner>;

export default meta;
type Story = StoryObj<typeof meta>;

/** The bank wants its customer to sign in again (`ITEM_LOGIN_REQUIRED`): no new data comes in. One button opens Link. */
export const NeedsSignIn: Story = {
  play: async ({ canvas }) => {
    await expect(
      await canvas.findByRole('region', { name: 'First Platypus Bank needs you to sign in again' }),
    ).toHaveAttribute('data-severity', 'critical');
    const button = canvas.getByRole('button', { name: 'Reconnect First Platypus Bank' });
    await expect(button.getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
  },
};

/** The connection still works, and ends on a day that Plaid has named (`PENDING_DISCONNECT`). Signing in before then keeps it. */
export const WillDisconnect: Story = {
  args: { itemId: TATTERSALL },
  parameters: scene({ server: { links: [tattersallLink()] } }),
  play: async ({ canvas }) => {
    const banner = await canvas.findByRole('region', {
      name: 'Your connection to Tattersall Federal Credit Union ends in 6 days',
    });
    await expect(banner).toHaveAttribute('data-severity', 'warning');
    await expect(canvas.getByRole('button', { name: 'Reconnect Tattersall Federal Credit Union' })).toBeVisible();
  },
};

/** A code that this library does not know. Most of what stops a connection is mended by its user, so they may try. */
export const UnknownCode: Story = {
  parameters: scene({
    server: { links: [platypusLink({ status_message: '[SOMETHING_NEW] nobody has heard of it yet' })] },
  }),
  play: async ({ canvas }) => {
    await expect(
      await canvas.findByRole('heading', { name: 'First Platypus Bank has stopped updating' }),
    ).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Reconnect First Platypus Bank' })).toBeVisible();
  },
};

const onNewLink = fn().mockName('onNewLink');

/** The connection was deleted: only a new one helps. The button starts the app's own way to one, given as `onNewLink`. */
export const NewLinkNeeded: Story = {
  parameters: scene({ server: { links: [platypusLink({ status: 'deleted_in_plaid' })] }, provider: { onNewLink } }),
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Make a new connection to First Platypus Bank' }));
    await expect(onNewLink).toHaveBeenCalledWith(expect.objectContaining({ itemId: PLATYPUS }));
  },
};

/** The same in an app that gave its provider no `onNewLink`: the banner tells, and offers nothing that would do nothing. */
export const NewLinkNeededWithoutAWay: Story = {
  parameters: scene({ server: { links: [platypusLink({ status: 'deleted_in_plaid' })] } }),
  play: async ({ canvas }) => {
    await expect(
      await canvas.findByRole('heading', { name: 'First Platypus Bank needs a new connection' }),
    ).toBeVisible();
    await expect(canvas.queryByRole('button')).not.toBeInTheDocument();
  },
};

/** The bank itself is down. Nothing that a user can do helps, so there is no button. */
export const BankNotAvailable: Story = {
  parameters: scene({ server: { links: [platypusLink({ status_message: '[INSTITUTION_DOWN] try again later' })] } }),
  play: async ({ canvas }) => {
    await expect(
      await canvas.findByRole('region', { name: 'First Platypus Bank is not available right now' }),
    ).toHaveAttribute('data-severity', 'info');
    await expect(canvas.queryByRole('button')).not.toBeInTheDocument();
  },
};

/** Plaid can't reach this bank any more, or not this kind of login. People at the app's support can say what now. */
export const ContactSupport: Story = {
  parameters: scene({
    server: { links: [platypusLink({ status_message: '[INSTITUTION_NO_LONGER_SUPPORTED] it has left Plaid' })] },
  }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('region', { name: 'We can’t update First Platypus Bank' })).toHaveAttribute(
      'data-remedy',
      'contact_support',
    );
    await expect(canvas.queryByRole('button')).not.toBeInTheDocument();
  },
};

/** All is well: the banner renders nothing. The row below is the app's own. */
export const Healthy: Story = {
  args: { itemId: TARTAN },
  parameters: scene({ server: { links: [tartanLink()] } }),
  render: (args) => (
    <>
      <RepairItemBanner {...args} />
      <ConnectionRows />
    </>
  ),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/Tartan Bank/)).toBeVisible();
    await expect(canvas.queryByRole('region')).not.toBeInTheDocument();
  },
};
