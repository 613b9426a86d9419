import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fireEvent, fn } from 'storybook/test';
import { BANNER_CONTRACT } from '../../.storybook/decorators/bannerContract.js';
import { PLATYPUS } from '../../.storybook/decorators/sampleLinks.js';
import { scene } from '../../.storybook/decorators/scene.js';
import { BANNER_PROPS } from '../../.storybook/decorators/propTables.js';
import { RepairItemBanner } from './RepairItemBanner.js';

const HOSTED_LINK_URL = 'https://secure.plaid.com/hl/story';

const DESCRIPTION = `
Plaid’s script can’t load on this page, as behind a content blocker. The same visit is possible on a page of Plaid’s own.

**When to use** Where your server asks Plaid for \`hosted_link\`; the banner then offers the link by itself.

**When not** As the first way: Plaid tells the page nothing of how a visit there ends, so the server is asked instead.

**Props** As of “One connection”.

**Contract** ${BANNER_CONTRACT}

**Access** A real link that opens a new tab. Coming back to the page asks the server, and says what it found.
`;

const meta = {
  title: 'A visit to Link/Plaid’s own page',
  component: RepairItemBanner,
  argTypes: BANNER_PROPS,
  args: { itemId: PLATYPUS, onRepaired: fn(), onExit: fn(), onError: fn() },
  parameters: {
    docs: { description: { component: DESCRIPTION }, story: { height: '240px' } },
    ...scene({ link: { script: { outcome: 'error' } }, server: { hostedLinkUrl: HOSTED_LINK_URL } }),
  },
} satisfies Meta<typeof RepairItemBanner>;

export default meta;
type Story = StoryObj<typeof meta>;
type Play = NonNullable<Story['play']>;

const RECONNECT = { name: 'Reconnect First Platypus Bank' };
const CONTINUE = { name: 'Continue on Plaid’s page' };

const press: Play = async ({ canvas, userEvent }) => {
  await userEvent.click(await canvas.findByRole('button', RECONNECT));
};

/** Plaid's script is blocked, and the endpoint gave `hosted_link_url`: a link leads there, in a new tab. */
export const Offered: Story = {
  play: async (context) => {
    await press(context);
    await expect(await context.canvas.findByRole('link', CONTINUE)).toHaveAttribute('href', HOSTED_LINK_URL);
    await expect(context.canvas.getByRole('region')).toHaveAttribute('data-status', 'failed');
  },
};

/** The user is there. Plaid tells this page nothing of it, so nothing is claimed; both ways stay. */
export const Open: Story = {
  play: async (context) => {
    await press(context);
    const link = await context.canvas.findByRole('link', CONTINUE);
    // As a press of the middle button, which opens no tab where nobody pressed one.
    await fireEvent(link, new MouseEvent('auxclick', { button: 1, bubbles: true }));
    await expect(context.canvas.getByRole('button', RECONNECT)).toHaveAttribute('data-status', 'open');
    await expect(link).toBeVisible();
  },
};

/** The user turns to the page again: the server is asked, and says that the connection works. */
export const Repaired: Story = {
  play: async (context) => {
    await Open.play?.(context);
    await fireEvent(window, new Event('focus'));
    await expect(
      await context.canvas.findByRole('region', { name: 'First Platypus Bank is reconnected' }),
    ).toHaveAttribute('data-status', 'repaired');
  },
};
