import type { Meta, StoryObj } from '@storybook/react-vite';
import type { CSSProperties } from 'react';
import { expect } from 'storybook/test';
import { scene } from '../../.storybook/decorators/scene.js';
import { createDiagnosisCases, type DiagnosisCase } from '../../test/support/diagnosisCases.js';
import { diagnose } from '../core/diagnosis.js';
import { RepairItemBanner } from './RepairItemBanner.js';

const NOW = Date.now();

/** A row of the table, with all that leads to it. */
interface Row {
  names: string[];
  example: DiagnosisCase;
}

/** As a person would look for it: what stands still, what ends, what is missing, and what nobody here can mend. */
function groupOf({ remedy, deadline, link, cause }: DiagnosisCase): string {
  if (remedy !== 'update_mode' && remedy !== 'new_link') return 'beyond';
  if (deadline) return 'ending';
  return link.access_error || link.new_accounts_available || cause.includes('needed') ? 'access' : 'broken';
}

function createRows(group: string): Row[] {
  const rows = new Map<string, Row>();
  for (const example of createDiagnosisCases(NOW).filter((each) => groupOf(each) === group)) {
    const { name, severity, remedy, purpose, screen } = example;
    const key = JSON.stringify([severity, remedy, purpose, screen]);
    const row = rows.get(key) ?? { names: [], example };
    row.names.push(name);
    rows.set(key, row);
  }
  return [...rows.values()];
}

interface DiagnosisTableProps {
  rows: readonly Row[];
}

/** Each row of the table as it looks, below what leads to it and what it says to a program. */
function DiagnosisTable({ rows }: DiagnosisTableProps) {
  return rows.map(({ names, example }) => {
    const link = { ...example.link, item_id: `item-${example.name}` };
    const { cause, severity, remedy, purpose } = diagnose(link, { now: NOW });
    return (
      <article key={example.name} aria-label={example.name} style={ROW}>
        <h2 style={NAMES}>{names.join(' · ')}</h2>
        <p style={FACTS}>{[cause, severity, remedy, purpose].filter(Boolean).join(' · ')}</p>
        <RepairItemBanner integrationLink={link} headingLevel={3} />
      </article>
    );
  });
}

const nothing = () => {};

const meta = {
  title: 'Diagnosis',
  component: DiagnosisTable,
  parameters: {
    docs: { story: { height: '720px' } },
    // One bank in so many states is on no page but this.
    a11y: { config: { rules: [{ id: 'landmark-unique', enabled: false }] } },
    ...scene({ provider: { onNewLink: nothing, onAccountClosed: nothing, onContactSupport: nothing } }),
  },
} satisfies Meta<typeof DiagnosisTable>;

export default meta;
type Story = StoryObj<typeof meta>;

const showsEachRow: Story['play'] = async ({ canvas, args, canvasElement }) => {
  for (const { example } of args.rows) {
    const row = await canvas.findByRole('article', { name: example.name });
    await expect(row.querySelectorAll('.update-mode-banner')).toHaveLength(example.screen ? 1 : 0);
  }
  await expect(canvasElement.scrollWidth).toBeLessThanOrEqual(canvasElement.clientWidth);
};

/** No new data comes in: its user signs in again, allows it again, or connects anew. */
export const Broken: Story = { args: { rows: createRows('broken') }, play: showsEachRow };

/** The connection works, and ends on a day that Plaid has named. */
export const Ending: Story = { args: { rows: createRows('ending') }, play: showsEachRow };

/** The connection works; an account or a permission is missing, or could be added. */
export const AccessAndAccounts: Story = { args: { rows: createRows('access') }, play: showsEachRow };

/** Nothing that the reader can mend, or nothing wrong at all. */
export const NothingToMend: Story = { args: { rows: createRows('beyond') }, play: showsEachRow };

const ROW: CSSProperties = { marginBlockEnd: 28 };
const NAMES: CSSProperties = { margin: 0, fontSize: '0.875rem', overflowWrap: 'anywhere' };
const FACTS: CSSProperties = {
  margin: '2px 0 8px',
  fontSize: '0.8125rem',
  overflowWrap: 'anywhere',
  color: 'light-dark(#4a5566, #c3ccd9)',
};
