import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, waitFor } from 'storybook/test';
import { BANK, button, SAMPLES } from '../../../.storybook/decorators/sampleBanners.js';
import type { Catalog } from '../../core/messages.js';
import { de } from '../../messages/de.js';
import { en } from '../../messages/en.js';
import { formatMessage } from '../words/formatMessage.js';
import { Banner } from './Banner.js';
import type { BannerVariant } from './bannerAppearance.js';
import type { RepairBanner } from './repairBanner.js';

const WIDTHS = [320, 480, 800];
const CATALOGS = [en, de];
const VALUES = { institution: BANK.name, app: 'Harbour', date: '18.11.2026' };

type MessageName = {
  [Name in keyof Catalog]: Catalog[Name] extends Parameters<typeof formatMessage>[0] ? Name : never;
}[keyof Catalog];

type Step = (say: (name: MessageName) => string) => Partial<RepairBanner>;

const ahead: Step = (say) => ({
  title: say('loginTitle'),
  texts: [say('loginText')],
  meta: [say('lastSync'), say('trustText')],
  action: button(say('reconnect')),
});

/** What a banner says from the first press of its button until data flows again. */
const STEPS: Record<string, Step> = {
  idle: ahead,
  launching: (say) => ({ ...ahead(say), status: 'launching', action: button(say('opening'), { isBusy: true }) }),
  open: (say) => ({
    ...ahead(say),
    status: 'open',
    notes: [say('openText')],
    action: button(say('reconnect'), { isBusy: true }),
  }),
  sending: (say) => ({
    severity: 'info',
    status: 'confirming',
    title: say('confirmingTitle'),
    texts: [say('confirmingText')],
    meta: [say('lastSync')],
    action: button(say('checking'), { isBusy: true }),
  }),
  queued: (say) => ({
    severity: 'warning',
    status: 'confirming',
    title: say('confirmingTitle'),
    texts: [say('queuedText')],
    meta: [say('lastSync')],
    action: button(say('checkAgain')),
  }),
  syncing: (say) => ({
    severity: 'info',
    status: 'repaired',
    title: say('syncingTitle'),
    texts: [say('syncingText')],
    meta: [say('lastSync')],
  }),
  connected: (say) => ({ severity: 'ok', status: 'repaired', title: say('connected') }),
};

/** A visit from step to step, at three widths and in two languages. */
function Visit({ variant = 'banner' }: { variant?: BannerVariant | undefined }) {
  const [stepName, setStepName] = useState('idle');
  return (
    <>
      <p style={{ display: 'flex', flexWrap: 'wrap', gap: 4 }}>
        {Object.keys(STEPS).map((name) => (
          <button key={name} type="button" aria-pressed={name === stepName} onClick={() => setStepName(name)}>
            {name}
          </button>
        ))}
      </p>
      {CATALOGS.flatMap((catalog) =>
        WIDTHS.map((width) => {
          const key = `${catalog.language} ${width}`;
          const step = STEPS[stepName]?.((name) => formatMessage(catalog[name], VALUES));
          const banner: RepairBanner = {
            ...SAMPLES.critical,
            action: null,
            meta: [],
            texts: [],
            ...step,
            title: `${step?.title} (${width})`,
            variant,
            language: catalog.language,
          };
          return (
            <div key={key} data-visit={key} style={{ inlineSize: width, marginBlockEnd: 16 }}>
              <Banner banner={banner} opener="" appearance={{}} rootRef={null} />
            </div>
          );
        }),
      )}
    </>
  );
}

/** What would jump under a pointer: the end of each banner, and its button. In pixels from the banner's own top. */
function measure(canvasElement: HTMLElement): Record<string, number>[] {
  return [...canvasElement.querySelectorAll('[data-visit]')].map((visit) => {
    const { top, height } = visit.getBoundingClientRect();
    const action = visit.querySelector('.update-mode-banner__action')?.getBoundingClientRect();
    return {
      height,
      ...(action && { top: action.top - top, left: action.left, right: action.right, bottom: action.bottom - top }),
    };
  });
}

function keepsItsPlace(names: readonly string[]): NonNullable<StoryObj<typeof Visit>['play']> {
  return async ({ canvas, canvasElement, userEvent, step }) => {
    const before = measure(canvasElement);
    for (const name of names) {
      await step(`${name}: neither the banner’s height nor its button’s place changes`, async () => {
        await userEvent.click(canvas.getByRole('button', { name }));
        await waitFor(() => expect(canvas.getByRole('button', { name })).toHaveAttribute('aria-pressed', 'true'));
        await expect(findMoves(before, measure(canvasElement))).toEqual([]);
      });
    }
    await userEvent.click(canvas.getByRole('button', { name: 'idle' }));
  };
}

const DESCRIPTION = `
A banner through the states of a visit: neither its height nor the place of its button changes.

**When to use** To see that nothing below the banner moves under the pointer of someone who comes back from Link.

**When not** To read what each state says: the gallery has them side by side.

**Props** \`variant\`, and the width of the column.

**Contract** Yours to give up: a composition of the parts of your own is as high as what it holds.

**Access** A press a moment too late never meets another button.
`;

const meta = {
  title: 'Looks and themes/Keeping its place',
  component: Visit,
  parameters: { docs: { description: { component: DESCRIPTION }, story: { height: '1200px' } } },
  play: keepsItsPlace(Object.keys(STEPS)),
} satisfies Meta<typeof Visit>;

export default meta;
type Story = StoryObj<typeof meta>;

/** A banner without a button has no place for it. Styles are exact to a thousandth of a pixel, and layouts to a 64th. */
function findMoves(before: readonly Record<string, number>[], after: readonly Record<string, number>[]): string[] {
  return after.flatMap((sizes, index) =>
    Object.entries(sizes).flatMap(([name, value]) => {
      const was = before[index]?.[name] ?? value;
      return Math.abs(value - was) < 0.1 ? [] : [`${name} of ${index}: ${was}, then ${value}`];
    }),
  );
}

/** From the first press until data flows again nothing jumps: neither what is below, nor the button. */
export const KeepsItsPlace: Story = {};

/** The same in a column. */
export const CardKeepsItsPlace: Story = { args: { variant: 'card' } };

/** In a connection’s row the button is as wide as its longest label has been, so that the words beside it stay as they are. */
export const InlineKeepsItsPlace: Story = {
  args: { variant: 'inline' },
  play: keepsItsPlace(['idle', 'launching', 'open', 'sending']),
};
