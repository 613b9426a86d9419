import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { GALLERY } from '../../../.storybook/gallery/galleryStates.js';
import { GalleryPage } from '../../../.storybook/gallery/GalleryPage.js';
import { scene } from '../../../.storybook/decorators/scene.js';

const DESCRIPTION = `
Every severity with every remedy that it comes with, and every status of a visit, in each variant: all of it still, without a
network, a click or a timer, on a clock that stands at 20 November 2026.

**When to use** To judge a change of the look or the words: choose language, scheme, direction and width above, and read on.
**When not** To see how one state leads to the next: that is “A whole repair”.

**Contract** Each cell is \`#cell-{state}-{variant}\` with \`data-cell\` and \`data-cell-variant\`; within it the banner is the
library’s own, with its classes and \`data-severity\`, \`data-status\`, \`data-remedy\`, \`data-variant\`, \`data-density\`.

**Access** Each cell is about a bank of its own, so that no two regions of the page have one name. The banner’s heading is a
level below that of its state.
`;

const VARIANTS = ['banner', 'card', 'inline', 'compact'] as const;

const meta = {
  title: 'Gallery/Every state',
  component: GalleryPage,
  args: { groups: GALLERY, variants: VARIANTS, density: 'comfortable' },
  argTypes: { groups: { control: false }, variants: { control: 'check', options: VARIANTS } },
  parameters: {
    docs: { description: { component: DESCRIPTION }, story: { height: '900px' } },
    ...scene({ server: { links: [] }, provider: { appName: 'Acme' } }),
  },
} satisfies Meta<typeof GalleryPage>;

export default meta;
type Story = StoryObj<typeof meta>;

const showsEachCell: Story['play'] = async ({ canvasElement, args }) => {
  const regions = canvasElement.querySelectorAll<HTMLElement>('.update-mode-banner');
  const states = args.groups.flatMap(({ states }) => states);
  await expect(regions).toHaveLength(states.length * args.variants.length);
  const names = [...regions].map((region) => document.getElementById(region.getAttribute('aria-labelledby') ?? ''));
  await expect(new Set(names.map((name) => name?.textContent)).size).toBe(regions.length);
  for (const { id, severity, remedy } of states.filter(({ visit }) => visit.name === 'idle')) {
    const banner = canvasElement.querySelector(`#cell-${id}-${args.variants[0]} .update-mode-banner`);
    await expect(banner).toHaveAttribute('data-severity', severity);
    await expect(banner).toHaveAttribute('data-remedy', remedy);
  }
  await expect(canvasElement.scrollWidth).toBeLessThanOrEqual(canvasElement.clientWidth);
};

/** All of them on one page, with the room that they take by default. */
export const Comfortable: Story = { play: showsEachCell };

/** The same with less room around and between the parts. */
export const Dense: Story = { args: { density: 'dense' }, play: showsEachCell };
