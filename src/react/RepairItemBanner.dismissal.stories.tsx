import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fn, waitFor, within } from 'storybook/test';
import { BANNER_PROPS } from '../../.storybook/decorators/propTables.js';
import {
  PLATYPUS,
  platypusLink,
  TARTAN,
  tartanLink,
  TATTERSALL,
  tattersallLink,
} from '../../.storybook/decorators/sampleLinks.js';
import { scene } from '../../.storybook/decorators/scene.js';
import type { IntegrationLink } from '../index.js';
import { de } from '../messages/de.js';
import { RepairItemBanner, type RepairItemBannerProps } from './RepairItemBanner.js';
import { useDismissedBanners } from './useDismissedBanners.js';

const DESCRIPTION = `
What makes room on the page, for whoever has read the message: a cross, “Remind me later”, and “Show less” for what can't be hidden.

**When to use** Where the banner stands above other content, as on a start page. Then show \`variant="inline"\` in the
connection's own row as well: that stays, whatever is dismissed.

**When not** On the connection's own page, where the message is what the page is about.

**Props** \`isDismissible\`. A message about what still works can be hidden, or snoozed for three days, less where its deadline
is near. A critical one gets smaller and keeps its button.

**Contract** \`.update-mode-banner__dismissals\` around, \`.update-mode-banner__dismissal\` each with \`data-kind\`:
\`dismiss\`, \`snooze\`, \`shrink\` or \`expand\`. The part is \`<RepairBannerDismissals>\`.

**Access** The cross is named “Hide this message” and described by the heading. Whoever hides a message with the keyboard goes on
at the next place that sees to the connection, and hears that it is hidden. “Show less” is a toggle (\`aria-expanded\`) and keeps
the focus.
`;

const onEvent = fn().mockName('onEvent');

const meta = {
  title: 'Dismissal/One connection',
  component: RepairItemBanner,
  args: { itemId: PLATYPUS, isDismissible: true },
  argTypes: BANNER_PROPS,
  parameters: {
    docs: { description: { component: DESCRIPTION }, story: { height: '340px' } },
    ...scene({ provider: { onEvent } }),
  },
} satisfies Meta<typeof RepairItemBanner>;

export default meta;
type Story = StoryObj<typeof meta>;
type Canvas = Parameters<NonNullable<Story['play']>>[0]['canvas'];

const REVOKED: Partial<IntegrationLink> = {
  error: { error_type: 'ITEM_ERROR', error_code: 'ITEM_LOGIN_REQUIRED', error_code_reason: 'OAUTH_USER_REVOKED' },
};
const revoked = () => platypusLink(REVOKED);

const ALL = [
  platypusLink(),
  platypusLink({ item_id: 'item-revoked', institution_name: 'Houndstooth Bank', ...REVOKED }),
  tattersallLink(),
  tartanLink({ new_accounts_available: true }),
];

const PAGE_OF_ALL = { ...scene({ server: { links: ALL } }), docs: { story: { height: '960px' } } };

function renderAll() {
  return (
    <div style={{ display: 'grid', gap: 16 }}>
      {ALL.map(({ item_id }) => (
        <RepairItemBanner key={item_id} itemId={item_id} isDismissible />
      ))}
    </div>
  );
}

/** All kinds, one under another, and the critical one small as well. */
export const AllKinds: Story = {
  parameters: PAGE_OF_ALL,
  render: renderAll,
  play: async ({ canvas }) => {
    await expect(await canvas.findAllByRole('region')).toHaveLength(4);
    await expect(canvas.getAllByRole('button', { name: 'Hide this message' })).toHaveLength(3);
    await expect(canvas.getAllByRole('button', { name: 'Remind me later' })).toHaveLength(2);
    await expect(canvas.getAllByRole('button', { name: 'Show less' })).toHaveLength(1);
  },
};

/** A message above, and the connection's row, which stays when it is put away. */
function renderAboveRow(args: RepairItemBannerProps) {
  return (
    <>
      <RepairItemBanner {...args} />
      <h2>Accounts</h2>
      <RepairItemBanner {...args} variant="inline" headingLevel={3} />
    </>
  );
}

function expectRowAlone(canvas: Canvas) {
  return expect(canvas.getByRole('region')).toHaveAttribute('data-variant', 'inline');
}

/** Sharing was ended on purpose: the way back is offered, and nobody is pressed. The cross hides the message until something changes. */
export const Dismiss: Story = {
  parameters: scene({ server: { links: [revoked()] } }),
  render: renderAboveRow,
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Hide this message' }));
    await expectRowAlone(canvas);
    await waitFor(() =>
      expect(canvas.getByRole('status')).toHaveTextContent('Hidden. You will see it again when something changes.'),
    );
    await expect(onEvent).toHaveBeenCalledWith({
      type: 'dismissed',
      itemId: PLATYPUS,
      cause: 'oauth_revoked',
      kind: 'dismissed',
    });
  },
};

/** There is time until the deadline: the message comes back in three days, or half-way to a nearer one. */
export const Snooze: Story = {
  args: { itemId: TATTERSALL },
  parameters: scene({ server: { links: [tattersallLink()] } }),
  render: renderAboveRow,
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Remind me later' }));
    await expectRowAlone(canvas);
    await waitFor(() =>
      expect(canvas.getByRole('status')).toHaveTextContent('Hidden for now. You will see it again in 3 days.'),
    );
  },
};

/** Good to know, and no more: nothing to be reminded of. */
export const OnlyInformation: Story = {
  args: { itemId: TARTAN },
  parameters: scene({ server: { links: [tartanLink({ new_accounts_available: true })] } }),
  play: async ({ canvas }) => {
    const cross = await canvas.findByRole('button', { name: 'Hide this message' });
    const { width, height } = cross.getBoundingClientRect();
    await expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
    await expect(cross).toHaveAccessibleDescription('New accounts at Tartan Bank');
    await expect(canvas.queryByRole('button', { name: 'Remind me later' })).not.toBeInTheDocument();
  },
};

/** No data comes in: this can't be hidden. It gets as small as a line, with its button, and stays so for this user. */
export const ShowLess: Story = {
  play: async ({ canvas, userEvent }) => {
    const toggle = await canvas.findByRole('button', { name: 'Show less' });
    await expect(canvas.queryByRole('button', { name: 'Hide this message' })).not.toBeInTheDocument();
    const before = canvas.getByRole('region').getBoundingClientRect().height;
    await userEvent.click(toggle);
    await expect(canvas.getByRole('region')).toHaveAttribute('data-variant', 'inline');
    await expect(canvas.getByRole('region').getBoundingClientRect().height).toBeLessThan(before);
    await expect(canvas.getByRole('button', { name: 'Reconnect First Platypus Bank' })).toBeVisible();
    const back = canvas.getByRole('button', { name: 'Show more', expanded: false });
    await expect(back).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect(canvas.getByRole('button', { name: 'Show less', expanded: true })).toHaveFocus();
    await expect(canvas.getByRole('region')).toHaveAttribute('data-variant', 'banner');
    await userEvent.keyboard('{Enter}');
  },
};

/** After a visit that was left, too: then a banner holds its height, until its user makes it smaller. */
export const ShowLessAfterAVisit: Story = {
  parameters: scene({ visits: [{ kind: 'exit' }] }),
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Reconnect First Platypus Bank' }));
    await canvas.findByText('You left before the end, so nothing has changed.');
    const before = canvas.getByRole('region').getBoundingClientRect().height;
    await userEvent.click(await canvas.findByRole('button', { name: 'Show less' }));
    await expect(canvas.getByRole('region').getBoundingClientRect().height).toBeLessThan(before * 0.7);
  },
};

/** The state on the connection's row stays, whatever is hidden above. From the cross the keyboard goes on there. */
export const TheRowStays: Story = {
  args: { itemId: TATTERSALL },
  parameters: scene({ server: { links: [tattersallLink()] } }),
  render: renderAboveRow,
  play: async ({ canvas, userEvent }) => {
    const cross = await canvas.findByRole('button', { name: 'Hide this message' });
    cross.focus();
    await userEvent.keyboard('{Enter}');
    const row = canvas.getByRole('region');
    await expect(row).toHaveAttribute('data-variant', 'inline');
    await expect(within(row).getByRole('button', { name: /Reconnect/ })).toHaveFocus();
  },
};

const WELL: Partial<IntegrationLink> = { status: 'active', status_message: null };

const STATES: Record<string, Partial<IntegrationLink>> = {
  'Permission withdrawn': { ...WELL, access_error: { code: 'USER_PERMISSION_REVOKED' } },
  'Sign-in needed': {},
  'All is well': WELL,
};

function Changing() {
  const [state, setState] = useState('Permission withdrawn');
  const [connection] = useState(platypusLink);
  return (
    <>
      <RepairItemBanner integrationLink={{ ...connection, ...STATES[state] }} isDismissible />
      <fieldset style={{ marginBlockStart: 16 }}>
        <legend>What the server says</legend>
        {Object.keys(STATES).map((name) => (
          <label key={name} style={{ display: 'block', paddingBlock: 4 }}>
            <input type="radio" name="state" checked={name === state} onChange={() => setState(name)} /> {name}
          </label>
        ))}
      </fieldset>
    </>
  );
}

/** Hidden is this trouble alone. Another one shows, and so does the same one when it went away and came again. */
export const ComesBack: Story = {
  render: () => <Changing />,
  play: async ({ canvas, userEvent }) => {
    const says = (name: string) => userEvent.click(canvas.getByRole('radio', { name }));
    await userEvent.click(await canvas.findByRole('button', { name: 'Hide this message' }));
    await expect(canvas.queryByRole('region')).not.toBeInTheDocument();
    await says('Sign-in needed');
    await expect(await canvas.findByRole('region', { name: /needs you to sign in again/ })).toBeVisible();
    await says('Permission withdrawn');
    await expect(canvas.queryByRole('region')).not.toBeInTheDocument();
    await says('All is well');
    await says('Permission withdrawn');
    await expect(await canvas.findByRole('region', { name: /no longer shares your data/ })).toBeVisible();
  },
};

function HiddenMessages() {
  const { itemIds, bringBack } = useDismissedBanners();
  if (itemIds.length === 0) return <p>No hidden messages.</p>;
  return (
    <button type="button" onClick={bringBack}>
      Show hidden messages ({itemIds.length})
    </button>
  );
}

/** A page of settings brings hidden messages back: \`useDismissedBanners()\`. */
export const BringBack: Story = {
  parameters: scene({ server: { links: [revoked(), tattersallLink()] } }),
  render: (args) => (
    <>
      <RepairItemBanner {...args} />
      <HiddenMessages />
    </>
  ),
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Hide this message' }));
    await userEvent.click(await canvas.findByRole('button', { name: 'Show hidden messages (1)' }));
    await expect(await canvas.findByRole('region')).toBeVisible();
    await expect(canvas.getByText('No hidden messages.')).toBeVisible();
  },
};

/** The same on a dark page. */
export const AllKindsInTheDark: Story = { ...AllKinds, globals: { scheme: 'dark' } };

/** As on a small phone, or at 400 % zoom. */
export const AllKindsAt320Pixels: Story = { ...AllKinds, globals: { width: '320px' } };

/** Words are longer there. */
export const InGerman: Story = {
  parameters: PAGE_OF_ALL,
  globals: { language: 'de' },
  render: renderAll,
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: de.shrink }));
    await expect(canvas.getByRole('button', { name: de.expand })).toHaveFocus();
    const [snooze] = canvas.getAllByRole('button', { name: de.snooze });
    if (snooze) await userEvent.click(snooze);
    await waitFor(() =>
      expect(canvas.getByRole('status')).toHaveTextContent(de.snoozedText.replace('{when}', 'in 3 Tagen')),
    );
  },
};
