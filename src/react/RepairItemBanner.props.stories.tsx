import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { BANNER_CONTRACT } from '../../.storybook/decorators/bannerContract.js';
import { PLATYPUS, platypusLink } from '../../.storybook/decorators/sampleLinks.js';
import { scene } from '../../.storybook/decorators/scene.js';
import { BANNER_PROPS } from '../../.storybook/decorators/propTables.js';
import { RepairItemBanner } from './RepairItemBanner.js';

const DESCRIPTION = `
What an app decides of a banner: whose it is, how high its heading ranks, and what it looks like.

**When to use** To find the prop or the custom property for what you want to change.

**When not** For a look of your own from the ground up: compose the parts; see “Theming” and the examples.

**Props** \`headingLevel\` (2 to 6), \`variant\`, \`density\`, \`className\`, \`style\` (custom properties too), \`render\`.

**Contract** ${BANNER_CONTRACT}

**Access** \`headingLevel\` fits the page’s outline and changes no look. A long name breaks and never scrolls sideways.
`;

const meta = {
  title: 'Looks and themes/Props',
  component: RepairItemBanner,
  argTypes: BANNER_PROPS,
  args: { itemId: PLATYPUS },
  parameters: { docs: { description: { component: DESCRIPTION } } },
} satisfies Meta<typeof RepairItemBanner>;

export default meta;
type Story = StoryObj<typeof meta>;

/** A connection that the app has read itself, given as `integrationLink`. Nothing is fetched before the button is pressed. */
export const GivenLink: Story = {
  args: { itemId: undefined, integrationLink: platypusLink() },
  parameters: scene({ server: { listFault: 500 } }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('button', { name: 'Reconnect First Platypus Bank' })).toBeVisible();
  },
};

/** The heading takes the level that fits the page's outline; it looks the same at each. */
export const HeadingLevel: Story = {
  args: { headingLevel: 3 },
  render: (args) => (
    <>
      <h2>Accounts</h2>
      <RepairItemBanner {...args} />
    </>
  ),
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('heading', { level: 3, name: /needs you to sign in again/ })).toBeVisible();
  },
};

/** Nobody has told the bank's name. The sentences are built to do without. */
export const UnnamedInstitution: Story = {
  parameters: scene({ server: { links: [platypusLink({ institution_name: null })] } }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('heading', { name: 'Your bank needs you to sign in again' })).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Reconnect your bank' })).toBeVisible();
  },
};

const LONG_NAME =
  'Landesbank Schleswig-Holsteinische Sparkassengirozentralvereinigung Mutual of the Northern Territories';

/** A long name breaks where it must, in the heading and in the button, also at 320 pixels. */
export const LongName: Story = {
  parameters: scene({ server: { links: [platypusLink({ institution_name: LONG_NAME })] } }),
  play: async ({ canvas, canvasElement }) => {
    // Cut at the length past which no bank has a name.
    await expect(await canvas.findByRole('button', { name: /^Reconnect .{99}…$/ })).toBeVisible();
    await expect(canvasElement.scrollWidth).toBeLessThanOrEqual(canvasElement.clientWidth);
  },
};

/** In a narrow column the button goes below the text and takes the full width. */
export const NarrowColumn: Story = {
  parameters: { docs: { story: { height: '300px' } } },
  render: (args) => (
    <div style={{ inlineSize: 288 }}>
      <RepairItemBanner {...args} />
    </div>
  ),
  play: async ({ canvas }) => {
    const button = await canvas.findByRole('button');
    const text = canvas.getByText(/New transactions and balances/);
    await expect(button.getBoundingClientRect().top).toBeGreaterThan(text.getBoundingClientRect().bottom);
  },
};

/** Where its content would decide the width, it takes 200 pixels by itself. Give it a width, or choose another variant. */
export const WithoutWidth: Story = {
  parameters: { docs: { story: { height: '420px' } } },
  render: (args) => (
    <div style={{ inlineSize: 'fit-content' }}>
      <RepairItemBanner {...args} />
    </div>
  ),
  play: async ({ canvas }) => {
    await expect((await canvas.findByRole('region')).getBoundingClientRect().width).toBeCloseTo(200);
  },
};

/** An app's own colours and corners: every value is a custom property, set on any element above the banner. */
export const OwnTheme: Story = {
  render: (args) => (
    <div className="own-theme">
      <style>{OWN_THEME}</style>
      <RepairItemBanner {...args} />
    </div>
  ),
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('button')).toHaveStyle({ backgroundColor: 'rgb(61, 43, 107)' });
  },
};

const OWN_THEME = `
  .own-theme {
    --update-mode-action: #3d2b6b;
    --update-mode-action-text: #ffffff;
    --update-mode-focus: #3d2b6b;
    --update-mode-critical: #8a1c4a;
    --update-mode-surface: #ffffff;
    --update-mode-text: #1d1630;
    --update-mode-text-quiet: #4a4460;
    --update-mode-radius: 4px;
  }
`;

/** Without `styles.css`: plain markup, in the right order, that works. */
export const WithoutStylesheet: Story = {
  parameters: { ...scene({ hasStylesheet: false }), docs: { story: { height: '240px' } } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('region')).toHaveStyle({ display: 'block', paddingTop: '0px' });
    await expect(canvas.getByRole('button', { name: 'Reconnect First Platypus Bank' })).toBeVisible();
  },
};
