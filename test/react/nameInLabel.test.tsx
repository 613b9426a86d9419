import { waitFor } from '@testing-library/react';
import { RepairItemBanner, RepairItemBannerList } from 'react-plaid-update-mode';
import { expect, it, vi } from 'vitest';
import { createDiagnosisCases } from '../support/diagnosisCases.js';
import { startFakeClock } from '../support/fakeClock.js';
import { renderApp } from '../support/renderApp.js';
import { createScriptedServer } from '../support/scriptedServer.js';

const ALL_WAYS = { onNewLink: vi.fn(), onAccountClosed: vi.fn(), onContactSupport: vi.fn() };

/** Each at a bank of its own, so that none is told of together with another. */
const CASES = createDiagnosisCases().map(({ link, screen }, index) => ({
  screen,
  link: { ...link, item_id: `item-${index}`, institution_name: `${link.institution_name} ${index}` },
}));
const LINKS = CASES.map(({ link }) => link);

const findAll = (selector: string, container: ParentNode = document) => [
  ...container.querySelectorAll<HTMLElement>(selector),
];
/** By selector: with so many banners, a query by role takes seconds. */
const controlsOf = (container: HTMLElement) => findAll('button, a, summary', container);

/** WCAG 2.5.3: to say what one sees is enough to be understood. */
function expectNameInLabel(control: HTMLElement): void {
  const text = control.textContent.trim();
  if (text === '') expect(control).toHaveAccessibleName('Hide this message');
  else expect(control).toHaveAccessibleName(expect.stringContaining(text));
}

function expectNamedByHeading(container: HTMLElement | undefined): void {
  const [heading, ...others] = container ? findAll('h2, h3', container) : [];
  if (container?.matches('[role="group"]')) expect(others).toEqual([]);
  expect(heading?.textContent).toMatch(/\w/);
  expect(container).toHaveAccessibleName(heading?.textContent ?? '');
}

it('names every button and link of every cause by what is seen, and every banner and what it is about by its heading', async () => {
  startFakeClock();
  renderApp(
    LINKS.map(({ item_id }) => <RepairItemBanner key={item_id} itemId={item_id} isDismissible />),
    { server: createScriptedServer(...LINKS), timeZone: 'UTC', ...ALL_WAYS },
  );
  const shown = CASES.flatMap(({ screen }) => screen ?? []);
  await waitFor(() => expect(findAll('section')).toHaveLength(shown.length));
  for (const [index, region] of findAll('section').entries()) {
    expectNamedByHeading(region);
    const controls = controlsOf(region);
    const labels = controls.map(({ textContent }) => textContent.replace(/ \d+/, ''));
    expect(labels).toEqual(expect.arrayContaining([...(shown[index]?.actions ?? [])]));
    controls.forEach(expectNameInLabel);
    for (const quiet of controls.filter((control) => !control.matches('.update-mode-banner__action'))) {
      expect(quiet).toHaveAccessibleDescription(region.querySelector('h2')?.textContent ?? '');
    }
  }
});

it('does so in the combined list, where each row is a group with the name of its heading', async () => {
  startFakeClock();
  renderApp(<RepairItemBannerList isDismissible />, {
    server: createScriptedServer(...LINKS),
    timeZone: 'UTC',
    ...ALL_WAYS,
  });
  await waitFor(() => expect(findAll('section')).toHaveLength(1));
  const rows = findAll('[role="group"]');
  expect(rows.length).toBeGreaterThan(LINKS.length / 2);
  [...findAll('section'), ...rows].forEach(expectNamedByHeading);
  const controls = controlsOf(document.body);
  expect(controls.length).toBeGreaterThan(rows.length);
  controls.forEach(expectNameInLabel);
});
