import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { ConnectionRows } from '../../.storybook/decorators/ConnectionRows.js';
import { findLinkDialog, signInAtTheBank } from '../../.storybook/decorators/linkDialog.js';
import { platypusLink, tartanLink } from '../../.storybook/decorators/sampleLinks.js';
import { scene } from '../../.storybook/decorators/scene.js';
import { RepairItemBannerList } from './RepairItemBannerList.js';

/** An app's page in small: the banners on top, the app's own rows below. Both read the same list. */
function AccountsPage() {
  return (
    <>
      <h1>Accounts</h1>
      <RepairItemBannerList />
      <ConnectionRows />
    </>
  );
}

const meta = {
  title: 'A whole repair',
  component: AccountsPage,
  parameters: {
    ...scene({ server: { links: [platypusLink(), tartanLink()] } }),
    docs: { story: { height: '720px' } },
  },
} satisfies Meta<typeof AccountsPage>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Yours to play: press "Reconnect", choose in Link what the bank answers, and watch the connection come back, or not. */
export const Playable: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('button', { name: 'Reconnect First Platypus Bank' })).toBeVisible();
    await expect(canvas.getByText(/not updating/)).toBeVisible();
  },
};

/** The same, played to the end: signed in at the bank, confirmed by the server, synced, announced, and gone. */
export const FromEndToEnd: Story = {
  play: async ({ canvas, userEvent, step }) => {
    await step('Press the button: Link opens', async () => {
      await userEvent.click(await canvas.findByRole('button', { name: 'Reconnect First Platypus Bank' }));
      const link = await findLinkDialog();
      await expect(await link.findByRole('heading', { name: 'Sign in to First Platypus Bank' })).toBeInTheDocument();
    });
    await step('Sign in at the bank: the server confirms the repair', async () => {
      await signInAtTheBank();
      await expect(await canvas.findByRole('heading', { name: 'First Platypus Bank is reconnected' })).toBeVisible();
    });
    await step('Data flows again: the banner says so, and so does the live region', async () => {
      const heading = { name: 'First Platypus Bank is connected again' };
      await expect(await canvas.findByRole('heading', heading, { timeout: 8_000 })).toBeVisible();
      await waitFor(() =>
        expect(canvas.getByRole('status')).toHaveTextContent('First Platypus Bank is connected again'),
      );
      await expect(canvas.getAllByText(/up to date/)).toHaveLength(2);
    });
    await step('The banner leaves', async () => {
      await waitFor(() => expect(canvas.queryByRole('region')).not.toBeInTheDocument(), { timeout: 8_000 });
    });
  },
};
