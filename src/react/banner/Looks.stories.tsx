import type { Meta, StoryObj } from '@storybook/react-vite';
import type { CSSProperties, ReactNode } from 'react';
import { expect, waitFor } from 'storybook/test';
import { ARABIC_FULL, BANK, button, FULL, GERMAN, SAMPLES } from '../../../.storybook/decorators/sampleBanners.js';
import { useToolbarWords } from '../../../.storybook/decorators/useToolbarWords.js';
import { Banner } from './Banner.js';
import type { BannerAppearance, BannerVariant } from './bannerAppearance.js';
import type { RepairBanner } from './repairBanner.js';

const VARIANTS: readonly BannerVariant[] = ['banner', 'card', 'inline', 'compact'];
const ALL = [SAMPLES.critical, SAMPLES.warning, SAMPLES.info, SAMPLES.ok];

/** A banner as its model has it, without a connection behind it: what is looked at here is how it looks. */
function Look({ banner, ...appearance }: { banner: RepairBanner } & BannerAppearance) {
  const spoken = useToolbarWords(banner);
  return <Banner banner={spoken} opener="" appearance={appearance} rootRef={null} />;
}

/** Each of the four severities in one variant. */
function Severities({ variant = 'banner', density = 'comfortable' }: Partial<RepairBanner>) {
  return (
    <Stack>
      {ALL.map((banner) => (
        <Look key={banner.severity} banner={{ ...banner, variant, density }} />
      ))}
    </Stack>
  );
}

/** Regions of one page need names that differ. */
function named(banner: RepairBanner, kind: string | number): RepairBanner {
  return { ...banner, title: `${banner.title} (${kind})` };
}

function Stack({ children, ...style }: CSSProperties & { children: ReactNode }) {
  return <div style={{ display: 'grid', gap: 16, ...style }}>{children}</div>;
}

const DESCRIPTION = `
The four variants and two densities, in each severity: how a banner looks, without a connection behind it.

**When to use** To choose a variant: \`banner\` across a page, \`card\` in a column, \`inline\` in the connection’s own row, \`compact\` in a dialog.

**When not** To judge one state in all of them: the gallery has each.

**Props** \`variant\` and \`density\` of every banner.

**Contract** \`data-variant\` and \`data-density\` beside the severity on \`.update-mode-banner\`; the custom properties of “Theming” hold in all.

**Access** Each look has the same region, heading and names. The button is 44 px high in all but the row, where it is 32.
`;

const meta = {
  title: 'Looks and themes/Looks',
  component: Severities,
  parameters: { docs: { description: { component: DESCRIPTION }, story: { height: '560px' } } },
} satisfies Meta<typeof Severities>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Across a page: the look when nothing is said. Use it above the content that is out of date. */
export const AcrossAPage: Story = {
  name: 'Variant: banner',
  play: async ({ canvas, canvasElement }) => {
    await expect(canvas.getAllByRole('region')).toHaveLength(4);
    const action = canvas.getByRole('button', { name: 'Reconnect First Platypus Bank' });
    await expect(action.getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
    await expect(canvasElement.scrollWidth).toBeLessThanOrEqual(canvasElement.clientWidth);
  },
};

/** One under another, for a column, a side panel or a grid of cards. */
export const Card: Story = {
  name: 'Variant: card',
  render: () => (
    <Stack gridTemplateColumns="repeat(auto-fit, minmax(min(100%, 17rem), 1fr))" alignItems="start">
      {ALL.map((banner) => (
        <Look key={banner.severity} banner={{ ...banner, variant: 'card' }} />
      ))}
    </Stack>
  ),
  play: async ({ canvas }) => {
    const action = canvas.getByRole('button', { name: 'Reconnect First Platypus Bank' });
    const text = canvas.getByText(/New transactions/);
    await expect(action.getBoundingClientRect().top).toBeGreaterThan(text.getBoundingClientRect().bottom);
    await expect(action.getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
  },
};

/** A quiet line in the connection's own row. The row has the bank's logo already, so the line has none. */
export const Inline: Story = {
  name: 'Variant: inline',
  args: { variant: 'inline' },
  play: async ({ canvas, canvasElement }) => {
    const action = canvas.getByRole('button', { name: 'Reconnect First Platypus Bank' });
    await expect(action.getBoundingClientRect().height).toBeGreaterThanOrEqual(32);
    await expect(canvasElement.querySelector('.update-mode-banner__logo')).toBeNull();
  },
};

/** In the row itself, beside what the app shows there. It needs no width of its own. */
export const InARow: Story = {
  render: () => (
    <ul style={{ display: 'grid', gap: 12, padding: 0, listStyle: 'none' }}>
      {ALL.map((banner) => (
        <li key={banner.severity} style={ROW}>
          <strong style={{ flex: '1 1 10rem' }}>First Platypus Bank</strong>
          <div style={{ flex: '3 1 20rem' }}>
            <Look banner={{ ...banner, variant: 'inline', density: 'dense' }} headingLevel={3} />
          </div>
        </li>
      ))}
    </ul>
  ),
  play: async ({ canvas, canvasElement }) => {
    await expect(canvas.getAllByRole('listitem')).toHaveLength(ALL.length);
    await expect(canvasElement.scrollWidth).toBeLessThanOrEqual(canvasElement.clientWidth);
  },
};

const ROW: CSSProperties = {
  display: 'flex',
  flexWrap: 'wrap',
  gap: 12,
  alignItems: 'center',
  padding: 12,
  border: '1px solid color-mix(in srgb, CanvasText 25%, Canvas)',
  borderRadius: 8,
};

/** Without a frame, for a dialog, a sheet or a menu, which have one of their own. */
export const Compact: Story = {
  name: 'Variant: compact',
  render: () => (
    <Stack gap={24} maxInlineSize={360}>
      {ALL.map((banner) => (
        <div key={banner.severity} style={{ ...ROW, display: 'block', padding: 20 }}>
          <Look banner={{ ...banner, variant: 'compact' }} />
        </div>
      ))}
    </Stack>
  ),
  play: async ({ canvas }) => {
    const [banner] = canvas.getAllByRole('region');
    await expect(banner).toHaveStyle({ borderTopWidth: '0px' });
    const action = canvas.getByRole('button', { name: 'Reconnect First Platypus Bank' });
    await expect(action.getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
  },
};

/** For apps that show much on one page. The button keeps its 44 pixels. */
export const Dense: Story = {
  name: 'Density: dense',
  render: () => (
    <Stack>
      {ALL.map((banner) => (
        <Look key={banner.severity} banner={{ ...banner, density: 'dense' }} />
      ))}
      {VARIANTS.slice(1).map((variant) => (
        <Look key={variant} banner={named({ ...SAMPLES.critical, variant, density: 'dense' }, variant)} />
      ))}
    </Stack>
  ),
  play: async ({ canvas }) => {
    for (const action of canvas.getAllByRole('button', { name: /Reconnect|Renew/ })) {
      const isInline = action.closest('[data-variant=inline]') !== null;
      await expect(action.getBoundingClientRect().height).toBeGreaterThanOrEqual(isInline ? 32 : 44);
    }
  },
};

/** Everything that a banner can have at once: two texts, a note, more ways, what support asks for, later, and the cross. */
export const AllParts: Story = {
  parameters: { docs: { story: { height: '1400px' } } },
  render: () => (
    <Stack>
      {VARIANTS.map((variant) => (
        <Look key={variant} banner={named({ ...FULL, variant }, variant)} />
      ))}
    </Stack>
  ),
  play: async ({ canvasElement }) => {
    for (const control of canvasElement.querySelectorAll('a, button, summary')) {
      const { width, height } = control.getBoundingClientRect();
      await expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
    }
  },
};

/** From 200 pixels on. Each is a container of its own, so it does not ask how wide the page is. */
export const Widths: Story = {
  parameters: { docs: { story: { height: '1600px' } } },
  render: () => (
    <Stack alignItems="start">
      {[200, 320, 560].flatMap((width) =>
        [SAMPLES.critical, GERMAN].map((banner) => (
          <div key={`${width} ${banner.language}`} style={{ inlineSize: width }}>
            <Look banner={named(banner, width)} />
          </div>
        )),
      )}
    </Stack>
  ),
  play: async ({ canvas }) => {
    for (const region of canvas.getAllByRole('region')) {
      await expect(region.scrollWidth).toBeLessThanOrEqual(region.clientWidth);
    }
  },
};

/** Each variant in a column of 200 pixels. */
export const Narrowest: Story = {
  parameters: { docs: { story: { height: '1600px' } } },
  render: () => (
    <Stack inlineSize={200}>
      {VARIANTS.map((variant) => (
        <Look key={variant} banner={named({ ...FULL, variant }, variant)} />
      ))}
    </Stack>
  ),
  play: async ({ canvas, canvasElement }) => {
    for (const region of canvas.getAllByRole('region')) {
      await expect(region.scrollWidth).toBeLessThanOrEqual(region.clientWidth);
    }
    await expect(canvasElement.scrollWidth).toBeLessThanOrEqual(canvasElement.clientWidth);
  },
};

/** Arabic. Only the icon of the bank's own logo is not mirrored. */
export const RightToLeft: Story = {
  parameters: { docs: { story: { height: '900px' } } },
  render: () => (
    <Stack direction="rtl">
      {VARIANTS.map((variant) => (
        <Look key={variant} banner={named({ ...ARABIC_FULL, variant }, variant)} />
      ))}
    </Stack>
  ),
  play: async ({ canvas }) => {
    const [region] = canvas.getAllByRole('region');
    const [title] = canvas.getAllByRole('heading');
    const [action] = canvas.getAllByRole('button');
    if (!region || !title || !action) throw new Error('A part is missing.');
    await expect(action.getBoundingClientRect().right).toBeLessThan(title.getBoundingClientRect().left);
  },
};

const BUSY = button('Opening…', { isBusy: true });

/** Link opens, or a report is on its way. With reduced motion and in forced colours the line is there, and stands still. */
export const Busy: Story = {
  render: () => (
    <Stack>
      {VARIANTS.map((variant) => (
        <Look key={variant} banner={named({ ...SAMPLES.critical, variant, action: BUSY }, variant)} />
      ))}
    </Stack>
  ),
  play: async ({ canvas }) => {
    for (const action of canvas.getAllByRole('button')) {
      await expect(getComputedStyle(action, '::after').borderBottomStyle).toBe('solid');
    }
  },
};

const NAMES = [
  'First Platypus Bank',
  'Tartan',
  'U.S. Bank',
  'Crédit Agricole',
  '招商银行',
  'البنك الأهلي',
  'בנק הפועלים',
];
const BROKEN = 'data:image/png;base64,AAAA';

/**
 * The bank's logo, and its initials where there is none or it does not load: two letters, or one for one word and for
 * scripts without capitals. The icon of the severity stays in sight. A bank without a name has the icon alone.
 */
export const Logos: Story = {
  parameters: { docs: { story: { height: '1100px' } } },
  render: () => (
    <Stack>
      <Look banner={SAMPLES.critical} />
      <Look banner={{ ...SAMPLES.warning, institution: { ...BANK, logo: BROKEN } }} />
      <Look banner={{ ...SAMPLES.info, institution: { name: null, logo: null } }} />
      {NAMES.map((name) => (
        <Look key={name} banner={{ ...SAMPLES.info, institution: { name, logo: null }, title: name }} />
      ))}
    </Stack>
  ),
  play: async ({ canvasElement }) => {
    const tiles = () => [...canvasElement.querySelectorAll('.update-mode-banner__logo')];
    await waitFor(() =>
      expect(tiles().map(({ textContent }) => textContent)).toEqual(['', 'FP', 'FP', 'T', 'UB', 'CA', '招', 'ب', 'ב']),
    );
    const sizes = new Set(tiles().map((tile) => `${tile.clientWidth} ${tile.clientHeight}`));
    await expect(sizes.size).toBe(1);
    await expect(tiles()[0]?.querySelector('img')).toHaveAttribute('referrerpolicy', 'no-referrer');
  },
};
