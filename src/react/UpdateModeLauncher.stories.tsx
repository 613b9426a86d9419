import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor } from 'storybook/test';
import { ConnectionRows } from '../../.storybook/decorators/ConnectionRows.js';
import { findLinkDialog } from '../../.storybook/decorators/linkDialog.js';
import { PLATYPUS, platypusLink, tartanLink } from '../../.storybook/decorators/sampleLinks.js';
import { scene } from '../../.storybook/decorators/scene.js';
import { LAUNCHER_PROPS } from '../../.storybook/decorators/propTables.js';
import { UpdateModeLauncher } from './UpdateModeLauncher.js';

const DESCRIPTION = `
The button alone: it fetches what a launch needs when the pointer or the focus comes near, and opens Link at a press.

**When to use** In a connection’s own row, in a menu, on a settings page: where the words around are yours.

**When not** As the only sign that something is wrong: it says nothing of why. And it is there for as long as you render it.

**Props** One of \`itemId\`, \`user\` and \`authorizationId\`; \`purpose\`; \`children\`; \`render\`; the three callbacks.

**Contract** \`.update-mode-launcher\`, a \`<button>\` with \`data-status\`; through \`render\` any button of yours.

**Access** It stays enabled while it works, says so by \`aria-busy\`, and has the focus again after Link. Name the bank in its label.
`;

const meta = {
  title: 'The launcher and hooks/UpdateModeLauncher',
  component: UpdateModeLauncher,
  argTypes: LAUNCHER_PROPS,
  args: { itemId: PLATYPUS, children: 'Sign in again', onRepaired: fn(), onExit: fn(), onError: fn() },
  parameters: { docs: { description: { component: DESCRIPTION }, story: { height: '120px' } } },
} satisfies Meta<typeof UpdateModeLauncher>;

export default meta;
type Story = StoryObj<typeof meta>;
type Play = NonNullable<Story['play']>;

const launch: Play = async ({ canvas, userEvent }) => {
  await userEvent.click(await canvas.findByRole('button', { name: 'Sign in again' }));
};

/** At rest. Pointing at the button or focusing it fetches what a launch needs; a press opens Link. */
export const Idle: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('button', { name: 'Sign in again' })).toHaveAttribute('data-status', 'idle');
  },
};

/** The button was pressed and Link is not there yet. The label stays: `render` gives it another. */
export const Launching: Story = {
  parameters: scene({ link: { loadDelay: 'never' } }),
  play: async (context) => {
    await launch(context);
    const button = context.canvas.getByRole('button');
    await expect(button).toHaveAttribute('data-status', 'launching');
    await expect(button).toHaveAttribute('aria-busy', 'true');
  },
};

/** Link is on the screen. The button stays in its place, so that the focus comes back to it. */
export const Open: Story = {
  parameters: { docs: { story: { height: '720px' } } },
  play: async (context) => {
    await launch(context);
    const link = await findLinkDialog();
    await expect(await link.findByRole('button', { name: 'Continue' })).toBeInTheDocument();
    await expect(context.canvas.getByText('Sign in again')).toHaveAttribute('data-status', 'open');
  },
};

/** The user closed Link. `onExit` told the app; the button has the focus again and opens a new visit. */
export const AfterExit: Story = {
  parameters: scene({ visits: [{ kind: 'exit' }] }),
  play: async (context) => {
    await launch(context);
    const button = await context.canvas.findByRole('button', { name: 'Sign in again' });
    await waitFor(() => expect(button).toHaveAttribute('data-status', 'exited'));
    await waitFor(() => expect(button).toHaveFocus());
    await expect(context.args.onExit).toHaveBeenCalledOnce();
  },
};

/** The server confirmed the repair, and `onRepaired` told the app, which may take the button away now. */
export const Repaired: Story = {
  parameters: scene({ visits: [{ kind: 'success' }] }),
  play: async (context) => {
    await launch(context);
    const button = await context.canvas.findByRole('button', { name: 'Sign in again' });
    await waitFor(() => expect(button).toHaveAttribute('data-status', 'repaired'));
    await expect(context.args.onRepaired).toHaveBeenCalledWith(
      expect.objectContaining({ itemId: PLATYPUS, by: 'user' }),
    );
  },
};

/** Without a label of its own it says "Reconnect" and the bank's name, as soon as something on the page has read the list. */
export const OwnLabelLeftOut: Story = {
  args: { children: undefined },
  render: (args) => (
    <>
      <UpdateModeLauncher {...args} />
      <ConnectionRows />
    </>
  ),
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('button', { name: 'Reconnect First Platypus Bank' })).toBeVisible();
  },
};

/** Through `render` it is any button of the app's own design system. The second argument tells where the repair stands. */
export const ThroughRender: Story = {
  args: {
    render: ({ children, ...props }, { status }) => (
      <button
        {...props}
        style={{ border: 0, padding: '12px 4px', background: 'none', color: 'inherit', font: 'inherit' }}
      >
        <u>{status === 'launching' ? 'One moment…' : children}</u>
      </button>
    ),
  },
  parameters: scene({ link: { loadDelay: 'never' } }),
  play: async (context) => {
    await launch(context);
    await expect(await context.canvas.findByRole('button', { name: 'One moment…' })).toBeVisible();
  },
};

/** Inline on the connection's row, for whoever looks past banners. The label names the bank for screen readers. */
export const InARow: Story = {
  parameters: {
    ...scene({ server: { links: [platypusLink(), tartanLink()] } }),
    docs: { story: { height: '180px' } },
  },
  render: ({ onRepaired, onExit, onError }) => (
    <ConnectionRows
      renderAction={({ item_id, status, institution_name }) =>
        status === 'erroring' && (
          <UpdateModeLauncher
            itemId={item_id}
            onRepaired={onRepaired}
            onExit={onExit}
            onError={onError}
            aria-label={`Reconnect ${institution_name}`}
          >
            Reconnect
          </UpdateModeLauncher>
        )
      }
    />
  ),
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('button', { name: 'Reconnect First Platypus Bank' })).toHaveTextContent(
      'Reconnect',
    );
    await expect(canvas.getAllByRole('button')).toHaveLength(1);
  },
};
