import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen, waitFor } from 'storybook/test';
import { findLinkDialog } from '../../.storybook/decorators/linkDialog.js';
import { PLATYPUS } from '../../.storybook/decorators/sampleLinks.js';
import { scene } from '../../.storybook/decorators/scene.js';
import { VISIT_PROPS } from '../../.storybook/decorators/propTables.js';
import { useUpdateMode, type UseUpdateModeOptions } from './useUpdateMode.js';

/** Everything that the hook gives: a button of one's own, the status, and the four actions. */
function RepairPanel(options: UseUpdateModeOptions) {
  const repair = useUpdateMode(options);
  return (
    <>
      <p>
        <button className="update-mode-launcher" {...repair.buttonProps}>
          {repair.status === 'launching' ? 'Opening…' : 'Reconnect'}
        </button>
      </p>
      <p>
        status: <output>{describe(repair)}</output>
      </p>
      <p>
        <button onClick={repair.prepare}>prepare()</button> <button onClick={repair.launch}>launch()</button>{' '}
        <button onClick={repair.cancel}>cancel()</button> <button onClick={repair.reset}>reset()</button>
      </p>
    </>
  );
}

/** The union is narrowed by `status`: each one brings its own fields. */
function describe(repair: ReturnType<typeof useUpdateMode>): string {
  switch (repair.status) {
    case 'confirming':
      return `confirming, report ${repair.report}`;
    case 'repaired':
      return `repaired by ${repair.by}, ${repair.isVerified ? 'verified' : 'not verified'}`;
    case 'exited':
      return repair.error ? `exited after ${repair.error.plaidErrorCode}` : 'exited';
    case 'failed':
      return `failed: ${repair.error.code}`;
    default:
      return repair.status;
  }
}

const DESCRIPTION = `
One way through update mode, for an interface that is yours from the ground up.

**When to use** Where neither the banner, nor its parts, nor the launcher is what you want.

**When not** To change a look: every part of the banner can be replaced, and its words stay right.

**Props** One of \`itemId\`, \`user\` and \`authorizationId\`; \`purpose\`; the three callbacks.

**Contract** A union by \`status\`: each brings its own fields. \`buttonProps\` fit any \`<button>\`, \`hostedLinkProps\` any \`<a>\`.

**Access** \`buttonProps\` bring \`aria-busy\` and mark the element to which the focus returns. The provider’s live region speaks for
the hook as well.
`;

const meta = {
  title: 'The launcher and hooks/useUpdateMode',
  component: RepairPanel,
  argTypes: VISIT_PROPS,
  args: { itemId: PLATYPUS, onRepaired: fn(), onExit: fn(), onError: fn() },
  parameters: { docs: { description: { component: DESCRIPTION } } },
} satisfies Meta<typeof RepairPanel>;

export default meta;
type Story = StoryObj<typeof meta>;
type Play = NonNullable<Story['play']>;

const press = (name: string): Play =>
  async function press({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name }));
  };
const reconnect = press('Reconnect');

/** To play with: nothing is scripted, you decide in Link how the visit ends. */
export const Idle: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('idle')).toBeVisible();
  },
};

/** `prepare()` fetches the link token and makes the one hidden Link. The status does not change, and nothing is seen. */
export const Prepared: Story = {
  play: async (context) => {
    await press('prepare()')(context);
    await expect(await screen.findByTitle('Plaid Link')).not.toBeVisible();
    await expect(context.canvas.getByText('idle')).toBeVisible();
  },
};

/** Between the press and Link. `cancel()` gives up; a press somewhere else on the page takes its place. */
export const Launching: Story = {
  parameters: scene({ link: { loadDelay: 'never' } }),
  play: async (context) => {
    await reconnect(context);
    await expect(await context.canvas.findByText('launching')).toBeVisible();
  },
};

/** Link is on the screen. */
export const Open: Story = {
  parameters: { docs: { story: { height: '720px' } } },
  play: async (context) => {
    await reconnect(context);
    await findLinkDialog();
    await expect(await context.canvas.findByText('open')).toBeInTheDocument();
  },
};

/** The bank accepted, and the report waits because the app's server is down. `launch()` sends it now instead of opening Link. */
export const Confirming: Story = {
  parameters: scene({ visits: [{ kind: 'success' }], server: { repairFault: 503 } }),
  play: async (context) => {
    await reconnect(context);
    await expect(await context.canvas.findByText('confirming, report queued')).toBeVisible();
  },
};

/** The server asked Plaid and said so. Nothing else makes a repair `repaired`. */
export const Repaired: Story = {
  parameters: scene({ visits: [{ kind: 'success' }] }),
  play: async (context) => {
    await reconnect(context);
    await expect(await context.canvas.findByText('repaired by user, verified')).toBeVisible();
    await expect(context.args.onRepaired).toHaveBeenCalledOnce();
  },
};

/** The user left after Plaid had shown them an error. `reset()` forgets it. */
export const Exited: Story = {
  parameters: scene({ visits: [{ kind: 'error', errorCode: 'INVALID_CREDENTIALS' }] }),
  play: async (context) => {
    await reconnect(context);
    await expect(await context.canvas.findByText('exited after INVALID_CREDENTIALS')).toBeVisible();
    await expect(context.args.onExit).toHaveBeenCalledOnce();
  },
};

/** Link could not be opened. `launch()` tries again. */
export const Failed: Story = {
  parameters: scene({ server: { linkTokenFault: 500 } }),
  play: async (context) => {
    await reconnect(context);
    await expect(await context.canvas.findByText('failed: link_token_failed')).toBeVisible();
    await waitFor(() => expect(context.args.onError).toHaveBeenCalledOnce());
  },
};
