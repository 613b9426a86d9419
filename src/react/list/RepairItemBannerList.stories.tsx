import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { ConnectionRows } from '../../.storybook/decorators/ConnectionRows.js';
import { platypusLink, tartanLink, tattersallLink } from '../../.storybook/decorators/sampleLinks.js';
import { scene } from '../../.storybook/decorators/scene.js';
import { RepairItemBannerList } from './RepairItemBannerList.js';

const meta = {
  title: 'RepairItemBannerList',
  component: RepairItemBannerList,
  parameters: { docs: { story: { height: '240px' } } },
  render: (args) => (
    <>
      <RepairItemBannerList {...args} />
      <ConnectionRows />
    </>
  ),
} satisfies Meta<typeof RepairItemBannerList>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Two of three connections need their user: a banner for each, in the order of the list. The rows below are the app's own. */
export const TwoOfThree: Story = {
  parameters: {
    ...scene({ server: { links: [platypusLink(), tattersallLink(), tartanLink()] } }),
    docs: { story: { height: '460px' } },
  },
  play: async ({ canvas }) => {
    const banners = await canvas.findAllByRole('region');
    await expect(banners.map((banner) => banner.dataset['severity'])).toEqual(['critical', 'warning']);
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
