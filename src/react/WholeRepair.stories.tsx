import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { BANNER_CONTRACT } from '../../.storybook/decorators/bannerContract.js';
import { ConnectionRows } from '../../.storybook/decorators/ConnectionRows.js';
import { findLinkDialog, signInAtTheBank } from '../../.storybook/decorators/linkDialog.js';
import {
  createPlaygroundScene,
  PLAYGROUND_ARGS,
  PLAYGROUND_CONTROLS,
  type PlaygroundArgs,
} from '../../.storybook/decorators/playground.js';
import { platypusLink, tartanLink } from '../../.storybook/decorators/sampleLinks.js';
import { scene } from '../../.storybook/decorators/scene.js';
import { RepairItemBannerList } from './list/RepairItemBannerList.js';

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

const DESCRIPTION = `
An app’s page in small, from the press to the day’s new data. The banner, the provider and the endpoint’s client are the real ones;
Plaid, Heron and the app’s server are made up, and yours to command below.

**When to use** To feel the whole of it, and to see what becomes of it when something fails.

**When not** To look at one state for long: the gallery shows each one still.

**Props** The controls of “Playground”: how Link, its script, the server’s three routes and Heron behave, and whose connection it is.
Another choice begins anew.

**Contract** ${BANNER_CONTRACT}

**Access** Watch the live region, and the focus: after Link it is back on the button, and once the banner has left, on the page’s
heading.
`;

const meta = {
  title: 'A whole repair',
  component: AccountsPage,
  args: PLAYGROUND_ARGS,
  argTypes: PLAYGROUND_CONTROLS,
  parameters: {
    ...scene({ server: { links: [platypusLink(), tartanLink()] } }),
    docs: { description: { component: DESCRIPTION }, story: { height: '720px' } },
  },
} satisfies Meta<PlaygroundArgs>;

export default meta;
type Story = StoryObj<PlaygroundArgs>;

/**
 * Yours to play: press "Reconnect", and decide in Link what the bank answers. The controls below choose what is wrong, whose
 * connection it is, how Link goes, how slow or broken each route of the server is, and how Heron brings the data back. Another
 * choice begins anew.
 */
export const Playground: Story = {
  parameters: scene({ fromArgs: (args) => createPlaygroundScene({ ...PLAYGROUND_ARGS, ...args }) }),
  play: async ({ canvas, args }) => {
    if (JSON.stringify(args) !== JSON.stringify(PLAYGROUND_ARGS)) return;
    await expect(await canvas.findByRole('button', { name: 'Reconnect First Platypus Bank' })).toBeVisible();
    await expect(canvas.getByText(/not updating/)).toBeVisible();
  },
};

/** The same, played to the end: signed in at the bank, confirmed by the server, synced, announced, and gone. */
export const FromEndToEnd: Story = {
  parameters: { controls: { disable: true } },
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
      await expect(await canvas.findByRole('heading', heading, { timeout: 20_000 })).toBeVisible();
      await waitFor(() =>
        expect(canvas.getByRole('status')).toHaveTextContent('First Platypus Bank is connected again'),
      );
      await expect(canvas.getAllByText(/up to date/)).toHaveLength(2);
    });
    await step('The banner leaves', async () => {
      await waitFor(() => expect(canvas.queryByRole('region')).not.toBeInTheDocument(), { timeout: 20_000 });
    });
  },
};
