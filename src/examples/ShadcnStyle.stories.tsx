import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import {
  PLATYPUS,
  platypusLink,
  tartanLink,
  TATTERSALL,
  tattersallLink,
} from '../../.storybook/decorators/sampleLinks.js';
import { scene } from '../../.storybook/decorators/scene.js';
import { ExamplePage } from '../../.storybook/examples/ExamplePage.js';
import { expectOwnLook, repairToTheEnd } from '../../.storybook/examples/plays.js';
import css from '../../.storybook/examples/shadcn/shadcn.css?inline';
import { WalletPage } from '../../.storybook/examples/shadcn/WalletPage.js';

const DESCRIPTION = `
The banner of an app with a folder of components of its own, in the manner of shadcn/ui: \`Card\`, \`Alert\`, \`Badge\` and
\`Button\`, with variants, \`data-slot\`, CSS variables and a class for dark. Each part of the banner hands its props to one of them.

**When to use** Where your app has components that all else on the page is made of.

**When not** Where classes are enough: see “Tailwind”.

**Props** \`render\` on the parts: spread the props on your component. They carry \`role\`, \`aria-level\`, \`ref\` and the label, so a
\`div\` will do for the heading and for the region.

**Contract** Your component has to put all props on one element, after its own: the \`role\` of the root then wins over
the \`role="alert"\` of such an \`Alert\`, which would interrupt a screen reader on load.

**Access** As ever: a labelled region with a heading, the focus kept through a visit. The app’s button stays enabled while it is busy.
`;

const meta = {
  title: 'Examples/shadcn style',
  component: WalletPage,
  args: { itemId: PLATYPUS, place: 'card' },
  argTypes: { itemId: { control: false } },
  parameters: {
    ...scene({
      hasStylesheet: false,
      provider: { appName: 'Acorn' },
      server: { links: [platypusLink(), tartanLink()] },
    }),
    layout: 'fullscreen',
    docs: { description: { component: DESCRIPTION }, story: { height: '620px' } },
  },
  render: (args, { globals }) => (
    <ExamplePage css={css} scheme={String(globals['scheme'])}>
      <WalletPage {...args} />
    </ExamplePage>
  ),
} satisfies Meta<typeof WalletPage>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Something is broken. Press the button: the simulated Link is behind it. */
export const NeedsSignIn: Story = {
  play: async ({ canvas, canvasElement }) => {
    const region = await canvas.findByRole('region', { name: 'First Platypus Bank needs you to sign in again' });
    await expectOwnLook({ canvasElement }, region);
    await expect(region).toHaveAttribute('data-slot', 'card');
    await expect(canvas.getByRole('heading', { level: 2 })).toHaveAttribute('data-slot', 'card-title');
  },
};

/** It works for now, and can be put off. */
export const EndsSoon: Story = {
  args: { itemId: TATTERSALL },
  parameters: scene({ server: { links: [tattersallLink(), tartanLink()] } }),
  play: async ({ canvas, canvasElement }) => {
    const region = await canvas.findByRole('region', { name: /ends in 6 days/ });
    await expectOwnLook({ canvasElement }, region);
    await expect(canvas.getByRole('button', { name: 'Remind me later' })).toBeVisible();
  },
};

/** The bank accepted, and the server asks Plaid. The button is busy, and keeps the focus. */
export const Confirming: Story = {
  parameters: scene({ visits: [{ kind: 'success' }], server: { result: 'checking' } }),
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Reconnect First Platypus Bank' }));
    await expect(await canvas.findByRole('button', { name: 'Checking…' })).toHaveFocus();
  },
};

/** Played from the press to the good news, which then leaves. */
export const Connected: Story = {
  parameters: scene({ server: { recovery: ['active'] } }),
  play: repairToTheEnd,
};

/** In the row of its connection: an `Alert` that does not interrupt. */
export const InARow: Story = {
  args: { place: 'row' },
  play: async (page) => {
    const region = await page.canvas.findByRole('region', { name: 'First Platypus Bank needs you to sign in again' });
    await expectOwnLook(page, region);
    await expect(region).toHaveAttribute('data-slot', 'alert');
  },
};

const HOUNDSTOOTH = platypusLink({ item_id: 'item-houndstooth', institution_name: 'Houndstooth Bank' });

/** Several at once: the list is one card, its lines and buttons are the app’s as well. */
export const Many: Story = {
  args: { place: 'list' },
  argTypes: { place: { control: false } },
  parameters: {
    ...scene({ server: { links: [platypusLink(), HOUNDSTOOTH, tattersallLink()] } }),
    docs: { story: { height: '900px' } },
  },
  play: async (page) => {
    const { canvas } = page;
    const region = await canvas.findByRole('region', { name: '3 bank connections need you' });
    await expectOwnLook(page, region);
    await expect(region).toHaveAttribute('data-slot', 'card');
    const lines = within(region).getAllByRole('group');
    await expect(lines.map((line) => within(line).getByRole('heading', { level: 3 }).textContent)).toEqual([
      'First Platypus Bank needs you to sign in again',
      'Houndstooth Bank needs you to sign in again',
      'Your connection to Tattersall Federal Credit Union ends in 6 days',
    ]);
    // Whose turn it is has its button above the lines alone, and that is the one in the app's loud colour.
    const [loud, ...quiet] = within(region).getAllByRole('button');
    await expect(loud).toHaveAccessibleName('Reconnect First Platypus Bank');
    await expect(quiet.map((button) => lines.findIndex((line) => line.contains(button)))).toEqual([1, 2]);
    for (const button of quiet) await expect(button.className).not.toContain('bg-primary');
    await expect(loud?.className).toContain('bg-primary');
  },
};
