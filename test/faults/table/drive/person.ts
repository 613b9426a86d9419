import type { FrameLocator, Locator, Page } from 'playwright';

/** What a person sees and does on the page, by what they would call it. */
export function bannerOf(tab: Page, bank: string): Locator {
  return tab.locator('.update-mode-banner').filter({ hasText: bank });
}

export function reconnectButton(tab: Page, bank: string): Locator {
  return bannerOf(tab, bank).getByRole('button', { name: `Reconnect ${bank}` });
}

export function linkFrame(tab: Page): FrameLocator {
  return tab.frameLocator('iframe[title="Plaid Link"]');
}

export async function readBanner(tab: Page, bank: string): Promise<string> {
  const texts = await bannerOf(tab, bank).allInnerTexts();
  return texts.join('\n');
}

export async function pressReconnect(tab: Page, bank: string): Promise<void> {
  await reconnectButton(tab, bank).click();
}

export async function signIn(tab: Page, bank: string): Promise<void> {
  await linkFrame(tab)
    .getByRole('heading', { name: `Sign in to ${bank}` })
    .waitFor();
  await linkFrame(tab).getByRole('button', { name: 'Continue', exact: true }).click();
}

/** Signs in where the bank has Link do it, and on the bank's own page where it has not. */
export async function signInAnyhow(tab: Page, bank: string): Promise<void> {
  const own = linkFrame(tab).getByRole('button', { name: `Continue to ${bank}` });
  await own.or(linkFrame(tab).getByRole('button', { name: 'Continue', exact: true })).click();
  if (!/OAuth/.test(bank)) return;
  await tab.getByRole('button', { name: 'Allow' }).click();
}

/** The user turns to the tab again, as from another window. */
export async function lookAgain(tab: Page): Promise<void> {
  await tab.evaluate(() => {
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    window.dispatchEvent(new Event('focus'));
  });
}
