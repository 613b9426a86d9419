import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor, within } from 'storybook/test';
import { findLinkDialog, signInAtTheBank } from '../../.storybook/decorators/linkDialog.js';
import { NativeDialog, TrappingDialog } from '../../.storybook/decorators/ModalDialogs.js';
import { PLATYPUS } from '../../.storybook/decorators/sampleLinks.js';
import { RepairItemBanner } from './RepairItemBanner.js';

const DESCRIPTION = `
A repair that begins within a modal dialog. Plaid puts Link beside the dialog, where the dialog leaves nothing to pointer or
keyboard: so it makes room while Link is open, and is there again afterwards, with the focus where it was.

**When to use** Wherever a banner or a launcher may stand in a modal dialog, a drawer or a sheet.

**When not** In a popover that is not modal: Link lies above it and needs no room.

**Props** None: the hook is \`useIsLinkOpen()\`. It says true a moment before Link comes, and false once it has gone.

**Contract** \`open={isOpen && !isLinkOpen}\`. What the dialog holds may be rendered away meanwhile: the visit belongs to the
provider. A dialog that gives the focus back when it closes must do so to its own opener, not to what had the focus last.

**Access** Link takes the focus when it opens. When it closes, the focus is on the button that opened it or, if that has gone, on
the banner that says what became of it; and never behind the dialog.
`;

const meta = {
  title: 'Access/Within a modal dialog',
  // As high as what is seen of it, so that a picture of the page has the dialog on it.
  decorators: (Story) => (
    <div style={{ minBlockSize: 'calc(100dvh - 2rem)' }}>
      <Story />
    </div>
  ),
  parameters: { docs: { description: { component: DESCRIPTION }, story: { height: '420px' } } },
} satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;
type Play = NonNullable<Story['play']>;

const DIALOG = {
  title: 'Connection',
  label: 'Manage the connection',
  children: <RepairItemBanner itemId={PLATYPUS} variant="compact" headingLevel={3} />,
};
const RECONNECT = 'Reconnect First Platypus Bank';

const leaveAndComeBack: Play = async ({ canvas, canvasElement, userEvent, step }) => {
  const body = within(canvasElement.ownerDocument.body);
  const findDialog = async () => within(await body.findByRole('dialog', { name: 'Connection' }));

  await step('Link has the page to itself', async () => {
    await userEvent.click(canvas.getByRole('button', { name: DIALOG.label }));
    await userEvent.click(await (await findDialog()).findByRole('button', { name: RECONNECT }));
    const link = await findLinkDialog();
    await waitFor(() => expect(link.getByRole('heading', { name: /^Sign in to/ })).toBeVisible());
    await expect(body.queryByRole('dialog')).toBeNull();
  });
  await step('The dialog is there again, and the focus on its button', async () => {
    (await (await findLinkDialog()).findByRole('button', { name: 'Close' })).click();
    const dialog = await findDialog();
    await waitFor(() => expect(dialog.getByRole('button', { name: RECONNECT })).toHaveFocus());
  });
};

/** The browser’s own `<dialog>`: `close()` while Link is open, `showModal()` afterwards. */
export const Native: Story = { render: () => <NativeDialog {...DIALOG} />, play: leaveAndComeBack };

/** As Radix and others make it: siblings hidden from screen readers, pointer events off, the focus called back. It is rendered away while Link is open. */
export const FocusTrap: Story = { render: () => <TrappingDialog {...DIALOG} />, play: leaveAndComeBack };

/** After a repair the button has gone: the focus is on the banner, which says that it worked. */
export const Repaired: Story = {
  render: () => <TrappingDialog {...DIALOG} />,
  play: async (context) => {
    await leaveAndComeBack(context);
    const body = within(context.canvasElement.ownerDocument.body);
    await context.userEvent.click(body.getByRole('button', { name: RECONNECT }));
    await signInAtTheBank();
    await waitFor(() => expect(body.getByRole('region', { name: 'First Platypus Bank is reconnected' })).toHaveFocus());
  },
};
