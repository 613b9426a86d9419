import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor } from 'storybook/test';
import { BANNER_CONTRACT } from '../../.storybook/decorators/bannerContract.js';
import { findLinkDialog } from '../../.storybook/decorators/linkDialog.js';
import { PLATYPUS, platypusLink } from '../../.storybook/decorators/sampleLinks.js';
import { scene } from '../../.storybook/decorators/scene.js';
import { BANNER_PROPS } from '../../.storybook/decorators/propTables.js';
import { RepairItemBanner } from './RepairItemBanner.js';

const DESCRIPTION = `
What becomes of a banner while its user is in Link, and of each way in which that can end. Each story is played: the simulated
Link, the app’s server and the banner are the real ones.

**When to use** To see what a state of \`useUpdateMode\` looks like, and which callback comes with it.

**When not** To compare looks: the gallery shows all of these side by side.

**Props** As of “One connection”.

**Contract** ${BANNER_CONTRACT}

**Access** The button stays the same element throughout and keeps the focus; \`aria-busy\` says that it works. What is new is said
by a live region that was there before: what went wrong with the user’s own action at once, all else politely.
`;

const meta = {
  title: 'A visit to Link/From the press to the end',
  component: RepairItemBanner,
  argTypes: BANNER_PROPS,
  args: { itemId: PLATYPUS, onRepaired: fn(), onExit: fn(), onError: fn() },
  parameters: { docs: { description: { component: DESCRIPTION }, story: { height: '200px' } } },
} satisfies Meta<typeof RepairItemBanner>;

export default meta;
type Story = StoryObj<typeof meta>;
type Play = NonNullable<Story['play']>;

const NAME = 'Reconnect First Platypus Bank';

/** The banner's own words: the live region says some of them as well. */
const IN_BANNER = { selector: 'p' };

const reconnect: Play = async ({ canvas, userEvent }) => {
  await userEvent.click(await canvas.findByRole('button', { name: NAME }));
};

/** The button was pressed and Plaid takes its time: the button says so and stays in its place. An attempt without an answer ends after half a minute. */
export const Launching: Story = {
  parameters: scene({ link: { loadDelay: 'never' } }),
  play: async (context) => {
    const banner = await context.canvas.findByRole('region');
    const { height } = banner.getBoundingClientRect();
    await reconnect(context);
    const button = await context.canvas.findByRole('button', { name: 'Opening…' });
    await expect(button).toHaveAttribute('aria-busy', 'true');
    await expect(banner.getBoundingClientRect().height).toBe(height);
  },
};

/** Link is on the screen. The banner behind it waits, and says where to go on. */
export const Open: Story = {
  parameters: { docs: { story: { height: '720px' } } },
  play: async (context) => {
    await reconnect(context);
    const link = await findLinkDialog();
    await expect(await link.findByRole('heading', { name: 'Sign in to First Platypus Bank' })).toBeInTheDocument();
    await expect(await context.canvas.findByText('Continue in the window that opened.', IN_BANNER)).toBeInTheDocument();
  },
};

/** The bank accepted. Nobody says "repaired" yet: the app's server is asking Plaid. */
export const Confirming: Story = {
  parameters: scene({ visits: [{ kind: 'success' }], server: { result: 'checking' } }),
  play: async (context) => {
    await reconnect(context);
    await expect(
      await context.canvas.findByRole('region', { name: 'First Platypus Bank accepted your sign-in' }),
    ).toHaveAttribute('data-status', 'confirming');
    await expect(context.canvas.getByRole('button', { name: 'Checking…' })).toHaveAttribute('aria-busy', 'true');
  },
};

/** The app's server is down. The report waits and is sent again by itself; the button sends it now. Nobody signs in twice. */
export const ConfirmingLater: Story = {
  parameters: scene({ visits: [{ kind: 'success' }], server: { repairFault: 503 } }),
  play: async (context) => {
    await reconnect(context);
    await expect(
      await context.canvas.findByText(/Your sign-in is not lost, and we keep trying/, IN_BANNER),
    ).toBeVisible();
    await expect(context.canvas.getByRole('button', { name: 'Check again' })).toBeVisible();
  },
};

/** The app's server refuses the report, so waiting would not help. It is kept: `onError` tells the app, and the button sends it again. */
export const Undelivered: Story = {
  parameters: scene({ visits: [{ kind: 'success' }], server: { repairFault: 403 } }),
  play: async (context) => {
    await reconnect(context);
    await expect(
      await context.canvas.findByText(/We couldn’t confirm that your data comes through/, IN_BANNER),
    ).toBeVisible();
    await expect(context.canvas.getByRole('button', { name: 'Check again' })).toBeVisible();
    await expect(context.args.onError).toHaveBeenCalledOnce();
  },
};

/** Plaid says that the connection works again. Heron fetches what was missed; the banner follows it. */
export const Syncing: Story = {
  parameters: scene({ visits: [{ kind: 'success' }], server: { recovery: ['pending'] } }),
  play: async (context) => {
    await reconnect(context);
    await expect(
      await context.canvas.findByRole('heading', { name: 'First Platypus Bank is reconnected' }),
    ).toBeVisible();
    await expect(context.canvas.getByText('We are waiting for your latest data.', IN_BANNER)).toBeVisible();
    await expect(context.args.onRepaired).toHaveBeenCalledOnce();
  },
};

/** Data flows again. The banner says so, to screen readers too, and leaves after six seconds. */
export const Connected: Story = {
  parameters: scene({ visits: [{ kind: 'success' }], server: { recovery: ['syncing', 'active'] } }),
  play: async (context) => {
    await reconnect(context);
    const banner = await context.canvas.findByRole(
      'region',
      { name: 'First Platypus Bank is connected again' },
      { timeout: 15_000 },
    );
    await expect(banner).toHaveAttribute('data-severity', 'ok');
    await waitFor(() =>
      expect(context.canvas.getByRole('status')).toHaveTextContent('First Platypus Bank is connected again'),
    );
  },
};

/** The user closed Link before the end. Nothing is lost and nothing has changed; the button is where they left it. */
export const Exited: Story = {
  parameters: scene({ visits: [{ kind: 'exit' }] }),
  play: async (context) => {
    await reconnect(context);
    await expect(
      await context.canvas.findByText('You left before the end, so nothing has changed.', IN_BANNER),
    ).toBeVisible();
    await expect(context.canvas.getByRole('button', { name: NAME })).toBeVisible();
    await expect(context.args.onExit).toHaveBeenCalledWith(expect.objectContaining({ itemId: PLATYPUS, error: null }));
  },
};

/** The bank refused the sign-in, and the user closed Link. `onExit` has Plaid's code for the app. */
export const ExitedWithError: Story = {
  parameters: scene({ visits: [{ kind: 'error', errorCode: 'INVALID_CREDENTIALS' }] }),
  play: async (context) => {
    await reconnect(context);
    await expect(await context.canvas.findByText(/could not be completed/, IN_BANNER)).toBeVisible();
    await expect(context.args.onExit).toHaveBeenCalledWith(
      expect.objectContaining({
        itemId: PLATYPUS,
        error: expect.objectContaining({ code: 'link_exit', plaidErrorCode: 'INVALID_CREDENTIALS' }),
      }),
    );
  },
};

/** Plaid's script could not be loaded: a content blocker, or no network. The next press tries again. */
export const ScriptBlocked: Story = {
  parameters: scene({ link: { script: { outcome: 'error' } } }),
  play: async (context) => {
    await reconnect(context);
    await expect(await context.canvas.findByText(/could not be opened/, IN_BANNER)).toBeVisible();
    await expect(context.args.onError).toHaveBeenCalledWith(
      expect.objectContaining({
        itemId: PLATYPUS,
        error: expect.objectContaining({ code: 'script_failed' }),
      }),
    );
  },
};

/** The app's server gave no link token, so there is no Link to open. The next press asks it again. */
export const TokenRouteDown: Story = {
  parameters: scene({ server: { linkTokenFault: 500 } }),
  play: async (context) => {
    await reconnect(context);
    await expect(await context.canvas.findByText(/could not be opened/, IN_BANNER)).toBeVisible();
    await expect(context.args.onError).toHaveBeenCalledWith(
      expect.objectContaining({
        itemId: PLATYPUS,
        error: expect.objectContaining({ code: 'link_token_failed', httpStatus: 500 }),
      }),
    );
  },
};

/** The user signed in, and Plaid still names the same error. The banner does not claim otherwise. */
export const StillBroken: Story = {
  parameters: scene({ visits: [{ kind: 'success' }], server: { result: 'still_broken' } }),
  play: async (context) => {
    await reconnect(context);
    await expect(await context.canvas.findByText(/still asks for it/, IN_BANNER)).toBeVisible();
    await expect(context.canvas.getByRole('button', { name: NAME })).toBeVisible();
    await expect(context.args.onError).toHaveBeenCalledWith(
      expect.objectContaining({
        itemId: PLATYPUS,
        error: expect.objectContaining({ code: 'still_broken' }),
      }),
    );
  },
};

/** A renewal that was broken off: nothing is wrong, and the banner says so. The connection works until its consent ends. */
export const BackedOutOfARenewal: Story = {
  parameters: scene({
    visits: [{ kind: 'exit' }],
    server: {
      links: [
        platypusLink({
          status: 'active',
          status_message: null,
          consent_expiration_time: new Date(Date.now() + 6 * 86_400_000).toISOString(),
        }),
      ],
    },
  }),
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Renew permission for First Platypus Bank' }));
    await expect(
      await canvas.findByText('You left before the end. Your connection works as before.', IN_BANNER),
    ).toBeVisible();
  },
};

const onNewLink = fn().mockName('onNewLink');
const onContactSupport = fn().mockName('onContactSupport');

/** The third visit in a row that failed: the banner offers the app's other ways, as far as there are any. */
export const AnotherWayOut: Story = {
  parameters: {
    ...scene({
      visits: Array(3).fill({ kind: 'error', errorCode: 'INVALID_CREDENTIALS' }),
      provider: { onNewLink, onContactSupport },
    }),
    docs: { story: { height: '260px' } },
  },
  play: async (context) => {
    for (let visit = 1; visit <= 3; visit += 1) {
      await reconnect(context);
      await waitFor(() => expect(context.args.onExit).toHaveBeenCalledTimes(visit));
    }
    await expect(await context.canvas.findByText(/You can also try another way/, IN_BANNER)).toBeVisible();
    await context.userEvent.click(context.canvas.getByRole('button', { name: 'Contact support' }));
    await expect(onContactSupport).toHaveBeenCalledWith(expect.objectContaining({ errorCode: 'INVALID_CREDENTIALS' }));
    await context.userEvent.click(
      context.canvas.getByRole('button', { name: 'Make a new connection to First Platypus Bank' }),
    );
    await expect(onNewLink).toHaveBeenCalledOnce();
  },
};

/** What Plaid's support asks for, after a visit that ended with an error: it can be read, selected and copied. */
export const DetailsForSupport: Story = {
  parameters: {
    ...scene({ visits: [{ kind: 'error', errorCode: 'INVALID_CREDENTIALS' }] }),
    docs: { story: { height: '320px' } },
  },
  play: async (context) => {
    await reconnect(context);
    await context.userEvent.click(await context.canvas.findByText('Details for support'));
    await expect(await context.canvas.findByText('INVALID_CREDENTIALS')).toBeVisible();
    await expect(context.canvas.getByRole('button', { name: 'Copy' })).toBeVisible();
  },
};
