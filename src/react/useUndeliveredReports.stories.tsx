import type { Meta, StoryObj } from '@storybook/react-vite';
import type { CSSProperties } from 'react';
import { expect, waitFor, within } from 'storybook/test';
import {
  PLATYPUS,
  platypusLink,
  TARTAN,
  tartanLink,
  TATTERSALL,
  tattersallLink,
} from '../../.storybook/decorators/sampleLinks.js';
import { scene } from '../../.storybook/decorators/scene.js';
import { useIntegrationLinks } from './useIntegrationLinks.js';
import { useUndeliveredReports } from './useUndeliveredReports.js';
import type { UndeliveredReport } from '../core/undeliveredReports.js';

/** An app's own list of what has not reached its server yet. */
function ReportList() {
  const { reports, unreadable, isDurable, sendAgain, discard } = useUndeliveredReports();
  const { links } = useIntegrationLinks();
  const nameOf = ({ target }: UndeliveredReport) =>
    links.find((link) => 'item_id' in target && link.item_id === target.item_id)?.institution_name ?? 'A bank';
  return (
    <section aria-labelledby="reports">
      <h2 id="reports">Not confirmed yet</h2>
      {reports.length === 0 && <p>Everything has reached us.</p>}
      <ul style={LIST}>
        {reports.map((report) => (
          <li key={report.id} style={ROW} aria-label={nameOf(report)}>
            <span>
              {nameOf(report)}
              <br />
              <span style={QUIET}>{describe(report)}</span>
            </span>
            <span style={ACTIONS}>
              <button onClick={() => sendAgain(report.id)} disabled={report.state === 'sending'}>
                Send again
              </button>
              <button onClick={() => discard(report.id)}>Discard</button>
            </span>
          </li>
        ))}
      </ul>
      {unreadable > 0 && <p>{unreadable} kept aside.</p>}
      {!isDurable && <p>Your browser can’t keep these: please leave this page open.</p>}
    </section>
  );
}

function describe({ state, error, attempts }: UndeliveredReport): string {
  switch (state) {
    case 'sending':
      return 'On its way';
    case 'waiting':
      return error?.httpStatus === 401 ? 'Waits for you to sign in' : `Waits, tried ${attempts} times`;
    case 'refused':
      return `Refused with ${error?.httpStatus ?? 'no status'}`;
  }
}

const LIST: CSSProperties = { listStyle: 'none', margin: 0, padding: 0 };

const ROW: CSSProperties = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  justifyContent: 'space-between',
  gap: 12,
  paddingBlock: 12,
  borderBlockEnd: '1px solid light-dark(#d8dee7, #343c49)',
};

const QUIET: CSSProperties = { color: 'light-dark(#4a5566, #c3ccd9)' };

const ACTIONS: CSSProperties = { display: 'flex', gap: 8 };

const DESCRIPTION = `
The finished visits that the app’s server has not answered yet, of this page and of earlier ones.

**When to use** In a support view, or where your users should decide what becomes of a report that was refused.

**When not** To say in passing that a check is late: the banner does.

**Props** None. It answers \`reports\`, \`unreadable\`, \`isDurable\`, \`sendAgain(id)\` and \`discard(id)\`.

**Contract** Each report has a \`state\`: \`sending\`, \`waiting\` or \`refused\`. The markup is yours.

**Access** Yours: give each row a name, as here.
`;

const meta = {
  title: 'The launcher and hooks/useUndeliveredReports',
  component: ReportList,
  parameters: {
    docs: { description: { component: DESCRIPTION }, story: { height: '320px' } },
    ...scene({
      server: {
        links: [platypusLink(), tattersallLink(), tartanLink()],
        repairFaults: { [PLATYPUS]: 'silent', [TATTERSALL]: 503 },
      },
      reports: [{ itemId: PLATYPUS }, { itemId: TATTERSALL }, { itemId: TARTAN, refusedWith: 403 }],
    }),
  },
} satisfies Meta<typeof ReportList>;

export default meta;
type Story = StoryObj<typeof meta>;
type Play = NonNullable<Story['play']>;

const findRow = async (canvas: Parameters<Play>[0]['canvas'], name: string) => canvas.findByRole('listitem', { name });

/** Three finished visits that a page has left behind: one is being sent, one waits, one was refused. */
export const EachState: Story = {
  play: async ({ canvas }) => {
    const sending = await findRow(canvas, 'First Platypus Bank');
    const waiting = await findRow(canvas, 'Tattersall Federal Credit Union');
    await waitFor(() => expect(sending).toHaveTextContent('On its way'));
    await waitFor(() => expect(waiting).toHaveTextContent('tried 3 times'));
    await expect(await findRow(canvas, 'Tartan Bank')).toHaveTextContent('Refused with 403');
  },
};

/** The server takes by now what it had refused: sent again, it is gone. */
export const SendAgain: Story = {
  play: async ({ canvas, userEvent }) => {
    const row = await findRow(canvas, 'Tartan Bank');
    await userEvent.click(within(row).getByRole('button', { name: 'Send again' }));
    await waitFor(() => expect(row).not.toBeInTheDocument());
  },
};

/** The app gives up on one. Nobody sends it any more, in no tab. */
export const Discard: Story = {
  play: async ({ canvas, userEvent }) => {
    const row = await findRow(canvas, 'Tartan Bank');
    await userEvent.click(within(row).getByRole('button', { name: 'Discard' }));
    await expect(row).not.toBeInTheDocument();
  },
};
