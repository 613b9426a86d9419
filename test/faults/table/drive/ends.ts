import type { End } from '../row.js';
import { listUntold } from '../world/ledger.js';
import { bannerOf, lookAgain, readBanner, reconnectButton, signInAnyhow } from './person.js';
import { RowFailure, type Stage } from './stage.js';

/** How the user gets to the end, once all is well again. */
export async function expectEnd(stage: Stage, end: End): Promise<void> {
  const { ledger, items } = stage.world;
  const finished = ledger.finished.length;
  const bank = items[0]?.bank ?? '';
  switch (end) {
    case 'delivered':
    case 'found by asking':
      break;
    case 'tried again':
      await pressAgain(stage, bank);
      await signInAnyhow(stage.tab, bank);
      await stage.soon('another visit to be finished', () => ledger.finished.length === finished + 1);
      return;
    case 'sent again':
      await bannerOf(stage.tab, bank).getByRole('button', { name: 'Check again' }).click();
      break;
    case 'found on the next visit':
      await pressAgain(stage, bank);
      break;
  }
  await stage.eventually('Heron to hear of it', () => listUntold(ledger).length === 0);
  if (ledger.finished.length !== finished || finished === 0) {
    throw new RowFailure(`${ledger.finished.length} visits were finished, ${finished} before all was well`);
  }
}

/** All that was repaired works, nothing waits, and no banner asks for anything. */
export async function expectAllWell(stage: Stage): Promise<void> {
  const { ledger, sandbox, items } = stage.world;
  const visited = items.filter(({ itemId }) => ledger.finished.some((visit) => visit.itemId === itemId));
  await stage.eventually('Heron to hear of every visit', () => listUntold(ledger).length === 0);
  await stage.eventually('Heron to sync', () =>
    visited.every(({ itemId }) => sandbox.readItem(itemId).heron?.status === 'active'),
  );
  await stage.eventually(
    'no report that waits',
    async () => !(await readKeys(stage)).some((key) => /\.report\./.test(key)),
  );
  // What a page has read before is read again when the user looks.
  await lookAgain(stage.tab);
  for (const { bank } of visited) {
    await stage.eventually(`no banner for ${bank}`, async () => {
      return /connected again/.test(await readBanner(stage.tab, bank)) || !(await bannerOf(stage.tab, bank).count());
    });
  }
}

async function pressAgain(stage: Stage, bank: string): Promise<void> {
  const button = reconnectButton(stage.tab, bank);
  await stage.eventually(`a button to reconnect ${bank}`, async () => {
    return (await button.isVisible()) && (await button.isEnabled());
  });
  await button.click();
}

async function readKeys(stage: Stage): Promise<string[]> {
  return stage.tab.evaluate(() => {
    try {
      return Object.keys(localStorage);
    } catch {
      return [];
    }
  });
}
