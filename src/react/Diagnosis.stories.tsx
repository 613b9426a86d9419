import type { Meta, StoryObj } from '@storybook/react-vite';
import type { CSSProperties } from 'react';
import { expect } from 'storybook/test';
import { BANNER_CONTRACT } from '../../.storybook/decorators/bannerContract.js';
import { scene } from '../../.storybook/decorators/scene.js';
import { createBankName } from '../../.storybook/gallery/bankNames.js';
import { createDiagnosisCases, type DiagnosisCase } from '../../test/support/diagnosisCases.js';
import { diagnose } from '../core/diagnosis.js';
import type { BannerVariant } from './banner/bannerAppearance.js';
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
  variant: BannerVariant;
}

/** Each row of the table as it looks, below what leads to it and what it says to a program. */
function DiagnosisTable({ rows, variant }: DiagnosisTableProps) {
  return rows.map(({ names, example }, index) => {
    const name = example.link.institution_name && createBankName(index, variant);
    const link = { ...example.link, item_id: `item-${example.name}`, institution_name: name };
    const { cause, severity, remedy, purpose } = diagnose(link, { now: NOW });
    return (
      <article key={example.name} aria-label={example.name} style={ROW}>
        <h2 style={NAMES}>{names.join(' · ')}</h2>
        <p style={FACTS}>{[cause, severity, remedy, purpose].filter(Boolean).join(' · ')}</p>
        <RepairItemBanner integrationLink={link} headingLevel={3} variant={variant} />
      </article>
    );
  });
}

const nothing = () => {};

const DESCRIPTION = `
The whole table of diagnoses as it looks: each row below what leads to it, and what \`diagnose()\` says of it to a program.

**When to use** To read every sentence that a cause brings, and to find the cause behind a code of Plaid’s.

**When not** To learn what decides between several: that is written in “What can be wrong”, \`docs/diagnosis.md\`.

**Props** The page takes \`rows\` and \`variant\`; the banners are \`RepairItemBanner\` with an \`integrationLink\`.

**Contract** ${BANNER_CONTRACT}

**Access** Each row has a bank of its own: a region is named by its title, and no two are of one name.
`;

const meta = {
  title: 'What is wrong/Diagnosis',
  component: DiagnosisTable,
  args: { rows: [], variant: 'banner' },
  argTypes: { rows: { control: false } },
  parameters: {
    docs: { description: { component: DESCRIPTION }, story: { height: '720px' } },
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

// As many banners as these take axe seconds, and the gallery has each variant in every state already.
const SLOW = ['!test'];
const EVERY_ROW = ['broken', 'ending', 'access', 'beyond'].flatMap(createRows);

/** All rows as cards, for a column. */
export const Cards: Story = { tags: SLOW, args: { rows: EVERY_ROW, variant: 'card' }, play: showsEachRow };

/** All rows in a connection's own row: what is less pressing is left to the banner. */
export const Inline: Story = { tags: SLOW, args: { rows: EVERY_ROW, variant: 'inline' }, play: showsEachRow };

/** All rows without a frame, for a dialog. */
export const Compact: Story = { tags: SLOW, args: { rows: EVERY_ROW, variant: 'compact' }, play: showsEachRow };

const ROW: CSSProperties = { marginBlockEnd: 28 };
const NAMES: CSSProperties = { margin: 0, fontSize: '0.875rem', overflowWrap: 'anywhere' };
const FACTS: CSSProperties = {
  margin: '2px 0 8px',
  fontSize: '0.8125rem',
  overflowWrap: 'anywhere',
  color: 'light-dark(#4a5566, #c3ccd9)',
};
