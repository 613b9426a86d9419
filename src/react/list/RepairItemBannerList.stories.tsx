import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor, within } from 'storybook/test';
import { ConnectionRows } from '../../../.storybook/decorators/ConnectionRows.js';
import { signInAtTheBank } from '../../../.storybook/decorators/linkDialog.js';
import { LIST_PROPS } from '../../../.storybook/decorators/propTables.js';
import { platypusLink, tartanLink, tattersallLink } from '../../../.storybook/decorators/sampleLinks.js';
import { scene } from '../../../.storybook/decorators/scene.js';
import type { IntegrationLink } from '../../index.js';
import { RepairItemBannerList } from './RepairItemBannerList.js';

const DESCRIPTION = `
All connections that need their user, in one banner: the most pressing first, a row for each bank, one loud button.

**When to use** On top of a page about the user’s accounts. It is nothing while all is well, and an Item’s own banner while it is one.

**When not** In an account’s own row: there stands a \`RepairItemBanner\` with \`variant="inline"\`. Beside a \`RepairAllBanner\` give it a
\`filter\`, so that nobody is told twice.

**Props** \`layout\`, \`filter\`, \`isDismissible\`, \`variant\`, \`density\`, \`headingLevel\`, \`className\`, \`style\`, the three callbacks; \`renderCombined\`
for a composition of your own, \`render\` for an Item’s own banner.

**Contract** Within \`.update-mode-banner-list\` a \`.update-mode-banner\` with a \`<ul>\`, \`__rows\`; each \`__row\` has
\`aria-current="step"\` for whose turn it is, \`__bank\` above several connections to one bank, and within it the parts of an inline banner.

**Access** One region, whose heading says how many need their user, and a list. The button of whose turn it is comes first and keeps its place:
after a visit the focus is on it, and it is the next one’s. Each step, and the end, is read out politely. Nothing opens and nothing
leaves by itself.
`;

const meta = {
  title: 'Many connections/All in one banner',
  // The pictures are named after it.
  id: 'many-connections',
  component: RepairItemBannerList,
  argTypes: LIST_PROPS,
  args: { onRepaired: fn(), onExit: fn(), onError: fn() },
  parameters: { docs: { description: { component: DESCRIPTION }, story: { height: '460px' } } },
  render: (args) => (
    <>
      <RepairItemBannerList {...args} />
      <ConnectionRows />
    </>
  ),
} satisfies Meta<typeof RepairItemBannerList>;

export default meta;
type Story = StoryObj<typeof meta>;

/** A visit to Link takes a moment. */
const SLOW = { timeout: 15_000 };

const houndstoothLink = (changes: Partial<IntegrationLink> = {}): IntegrationLink =>
  platypusLink({ item_id: 'item-houndstooth', institution_name: 'Houndstooth Bank', ...changes });
const secondPlatypusLink = (): IntegrationLink => platypusLink({ item_id: 'item-second-platypus' });
const lockedLink = (): IntegrationLink =>
  houndstoothLink({
    item_id: 'item-windowpane',
    institution_name: 'Windowpane Bank',
    status_message: '[ITEM_LOCKED] locked',
  });
const outageLink = (): IntegrationLink =>
  tartanLink({
    item_id: 'item-argyle',
    institution_name: 'Argyle Savings',
    status: 'erroring',
    status_message: '[INSTITUTION_DOWN] the institution is down',
  });
const newAccountsLink = (): IntegrationLink => tartanLink({ new_accounts_available: true });

/** Three need their user, one ends soon and one offers something: one banner, one loud button, the most pressing first. */
export const ThreeAndOneEnding: Story = {
  parameters: scene({
    server: { links: [newAccountsLink(), tattersallLink(), platypusLink(), houndstoothLink(), lockedLink()] },
  }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('heading', { name: '4 bank connections need you' })).toBeVisible();
    await expect(canvas.getAllByRole('region')).toHaveLength(1);
    await expect(canvas.getAllByRole('button', { name: 'Reconnect First Platypus Bank' })).toHaveLength(1);
    await expect(canvas.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)).toEqual([
      'First Platypus Bank needs you to sign in again',
      'Houndstooth Bank needs you to sign in again',
      'Your access to Windowpane Bank is locked',
      'Your connection to Tattersall Federal Credit Union ends in 6 days',
      'New accounts at Tartan Bank',
    ]);
  },
};

/** Two connections to one bank that say the same say it once. After the first visit the second still asks. */
export const TwoAtOneBank: Story = {
  parameters: scene({ server: { links: [platypusLink(), tattersallLink(), secondPlatypusLink()] } }),
  play: async ({ canvas, userEvent, step }) => {
    await expect(await canvas.findByText('First Platypus Bank, 2 connections')).toBeVisible();
    await expect(canvas.getAllByRole('heading', { level: 3 })).toHaveLength(2);
    await step('After the first visit', async () => {
      await userEvent.click(canvas.getByRole('button', { name: 'Reconnect First Platypus Bank' }));
      await signInAtTheBank();
      await expect(await canvas.findByText('1 of 3 done.', { selector: 'p' })).toBeVisible();
      const row = { level: 3, name: 'First Platypus Bank is connected again' };
      await expect(await canvas.findByRole('heading', row, SLOW)).toBeVisible();
      await expect(canvas.getAllByRole('heading', { level: 3 })).toHaveLength(3);
    });
  },
};

/** One that needs its user has its own banner, as if it were alone. */
export const OnlyOne: Story = {
  parameters: { ...scene({ server: { links: [tartanLink(), platypusLink()] } }), docs: { story: { height: '240px' } } },
  play: async ({ canvas }) => {
    await expect(
      await canvas.findByRole('heading', { level: 2, name: 'First Platypus Bank needs you to sign in again' }),
    ).toBeVisible();
  },
};

/** A visit that has not helped: its row says so and keeps its way, and the list offers the next one. */
export const OneFails: Story = {
  parameters: scene({
    server: { links: [platypusLink(), houndstoothLink(), tattersallLink(), outageLink()], result: 'still_broken' },
    provider: { onContactSupport: () => {} },
  }),
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Reconnect First Platypus Bank' }));
    await signInAtTheBank();
    await expect(
      await canvas.findByText('You signed in, but First Platypus Bank still asks for it. Please try again.', {
        selector: 'p',
      }),
    ).toBeVisible();
    const next = () => canvas.getByRole('button', { name: 'Reconnect Houndstooth Bank' });
    await waitFor(() => expect(next()).toHaveFocus(), SLOW);
    await expect(canvas.getByRole('button', { name: 'Reconnect First Platypus Bank' })).toBeVisible();
  },
};

/** The report of one waits, as without a network; the others can go on. */
export const OneWaits: Story = {
  parameters: scene({
    server: {
      links: [platypusLink(), houndstoothLink(), tattersallLink()],
      repairFaults: { 'item-first-platypus': 503 },
    },
  }),
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Reconnect First Platypus Bank' }));
    await signInAtTheBank();
    await expect(
      await canvas.findByText(/Your sign-in is not lost, and we keep trying/, { selector: 'p' }),
    ).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Reconnect Houndstooth Bank' })).toBeVisible();
  },
};

/** Played to the end: each visit at the user's own click, and a success that stays until it is closed. */
export const AllDone: Story = {
  parameters: scene({ server: { links: [platypusLink(), houndstoothLink(), tattersallLink()] } }),
  play: async ({ canvas, userEvent, step }) => {
    const banks = ['First Platypus Bank', 'Houndstooth Bank', 'Tattersall Federal Credit Union'];
    for (const bank of banks) {
      await step(bank, async () => {
        const name = `Reconnect ${bank}`;
        // Until then the row of that bank has a button of its own.
        if (bank !== banks[0]) await waitFor(() => expect(canvas.getByRole('button', { name })).toHaveFocus(), SLOW);
        await userEvent.click(await canvas.findByRole('button', { name }));
        await signInAtTheBank();
        await canvas.findByRole('heading', { level: 3, name: `${bank} is connected again` }, SLOW);
      });
    }
    const region = await canvas.findByRole('region', { name: 'Your bank connections are in order' });
    await expect(within(region).getByText('You have taken care of 3 connections. Thank you.')).toBeVisible();
    await waitFor(() => expect(within(region).getAllByRole('img', { name: 'Done' })).toHaveLength(4), SLOW);
    await expect(within(region).getByRole('button', { name: 'Hide this message' })).toBeVisible();
  },
};

/** A dozen, in German. */
export const ADozenInGerman: Story = {
  globals: { language: 'de' },
  parameters: {
    ...scene({
      server: {
        links: Array.from({ length: 12 }, (_, index) =>
          platypusLink({
            item_id: `item-${index}`,
            institution_name: `Volksbank Raiffeisenbank Nummer ${index + 1} eG`,
          }),
        ),
      },
    }),
    docs: { story: { height: '900px' } },
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('heading', { name: /^12 Verbindungen zu Banken/ })).toBeVisible();
    await expect(canvas.getAllByRole('heading', { level: 3 })).toHaveLength(12);
  },
};

/** In a column, or on a phone. */
export const Narrow: Story = {
  ...ThreeAndOneEnding,
  parameters: { ...ThreeAndOneEnding.parameters, docs: { story: { height: '900px' } } },
  render: (args) => (
    <div style={{ inlineSize: 320 }}>
      <RepairItemBannerList {...args} />
    </div>
  ),
};

/** As a card, and with less room between. */
export const DenseCard: Story = { ...ThreeAndOneEnding, args: { variant: 'card', density: 'dense', headingLevel: 2 } };

/** From right to left, in Arabic. */
export const RightToLeft: Story = {
  ...ThreeAndOneEnding,
  globals: { language: 'ar' },
  play: async ({ canvas }) => {
    const rows = await canvas.findAllByRole('heading', { level: 3 });
    await expect(rows).toHaveLength(5);
    for (const row of rows) await expect(getComputedStyle(row).direction).toBe('rtl');
  },
};

/** On a dark page. */
export const Dark: Story = { ...ThreeAndOneEnding, globals: { scheme: 'dark' } };

/** Nothing needs its user: what there is to know is told by a banner of its own each, and none says "need you". */
export const NothingNeeded: Story = {
  parameters: scene({ server: { links: [outageLink(), newAccountsLink()] } }),
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getAllByRole('region')).toHaveLength(2));
    await expect(canvas.queryByText(/need you/)).not.toBeInTheDocument();
  },
};

/** `layout="stacked"`: a banner for each, in the order of the app's list. */
export const Stacked: Story = {
  args: { layout: 'stacked' },
  parameters: scene({ server: { links: [tattersallLink(), platypusLink(), tartanLink()] } }),
  play: async ({ canvas }) => {
    const banners = await canvas.findAllByRole('region');
    await expect(banners.map((banner) => banner.dataset['severity'])).toEqual(['warning', 'critical']);
    await expect(canvas.getAllByRole('listitem')).toHaveLength(3);
  },
};

/** All connections work: there is nothing to see but the app's own rows. */
export const NoneBroken: Story = {
  parameters: scene({ server: { links: [tartanLink()] } }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/Tartan Bank/)).toBeVisible();
    await expect(canvas.queryByRole('region')).not.toBeInTheDocument();
  },
};

/** The connections are being read. The list waits in silence; what an app shows meanwhile is its own, by `useIntegrationLinks()`. */
export const Loading: Story = {
  parameters: scene({ server: { listFault: 'silent' } }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Loading your connections…')).toBeVisible();
    await expect(canvas.queryByRole('region')).not.toBeInTheDocument();
  },
};

/** The connections could not be read. No banner claims anything; `useIntegrationLinks()` has the error for the app. */
export const Failed: Story = {
  parameters: scene({ server: { listFault: 500 } }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Your connections could not be loaded.')).toBeVisible();
    await expect(canvas.queryByRole('region')).not.toBeInTheDocument();
  },
};

/** `isDismissible`: what is not critical leaves the list until something changes; the offer goes on to the next. */
export const Dismissible: Story = {
  args: { isDismissible: true },
  parameters: scene({ server: { links: [newAccountsLink(), tattersallLink(), platypusLink()] } }),
  play: async ({ canvas, userEvent }) => {
    await expect(await canvas.findByRole('heading', { name: '2 bank connections need you' })).toBeVisible();
    const [, cross] = canvas.getAllByRole('button', { name: 'Hide this message' });
    if (cross) await userEvent.click(cross);
    await waitFor(() => expect(canvas.queryByText('New accounts at Tartan Bank')).not.toBeInTheDocument());
  },
};
