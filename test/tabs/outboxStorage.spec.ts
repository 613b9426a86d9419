import { expect, type Page } from '@playwright/test';
import { test } from './tabTest.js';

function read(page: Page): Promise<{ id: string; text: string }[]> {
  return page.evaluate(() => window.tab.ports.outboxStorage.read('user-1'));
}

function write(page: Page, id: string, text: string): Promise<boolean> {
  return page.evaluate(([key, words]) => window.tab.ports.outboxStorage.write('user-1', key, words), [
    id,
    text,
  ] as const);
}

function heard(page: Page): Promise<string[]> {
  return page.evaluate(() => window.tab.heard);
}

test.describe('reports that several tabs see', () => {
  test('are read and heard of by all, until one has removed them, swept all away, or forgotten the user', async ({
    openTab,
  }) => {
    const [first, second] = [await openTab(), await openTab()];
    for (const page of [first, second]) await page.evaluate(() => window.tab.listen('user-1'));
    expect(await write(first, 'report-1', 'text')).toBe(true);
    await expect.poll(() => heard(second)).toEqual(['written']);
    expect(await read(second)).toEqual([{ id: 'report-1', text: 'text' }]);

    await second.evaluate(() => window.tab.ports.outboxStorage.remove('user-1', 'report-1'));
    await expect.poll(() => heard(first)).toEqual(['report-1']);
    expect(await read(first)).toEqual([]);

    await write(first, 'report-2', 'text');
    await expect.poll(() => heard(second)).toEqual(['written', 'written']);
    await second.evaluate(() => window.tab.forgetScope('user-1'));
    await expect.poll(() => heard(first)).toEqual(['report-1', 'report-2']);
    // The same provider on the page that forgets hears it as well.
    await expect.poll(() => heard(second)).toEqual(['written', 'written', 'report-2']);

    await write(first, 'report-3', 'text');
    await expect.poll(() => heard(second)).toHaveLength(4);
    await second.evaluate(() => localStorage.clear());
    await expect.poll(() => heard(first)).toEqual(['report-1', 'report-2', 'emptied']);
  });

  test('stay with the page, and go nowhere else, where the browser’s storage is really full', async ({ openTab }) => {
    const [first, second] = [await openTab(), await openTab()];
    expect(await write(first, 'report-1', 'before')).toBe(true);
    await expect.poll(() => read(second)).toHaveLength(1);
    await first.evaluate(() => {
      for (let size = 2 ** 22; size >= 1; size /= 2) {
        try {
          for (let index = 0; ; index += 1) localStorage.setItem(`filler-${size}-${index}`, 'x'.repeat(size));
        } catch {
          // Then smaller ones.
        }
      }
    });
    const longer = 'after '.repeat(100);
    expect(await write(first, 'report-1', longer)).toBe(true);
    expect(await write(first, 'report-2', 'text')).toBe(false);
    const [kept, other] = [await read(first), await read(second)];
    expect(new Map(kept.map(({ id, text }) => [id, text]))).toEqual(
      new Map([
        ['report-1', longer],
        ['report-2', 'text'],
      ]),
    );
    expect(other).toEqual([{ id: 'report-1', text: 'before' }]);
  });
});
