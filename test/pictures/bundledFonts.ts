import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright';

const { resolve } = createRequire(import.meta.url);

// Arabic has no letters of the other one, and the other way round, so each letter has one font that it can come from.
const FACES = [400, 600, 700].flatMap((weight) => [
  createFace(`@fontsource/inter/files/inter-latin-${weight}-normal.woff2`, weight),
  createFace(`@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-${weight}-normal.woff2`, weight, 'Arabic'),
]);

const STYLES = `
  ${FACES.join('\n')}
  body, body * { font-family: 'Bundled', 'Bundled Arabic' !important; }
`;

// As text: what tsx makes of a function calls helpers of its own, which no page has.
const ADD_STYLES = `
  const style = document.createElement('style');
  style.textContent = ${JSON.stringify(STYLES)};
  if (document.documentElement) document.documentElement.append(style);
  else {
    new MutationObserver((_, observer) => {
      observer.disconnect();
      document.documentElement.append(style);
    }).observe(document, { childList: true });
  }
`;

function createFace(file: string, weight: number, script?: string): string {
  const data = readFileSync(resolve(file)).toString('base64');
  const name = script === undefined ? 'Bundled' : `Bundled ${script}`;
  return `@font-face { font-family: '${name}'; font-weight: ${weight}; src: url(data:font/woff2;base64,${data}); }`;
}

/**
 * Has what the page opens from now on drawn in fonts that come with this repository, so that a picture does not depend on the
 * machine's. From its beginning: a banner keeps the height that its words have had.
 */
export async function drawInBundledFonts(page: Page): Promise<void> {
  await page.addInitScript({ content: ADD_STYLES });
}

export async function waitForFonts(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
}

/** The fonts of the machine that some letter on the page is drawn in after all. */
export async function findForeignFonts(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument');
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: 'main' });
  const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
  await session.detach();
  return fonts.filter(({ isCustomFont }) => !isCustomFont).map(({ familyName }) => familyName);
}
