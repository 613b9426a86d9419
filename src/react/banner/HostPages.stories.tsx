import type { Meta, StoryObj } from '@storybook/react-vite';
import bootstrap from 'bootstrap/dist/css/bootstrap.min.css?inline';
import type { ReactNode } from 'react';
import { expect } from 'storybook/test';
import preflight from 'tailwindcss/preflight.css?inline';
import { ARABIC, FULL } from '../../../.storybook/decorators/sampleBanners.js';
import { scene } from '../../../.storybook/decorators/scene.js';
import { PLATYPUS } from '../../../.storybook/decorators/sampleLinks.js';
import { UpdateModeLauncher } from '../../index.js';
import stylesheet from '../../styles/styles.css?inline';
import { Banner } from './Banner.js';
import type { RepairBanner } from './repairBanner.js';

/**
 * Rules for plain elements, as an app of some age has them. All are outside of any layer. What is the page's own stays
 * legible by them.
 */
const HOSTILE = `
  * { margin: 0; padding: 0; font: inherit; letter-spacing: .1em; box-sizing: content-box; }
  *, *::before, *::after { border: 0 dotted lime; transition: all 2s; }
  body { text-align: center; text-transform: uppercase; line-height: 3; color: green; background: #eef; }
  main section { padding: 4rem 0; border: 5px solid red; background: #000; color: #fff; }
  main section div { display: block; gap: 0; }
  section::before, p::after, button::before { content: '!'; color: red; }
  h2 { font-size: 3rem; text-transform: uppercase; color: red; }
  main p { margin-bottom: 2rem; text-indent: 2em; color: silver; }
  a { color: #f88; text-decoration: none; font-weight: 900; }
  button { all: unset; }
  :focus { outline: none; }
  button:focus, a:focus { outline: 0; }
  svg { display: block; width: 100%; height: auto; fill: red; }
  svg path, svg text { fill: red; stroke: lime; }
  img { max-width: 100%; border-radius: 50%; filter: grayscale(1); }
  summary { list-style: none; display: block; }
  dl div { display: flex; } dt, dd { display: block; margin-left: 40px; }
  span { display: block; }
`;

/** Bootstrap's blue is made for white, with 4.5 : 1. An app that wants more mixes its own, as here. */
const BOOTSTRAP_LINKS = 'a { color: color-mix(in oklab, #0d6efd 50%, CanvasText); }';

/** One attribute weighs as much as one class. */
const HOSTILE_BEFORE = `
  [type='button'] { background: pink; padding: 3rem; }
  .stack :where(p, h2) { margin: 3rem; }
`;

const OWN_CLASS = '.of-the-page { border-radius: 1px; }';

const ORDER = '@layer theme, base, update-mode, components, utilities;';

interface HostPageProps {
  /** The page's own stylesheet, wherever it comes. */
  css: string;
  /** What only holds where it comes before ours. */
  cssBefore?: string | undefined;
}

const INITIALS: RepairBanner = { ...ARABIC, variant: 'compact', density: 'dense', texts: [], meta: [], action: null };
/** Between them they have every part, with a frame and without. */
const BANNERS: readonly RepairBanner[] = [FULL, INITIALS];

function HostPage({ css, cssBefore = '' }: HostPageProps) {
  return (
    <>
      <style>{ORDER}</style>
      <style data-sheet="host before">{css + OWN_CLASS + cssBefore}</style>
      <style data-sheet="ours">{stylesheet}</style>
      <style data-sheet="host after">{css + OWN_CLASS}</style>
      <HostContent />
      {/* The page's typeface goes on into the banner; here it is the same with the page's styles and without. */}
      <div data-ours="" style={{ inlineSize: 540, font: '16px/1.5 Arial, sans-serif', transition: 'none' }}>
        {BANNERS.map((banner, index) => (
          <div key={index} style={{ marginBlock: 12, transition: 'none' }}>
            <Banner banner={banner} opener="" appearance={{ style: { '--update-mode-motion': '0s' } }} rootRef={null} />
          </div>
        ))}
        <UpdateModeLauncher itemId={PLATYPUS} style={{ transition: 'none' }}>
          Share more accounts
        </UpdateModeLauncher>
      </div>
    </>
  );
}

function HostContent(): ReactNode {
  return (
    <section data-host="">
      <h2>The page’s own heading</h2>
      <p>
        Its own text, with <a href="https://platypus.example/">a link</a>.
      </p>
      <button type="button">Its own button</button>
      <details>
        <summary>Its own disclosure</summary>
      </details>
    </section>
  );
}

const OURS = '[data-ours] [class]';

type SheetName = 'host before' | 'ours' | 'host after';

function applySheets(canvasElement: HTMLElement, ...names: SheetName[]): void {
  for (const element of canvasElement.ownerDocument.querySelectorAll<HTMLStyleElement>('style[data-sheet]')) {
    const { sheet } = element;
    if (sheet) sheet.disabled = !names.some((name) => name === element.dataset['sheet']);
  }
}

/** What is the page's own even within a banner: it is inherited and harms nothing, or has no effect on ours. */
const THEIRS =
  /^(-webkit-tap-highlight-color|tab-size|text-size-adjust|font-feature-settings|-webkit-locale|appearance)$/;

/** What a shape is drawn with. Boxes and borders mean nothing to it. */
const DRAWING = /^(fill|stroke|d|x|y|rx|width|height|opacity|color|font|text-anchor|transform|filter)/;

const PSEUDOS = [undefined, '::before', '::after'];

/** All computed styles of these elements and of what CSS adds to them. */
function readStyles(canvasElement: HTMLElement, selector: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [index, element] of canvasElement.querySelectorAll(selector).entries()) {
    const isShape = element.parentElement?.closest('svg') !== null;
    for (const pseudo of isShape ? [undefined] : PSEUDOS) {
      const style = getComputedStyle(element, pseudo);
      const name = `${index} ${element.getAttribute('class') ?? element.tagName}${pseudo ?? ''}`;
      const isThere = pseudo === undefined || style.content !== 'none';
      for (const property of isThere ? style : ['content']) {
        const isOurs = isShape ? DRAWING.test(property) : !THEIRS.test(property);
        if (isOurs) found.set(`${name} ${property}`, style.getPropertyValue(property));
      }
    }
  }
  return found;
}

/** In words, so that a failure names what leaks. */
function differences(clean: Map<string, string>, styled: Map<string, string>): string[] {
  return [...clean].flatMap(([key, value]) =>
    styled.get(key) === value ? [] : [`${key}: ${value}, ${styled.get(key)}`],
  );
}

const DESCRIPTION = `
The banner among the styles of others: none of the page’s leak in, and none of ours leak out.

**When to use** To see what happens beside Bootstrap, Tailwind or the rules of an old app, and whichever comes first.

**When not** To learn how to make it look like your app: that is “Theming”, and the examples.

**Props** The page takes \`css\` and \`cssBefore\`: what stands after our stylesheet and before it.

**Contract** All rules are in the cascade layer \`update-mode\`; “Theming” says what of a page’s own wins.

**Access** The focus is seen, and the targets keep their size, whatever the page does to plain elements.
`;

const meta = {
  title: 'Looks and themes/On other people’s pages',
  component: HostPage,
  parameters: {
    ...scene({ hasStylesheet: false }),
    // The page's own colours are its own.
    a11y: { context: { exclude: ['[data-host]'] } },
    docs: { description: { component: DESCRIPTION }, story: { height: '900px' } },
  },
  play: async ({ canvas, canvasElement, step }) => {
    for (const details of canvasElement.querySelectorAll<HTMLElement>('[data-ours] summary')) details.click();
    await canvas.findAllByRole('button', { name: 'Copy' });
    applySheets(canvasElement, 'ours');
    const clean = readStyles(canvasElement, OURS);
    await expect(clean.size).toBeGreaterThan(1_000);
    await step('Whichever stylesheet comes first, nothing of the page leaks in', async () => {
      applySheets(canvasElement, 'host before', 'ours');
      await expect(differences(clean, readStyles(canvasElement, OURS))).toEqual([]);
      applySheets(canvasElement, 'ours', 'host after');
      await expect(differences(clean, readStyles(canvasElement, OURS))).toEqual([]);
    });
    await step('Nothing of ours leaks out', async () => {
      applySheets(canvasElement, 'host after');
      const host = readStyles(canvasElement, 'section[data-host] *');
      applySheets(canvasElement, 'ours', 'host after');
      await expect(differences(host, readStyles(canvasElement, 'section[data-host] *'))).toEqual([]);
    });
    await step('A banner can still be hidden, and turned around', async () => {
      const [region] = canvas.getAllByRole('region');
      region?.toggleAttribute('hidden', true);
      await expect(region).toHaveStyle({ display: 'none' });
      region?.removeAttribute('hidden');
      region?.setAttribute('dir', 'rtl');
      await expect(region).toHaveStyle({ direction: 'rtl', paddingRight: '16px' });
      region?.removeAttribute('dir');
    });
    await step('A class of the page’s own wins, wherever it comes', async () => {
      const [region] = canvas.getAllByRole('region');
      region?.classList.add('of-the-page');
      for (const order of ['host before', 'host after'] as const) {
        applySheets(canvasElement, order, 'ours');
        await expect(region).toHaveStyle({ borderTopLeftRadius: '1px' });
      }
      region?.classList.remove('of-the-page');
    });
    await step('Who uses the keyboard sees where they are', async () => {
      const [action] = canvas.getAllByRole('button', { name: /^Reconnect/ });
      action?.focus();
      await expect(action).toHaveStyle({ outlineStyle: 'solid', outlineWidth: '3px' });
      action?.blur();
    });
  },
} satisfies Meta<typeof HostPage>;

export default meta;
type Story = StoryObj<typeof meta>;

/** The whole of Bootstrap 5, with its reboot. */
export const Bootstrap: Story = { args: { css: bootstrap + BOOTSTRAP_LINKS } };

/** Tailwind 4, whose preflight is in a layer. The order of the layers is declared first: see "Styling". */
export const Tailwind: Story = { args: { css: `@layer base { ${preflight} }` } };

/** The preflight outside of any layer, as Tailwind 3 has it. */
export const TailwindWithoutLayers: Story = { args: { css: preflight } };

/** Everything that an app of some age does to plain elements. */
export const HostileReset: Story = { args: { css: HOSTILE, cssBefore: HOSTILE_BEFORE } };
