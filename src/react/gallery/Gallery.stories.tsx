import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { GALLERY, type GalleryGroup } from '../../../.storybook/gallery/galleryStates.js';
import { GalleryPage } from '../../../.storybook/gallery/GalleryPage.js';
import { scene } from '../../../.storybook/decorators/scene.js';

const DESCRIPTION = `
Every severity with every remedy that it comes with, and every status of a visit, in each variant: all of it still, without a
network, a click or a timer, on a clock that stands at 20 November 2026.

**When to use** To judge a change of the look or the words: choose language, scheme, direction and width above, and read on.

**When not** To see how one state leads to the next: that is [A whole repair](?path=/story/a-whole-repair--playground). Not all
is a banner of one connection: the list of several is [Many connections](?path=/docs/many-connections--docs), one visit after the
other [RepairAllBanner](?path=/docs/many-connections-one-visit-after-the-other--docs), and a button without a banner
[UpdateModeLauncher](?path=/docs/the-launcher-and-hooks-updatemodelauncher--docs).

**Props** The page takes \`groups\`, \`variants\` and \`density\`; the controls of “Everything” change the latter two.

**Contract** Each cell is \`#cell-{state}-{variant}\` with \`data-cell\` and \`data-cell-variant\`; within it the banner is the
library’s own, with its classes and \`data-severity\`, \`data-status\`, \`data-remedy\`, \`data-variant\`, \`data-density\`.

**Access** Each cell is about a bank of its own, so that no two regions of the page have one name. The banner’s heading is a
level below that of its state.
`;

const EMPTY: GalleryGroup = { title: '', states: [] };
const VARIANTS = ['banner', 'inline', 'card', 'compact'] as const;

const meta = {
  title: 'Gallery',
  component: GalleryPage,
  args: { groups: GALLERY, variants: VARIANTS, density: 'comfortable' },
  argTypes: {
    groups: { control: false },
    variants: { control: 'check', options: VARIANTS },
    density: { control: 'inline-radio', options: ['comfortable', 'dense'] },
  },
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

const [before = EMPTY, critical = EMPTY, warning = EMPTY, info = EMPTY] = GALLERY;

// Axe takes seconds for as many banners as these, so the usual tests leave them to those of the pictures.
const SLOW = ['!test'];

/** All of them on one page, with the room that they take by default; the controls choose variants and density. */
export const Everything: Story = { tags: SLOW, play: showsEachCell };

/** How serious it is, and what helps: every pair that there is. */
export const BeforeAVisit: Story = { args: { groups: [before] }, play: showsEachCell };

/** Every status of a visit to a connection that brings nothing any more. */
export const VisitWhenCritical: Story = { args: { groups: [critical] }, play: showsEachCell };

/** The same of one that works until its consent ends: nobody is told to sign in, and nothing is lost by leaving. */
export const VisitWhenWarned: Story = { tags: SLOW, args: { groups: [warning] }, play: showsEachCell };

/** The same of one that works, and could share more. */
export const VisitWhenOffered: Story = { tags: SLOW, args: { groups: [info] }, play: showsEachCell };

/** With less room around and between the parts. All that this can harm is the size of what is pressed. */
export const Dense: Story = {
  args: { groups: [before, critical], density: 'dense' },
  parameters: { a11y: { options: { runOnly: { type: 'rule', values: ['target-size'] } } } },
  play: showsEachCell,
};
