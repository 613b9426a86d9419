import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { BANNER_CONTRACT } from '../../.storybook/decorators/bannerContract.js';
import { PLATYPUS } from '../../.storybook/decorators/sampleLinks.js';
import { scene } from '../../.storybook/decorators/scene.js';
import { BANNER_PROPS } from '../../.storybook/decorators/propTables.js';
import { RepairItemBanner } from './RepairItemBanner.js';

const DESCRIPTION = `
The bank has accepted, and the app’s server could not be told yet. Nothing of the visit is lost, and nobody signs in twice.

**When to use** To see what a user reads while the network, the server or their session is away.

**When not** For a list of all that waits, with your own buttons: \`useUndeliveredReports()\`.

**Props** As of “One connection”.

**Contract** ${BANNER_CONTRACT}

**Access** A report that is tried again says nothing new, so it is read out once, and not with each attempt.
`;

const meta = {
  title: 'A visit to Link/A report that waits',
  component: RepairItemBanner,
  argTypes: BANNER_PROPS,
  args: { itemId: PLATYPUS, onRepaired: fn(), onExit: fn(), onError: fn() },
  parameters: {
    docs: { description: { component: DESCRIPTION }, story: { height: '220px' } },
    ...scene({ reports: [{ itemId: PLATYPUS }], server: { repairFault: 503 } }),
  },
} satisfies Meta<typeof RepairItemBanner>;

export default meta;
type Story = StoryObj<typeof meta>;
type Play = NonNullable<Story['play']>;

/** The banner's own words: the live region says some of them as well. */
const says =
  (words: RegExp): Play =>
  async ({ canvas }) => {
    await expect(await canvas.findByText(words, { selector: 'p' })).toBeVisible();
    await expect(
      await canvas.findByRole('region', { name: 'First Platypus Bank accepted your sign-in' }),
    ).toHaveAttribute('data-status', 'confirming');
    await expect(await canvas.findByRole('button', { name: 'Check again' })).toBeVisible();
  };

/** The user signed in at the bank, and the page was reloaded before the app's server could confirm. Nobody is asked to sign in twice. */
export const AfterAReload: Story = { play: says(/Your sign-in is not lost, and we keep trying/) };

/** The device has no network. The report goes out as soon as it has. */
export const Offline: Story = {
  parameters: scene({ device: 'offline' }),
  play: says(/You’re offline/),
};

/** Nobody is signed in to the app any more: the report waits for its user. */
export const SignedOut: Story = {
  parameters: scene({ server: { repairFault: 401 } }),
  play: says(/no longer signed in to this app/),
};

/** The server refuses the report. It is kept, and the button sends it again; the app hears `onError`. */
export const Refused: Story = {
  parameters: scene({ reports: [{ itemId: PLATYPUS, refusedWith: 403 }] }),
  play: async (context) => {
    await says(/We couldn’t confirm/)(context);
    await expect(context.canvas.getByText('Details for support')).toBeVisible();
  },
};

/** The browser has no room, or forbids it: the report lives as long as the page. The app hears `storage_failed`. */
export const NotDurable: Story = {
  parameters: scene({ reports: [], device: 'full', visits: [{ kind: 'success' }] }),
  play: async (context) => {
    const { canvas, userEvent } = context;
    await userEvent.click(await canvas.findByRole('button', { name: 'Reconnect First Platypus Bank' }));
    await says(/Please keep this page open/)(context);
  },
};

/** The report of a visit that was no sign-in. */
export const OfAnotherVisit: Story = {
  parameters: scene({ reports: [{ itemId: PLATYPUS, purpose: 'renew_consent' }] }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/Nothing is lost, and we keep trying/, { selector: 'p' })).toBeVisible();
  },
};
