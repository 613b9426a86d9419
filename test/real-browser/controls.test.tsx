import { screen, waitFor } from '@testing-library/react';
import { RepairItemBanner, RepairItemBannerList, UpdateModeLauncher } from 'react-plaid-update-mode';
import type { ReactNode } from 'react';
import { describe, expect, it, onTestFinished } from 'vitest';
import { cdp } from 'vitest/browser';
import styles from '../../src/styles/styles.css?inline';
import { PLATYPUS, platypusLink, TARTAN, tartanLink, tattersallLink } from '../support/links.js';
import { leaveLink, startLinkSimulator } from '../support/linkSimulator.js';
import { renderApp } from '../support/renderApp.js';
import { createScriptedServer } from '../support/scriptedServer.js';

const VARIANTS = ['banner', 'card', 'inline', 'compact'] as const;

/** Taken back at the bank: a warning that its user may put away. */
const revokedLink = () => tartanLink({ access_error: { code: 'USER_PERMISSION_REVOKED' } });
const unsupportedLink = () =>
  platypusLink({ item_id: 'item-unsupported', status_message: '[ITEM_NOT_SUPPORTED] …', institution_name: 'Odd Bank' });

async function show(content: ReactNode) {
  const sheet = document.head.appendChild(document.createElement('style'));
  sheet.textContent = styles;
  onTestFinished(() => sheet.remove());
  const server = createScriptedServer(platypusLink(), revokedLink(), tattersallLink(), unsupportedLink());
  renderApp(content, { server, onAccountClosed: () => {}, onContactSupport: () => {} });
  await screen.findAllByRole('region');
  return server;
}

/** Whether a square of this size around its middle is its own, and no neighbour's. */
function isTarget(control: Element, size: number): boolean {
  control.scrollIntoView({ block: 'center' });
  const { left, top, width, height } = control.getBoundingClientRect();
  const [x, y, reach] = [left + width / 2, top + height / 2, size / 2 - 0.5];
  return [
    [0, -reach],
    [0, reach],
    [-reach, 0],
    [reach, 0],
  ].every(([right = 0, down = 0]) => control.contains(document.elementFromPoint(x + right, y + down)));
}

const nameOf = (control: Element) =>
  `${control.className} in ${control.closest('[data-variant]')?.getAttribute('data-variant') ?? 'none'}`;

it('gives what leads on a target of 44 pixels, and everything else one of 24, in every variant and in a list', async () => {
  await show([
    ...VARIANTS.flatMap((variant) =>
      [PLATYPUS, TARTAN, 'item-unsupported'].map((itemId) => (
        <RepairItemBanner key={`${variant} ${itemId}`} itemId={itemId} variant={variant} isDismissible />
      )),
    ),
    <RepairItemBannerList key="list" isDismissible />,
    <UpdateModeLauncher key="launcher" itemId={PLATYPUS} />,
    // So that each can be brought to the middle.
    <div key="end" style={{ blockSize: 400 }} />,
  ]);
  for (const details of document.querySelectorAll('details')) details.open = true;
  await waitFor(() => expect(screen.getAllByRole('button', { name: 'Copy' }).length).toBeGreaterThan(3));
  const controls = [...document.querySelectorAll('button, a, summary')];
  const isPrimary = (control: Element) => control.matches('.update-mode-banner__action, .update-mode-launcher');
  expect(controls.filter(isPrimary).length).toBeGreaterThan(VARIANTS.length * 3);
  expect(controls.filter((control) => !isPrimary(control)).length).toBeGreaterThan(VARIANTS.length * 4);
  expect(controls.filter((control) => !isTarget(control, isPrimary(control) ? 44 : 24)).map(nameOf)).toEqual([]);
});

async function preferMotion(value: 'reduce' | 'no-preference' | ''): Promise<void> {
  await cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-reduced-motion', value }] });
}

it.each([
  ['moves', 'no-preference'],
  ['stands still', 'reduce'],
] as const)('what is busy %s where the reader has asked for motion "%s"', async (does, preference) => {
  await preferMotion(preference);
  onTestFinished(() => preferMotion(''));
  const simulator = startLinkSimulator();
  const server = await show([
    <RepairItemBanner key="banner" itemId={PLATYPUS} />,
    <RepairItemBanner key="inline" itemId={PLATYPUS} variant="inline" />,
    <UpdateModeLauncher key="launcher" itemId={PLATYPUS} />,
  ]);
  const release = server.hold('POST /link-token');
  document.querySelector<HTMLElement>('.update-mode-banner__action')?.click();
  await waitFor(() => expect(document.querySelectorAll('button[aria-busy="true"]')).toHaveLength(3));
  expect(document.getAnimations().length > 0).toBe(does === 'moves');
  release();
  await leaveLink(simulator);
  await waitFor(() => expect(simulator.alive).toBe(0));
});

/** Of WCAG 2.2, from the colours as they are painted: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(...layers: string[]): number {
  const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('There is nothing to paint on.');
  for (const layer of layers) {
    context.fillStyle = layer;
    context.fillRect(0, 0, 1, 1);
  }
  const [red = 0, green = 0, blue = 0] = [...context.getImageData(0, 0, 1, 1).data].map((byte) => {
    const part = byte / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(color: string, ground: string): number {
  const [darker = 0, lighter = 0] = [luminance(ground, color), luminance(ground)].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

describe.each(['light', 'dark'])('The outline of what has the focus, on a %s page', (scheme) => {
  it.each(VARIANTS)('stands out from the ground of a %s in each severity', async (variant) => {
    const { style } = document.documentElement;
    style.colorScheme = scheme;
    style.backgroundColor = 'Canvas';
    onTestFinished(() => {
      style.colorScheme = '';
      style.backgroundColor = '';
    });
    await show(<RepairItemBanner itemId={PLATYPUS} variant={variant} isDismissible />);
    const banner = screen.getByRole('region');
    const hasGround = variant === 'banner' || variant === 'card';
    for (const severity of ['ok', 'info', 'warning', 'critical']) {
      banner.dataset['severity'] = severity;
      const ground = getComputedStyle(hasGround ? banner : document.documentElement).backgroundColor;
      for (const control of screen.getAllByRole('button')) {
        control.focus();
        const { outlineColor, outlineStyle, outlineOffset } = getComputedStyle(control);
        // Apart from the control: the ground is on both sides of it.
        expect([outlineStyle, outlineOffset]).toEqual(['solid', '2px']);
        expect(contrast(outlineColor, ground), `${severity}: ${outlineColor} on ${ground}`).toBeGreaterThan(3);
      }
    }
  });
});
