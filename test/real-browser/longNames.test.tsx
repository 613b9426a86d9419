import { screen, waitFor } from '@testing-library/react';
import { RepairItemBannerList } from 'react-plaid-update-mode';
import { expect, it, onTestFinished } from 'vitest';
import { page } from 'vitest/browser';
import styles from '../../src/styles/styles.css?inline';
import { platypusLink } from '../support/links.js';
import { renderApp } from '../support/renderApp.js';
import { createScriptedServer } from '../support/scriptedServer.js';

const NAMES = [
  'x'.repeat(10_000),
  '<img src=x onerror=alert(1)>'.repeat(50),
  '\u202Eknab eht\u202C'.repeat(30),
  'W '.repeat(99),
];

async function narrow(css: string): Promise<void> {
  await page.viewport(320, 640);
  const sheet = document.head.appendChild(document.createElement('style'));
  sheet.textContent = `body { margin: 0 } ${css}`;
  onTestFinished(async () => {
    sheet.remove();
    await page.viewport(1024, 768);
  });
}

it('keeps the longest and the strangest names within a page of 320 pixels, and each banner within its height', async () => {
  await narrow(styles);
  const links = NAMES.map((institution_name, index) => platypusLink({ item_id: `item-${index}`, institution_name }));
  renderApp(<RepairItemBannerList layout="stacked" />, { server: createScriptedServer(...links) });
  await waitFor(() => expect(screen.getAllByRole('region')).toHaveLength(NAMES.length));
  expect(document.documentElement.scrollWidth).toBe(320);
  expect(document.images).toHaveLength(0);
  const heights = screen.getAllByRole('region').map((banner) => banner.getBoundingClientRect().height);
  expect(Math.max(...heights)).toBeLessThan(640);
});

it('keeps our words behind a name that is written from right to left', async () => {
  await narrow(styles);
  renderApp(<RepairItemBannerList />, {
    server: createScriptedServer(platypusLink({ institution_name: '\u202Eבנק (1)' })),
  });
  const text = (await screen.findByRole('heading')).firstChild;
  if (!(text instanceof Text)) throw new Error('The heading is more than a text.');
  const at = (found: string) => {
    const range = document.createRange();
    range.setStart(text, text.data.indexOf(found));
    range.setEnd(text, text.data.indexOf(found) + found.length);
    return range.getBoundingClientRect();
  };
  expect(at('needs').left).toBeGreaterThanOrEqual(at('(1)').right);
  expect(at('needs').left).toBeGreaterThanOrEqual(at('בנק').right);
});
