import { readFileSync } from 'node:fs';
import { screen, waitFor } from '@testing-library/react';
import { RepairItemBanner } from 'react-plaid-update-mode';
import { LINK_ERRORS } from 'react-plaid-update-mode/testing';
import { expect, it, vi } from 'vitest';
import { createDiagnosisCases } from '../support/diagnosisCases.js';
import { RECONNECT } from '../support/brokenBanner.js';
import { PLATYPUS, platypusLink } from '../support/links.js';
import { leaveLink, startLinkSimulator } from '../support/linkSimulator.js';
import { renderApp } from '../support/renderApp.js';
import { createScriptedServer } from '../support/scriptedServer.js';

const GUIDE = readFileSync('docs/styling.md', 'utf8');
const ROWS = GUIDE.split('\n').filter((line) => line.startsWith('| `'));

const named = (cell = ''): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);

/** The tag names that the guide promises for each class; null where it names none. */
const TAGS = new Map<string, readonly string[] | null>();
/** The values that it promises for each attribute. */
const VALUES = new Map<string, readonly string[]>();
for (const row of ROWS) {
  const [, names, tags = '', text] = row.split('|');
  for (const name of named(names)) if (name.startsWith('data-')) VALUES.set(name, named(tags));
  const listed = tags.includes('h6') ? ['h2', 'h3', 'h4', 'h5', 'h6'] : named(tags);
  for (const name of named(names)) TAGS.set(fullName(name), tags.includes('below') ? null : listed);
  for (const name of named(text)) if (name.startsWith('…__')) TAGS.set(fullName(name), null);
}

function fullName(name: string): string {
  return name.replace('…', 'update-mode-banner');
}

/** What is on the page and not as the guide says. */
function findBroken(): string[] {
  const elements = [...document.querySelectorAll('[class*="update-mode-banner"]')].filter(
    (element) => element.parentElement?.closest('svg') === null,
  );
  expect(elements.length).toBeGreaterThan(10);
  const broken = new Set<string>();
  for (const element of elements) {
    const tag = element.tagName.toLowerCase();
    for (const name of element.classList) {
      const tags = TAGS.get(name);
      if (tags === undefined) broken.add(`${name} is not in the guide`);
      else if (tags && !tags.includes(tag)) broken.add(`${name} is a ${tag}`);
    }
    for (const [name, values] of VALUES) {
      const value = element.getAttribute(name);
      if (element.matches('.update-mode-banner') && !values.includes(value ?? '')) broken.add(`${name} is ${value}`);
    }
  }
  return [...broken];
}

const WAYS = { onNewLink: vi.fn(), onAccountClosed: vi.fn(), onContactSupport: vi.fn() };

it('has for every cause the classes, elements and attributes of the styling guide', async () => {
  const links = createDiagnosisCases().map(({ link }, index) => ({ ...link, item_id: `item-${index}` }));
  const variants = ['banner', 'card', 'inline', 'compact'] as const;
  renderApp(
    links.map(({ item_id }, index) => (
      <RepairItemBanner key={item_id} itemId={item_id} variant={variants[index % 4]} isDismissible />
    )),
    { server: createScriptedServer(...links), ...WAYS },
  );
  await waitFor(() => expect(document.querySelectorAll('.update-mode-banner').length).toBeGreaterThan(20));
  expect(findBroken()).toEqual([]);
});

it('has them after a visit that failed as well, with the details for support', async () => {
  const simulator = startLinkSimulator();
  const { user } = renderApp(<RepairItemBanner itemId={PLATYPUS} density="dense" />, {
    server: createScriptedServer(platypusLink({ institution_logo: 'data:image/png;base64,iVBORw0KGgo=' })),
    ...WAYS,
  });
  await user.click(await screen.findByRole('button', { name: RECONNECT }));
  await leaveLink(simulator, LINK_ERRORS.INVALID_CREDENTIALS);
  await user.click(await screen.findByText('Details for support'));
  await screen.findByRole('button', { name: 'Copy' });
  expect(findBroken()).toEqual([]);
});
