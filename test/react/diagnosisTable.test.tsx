import { screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { RepairItemBanner, type UpdateModeProviderProps } from 'react-plaid-update-mode';
import { describe, expect, it, vi } from 'vitest';
import { createDiagnosisCases, type DiagnosisCase } from '../support/diagnosisCases.js';
import { startFakeClock } from '../support/fakeClock.js';
import { renderApp } from '../support/renderApp.js';
import { createScriptedServer } from '../support/scriptedServer.js';

/** Contrast needs a real browser, and whether all content is in landmarks is the app's affair. */
const RULES = { 'color-contrast': { enabled: false }, region: { enabled: false } };

const ALL_WAYS = { onAccountClosed: vi.fn(), onContactSupport: vi.fn() } satisfies Partial<UpdateModeProviderProps>;

async function renderCase({ link }: DiagnosisCase, props: Partial<UpdateModeProviderProps> = ALL_WAYS) {
  startFakeClock();
  const app = renderApp(<RepairItemBanner itemId={link.item_id} />, {
    server: createScriptedServer(link),
    timeZone: 'UTC',
    ...props,
  });
  await waitFor(() => expect(app.queryClient.isFetching()).toBe(0));
  return app;
}

function readActions(): (string | null)[] {
  const banner = within(screen.getByRole('region'));
  return [...banner.queryAllByRole('button'), ...banner.queryAllByRole('link')].map(({ textContent }) => textContent);
}

/** Which row of the library's promises a case stands for. */
function rowOf({ name, link, code }: DiagnosisCase): string {
  if (name.startsWith('Heron')) return 'S30: ';
  if (link.error?.error_code_reason) return 'S11: ';
  if (code.startsWith('PENDING_EXPIRATION')) return 'S10: ';
  if (code === 'PENDING_DISCONNECT') return 'S2: ';
  if (code === 'ACCOUNTS_REMOVED') return 'S12: ';
  if (code === 'ASSETS_REVOKED' || name.includes('Item of Assets')) return 'S24: ';
  if (name.includes('Chase')) return 'S23: ';
  if (name.includes('EU')) return 'S22: ';
  if (code === 'NEW_ACCOUNTS_AVAILABLE') return 'S4: ';
  return /ACCESS_NOT_GRANTED|NO_AUTH_ACCOUNTS|PRODUCT_PERMISSIONS_REQUIRED/.test(code) ? 'S6: ' : '';
}

const CASES = createDiagnosisCases();
const SHOWN = CASES.flatMap((each) =>
  each.screen ? [{ ...each, title: rowOf(each) + each.name, screen: each.screen }] : [],
);
const SILENT = CASES.filter((each) => each.screen === null).map((each) => ({
  ...each,
  title: rowOf(each) + each.name,
}));

/** One case for each cause and remedy. */
const ONE_EACH = SHOWN.filter(
  ({ cause, remedy }, index) => SHOWN.findIndex((each) => each.cause === cause && each.remedy === remedy) === index,
);

describe('The words of a diagnosis', () => {
  it.each(SHOWN)('$title', async (each) => {
    await renderCase(each);
    const banner = await screen.findByRole('region', { name: each.screen.title });
    expect(banner).toHaveAttribute('data-severity', each.severity);
    expect(banner).toHaveAttribute('data-remedy', each.remedy);
    const paragraphs = [...banner.querySelectorAll('.update-mode-banner__text')];
    expect(paragraphs.map(({ textContent }) => textContent.replaceAll('\u00A0', ' '))).toEqual([
      each.screen.text,
      ...(each.screen.hint ? [each.screen.hint] : []),
    ]);
    expect(new Set(readActions())).toEqual(new Set(each.screen.actions));
    expect(banner.textContent).not.toMatch(/[{}]|undefined|null|NaN|Invalid/);
    const { violations } = await axe.run(document.body, { rules: RULES, iframes: false });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });

  it.each(SILENT)('$title: no banner', async (each) => {
    await renderCase(each);
    expect(screen.queryByRole('region')).toBeNull();
  });

  it.each(ONE_EACH)('offer nothing that the app gave no way to: $title', async (each) => {
    await renderCase(each, { onNewLink: undefined });
    if (each.cause === 'new_accounts' && each.remedy === 'new_link') {
      expect(screen.queryByRole('region')).toBeNull();
      return;
    }
    const ways = readActions().filter((label) => !label?.startsWith('Open '));
    expect(ways).toEqual(each.remedy === 'update_mode' ? [each.screen.actions.at(-1)] : []);
  });

  it('blame nobody, and promise no date that Plaid did not give', () => {
    for (const { screen: said } of SHOWN) {
      const words = `${said.title} ${said.text} ${said.hint ?? ''}`;
      expect(words).not.toMatch(
        /you (failed|forgot|changed|revoked|entered|did)|wrong password|12 months|immediately|urgent|!/i,
      );
      expect(words).not.toMatch(/\b(Item|token|OAuth|API|Plaid|Heron)\b/);
    }
  });
});
