import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
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
import css from '../../.storybook/examples/tailwind/tailwind.css?inline';
import { TreasuryPage } from '../../.storybook/examples/tailwind/TreasuryPage.js';

const DESCRIPTION = `
The banner of an app that has Tailwind: its own composition of the parts, dressed by utility classes. None of this library’s
stylesheet is on the page.

**When to use** To see how far a look of your own can go while the behaviour stays: a strip across the page, a word for the
severity instead of an icon, a thin line for how far the repair is.

**When not** To change colours, corners or space: custom properties do that, see “Theming” among the guides.

**Props** \`className\` on each part; \`render\` where another element is wanted.

**Contract** \`data-severity\` and \`data-status\` on the root are what the classes ask for: \`group-data-[severity=critical]/strip:…\`.

**Access** The strip is the same labelled region as ever, the button gets the focus back, and what changes is announced by the
provider: none of it depends on the markup.
`;

const meta = {
  title: 'Examples/Tailwind',
  component: TreasuryPage,
  args: { itemId: PLATYPUS, place: 'strip' },
  argTypes: { itemId: { control: false } },
  parameters: {
    ...scene({
      hasStylesheet: false,
      provider: { appName: 'Ledgerline' },
      server: { links: [platypusLink(), tartanLink()] },
    }),
    layout: 'fullscreen',
    docs: { description: { component: DESCRIPTION }, story: { height: '480px' } },
  },
  render: (args, { globals }) => (
    <ExamplePage css={css} scheme={String(globals['scheme'])}>
      <TreasuryPage {...args} />
    </ExamplePage>
  ),
} satisfies Meta<typeof TreasuryPage>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Something is broken. Press the button: the simulated Link is behind it. */
export const NeedsSignIn: Story = {
  play: async ({ canvas, canvasElement }) => {
    const region = await canvas.findByRole('region', { name: 'First Platypus Bank needs you to sign in again' });
    await expectOwnLook({ canvasElement }, region);
    const { left, width } = region.getBoundingClientRect();
    await expect([left, width]).toEqual([0, canvasElement.ownerDocument.documentElement.clientWidth]);
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

/** The bank accepted, and the server asks Plaid: the line is at three quarters. */
export const Confirming: Story = {
  parameters: scene({ visits: [{ kind: 'success' }], server: { result: 'checking' } }),
  play: async (page) => {
    await page.userEvent.click(await page.canvas.findByRole('button', { name: 'Reconnect First Platypus Bank' }));
    await expect(await page.canvas.findByRole('button', { name: 'Checking…' })).toHaveFocus();
  },
};

/** Played from the press to the good news, which then leaves. */
export const Connected: Story = {
  parameters: scene({ server: { recovery: ['active'] } }),
  play: repairToTheEnd,
};

/** In the row of its connection, as one line. */
export const InARow: Story = {
  args: { place: 'row' },
  play: async (page) => {
    const region = await page.canvas.findByRole('region', { name: 'First Platypus Bank needs you to sign in again' });
    await expectOwnLook(page, region);
  },
};
