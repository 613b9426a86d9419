import type { StoryContext } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { findLinkDialog, signInAtTheBank } from '../decorators/linkDialog.js';

type Page = Pick<StoryContext, 'canvas' | 'canvasElement' | 'userEvent'>;

const RECONNECT = { name: 'Reconnect First Platypus Bank' };

/** The example is dressed by its own stylesheet alone, and that one is within the story, so that it leaves with it. */
export async function expectOwnLook({ canvasElement }: Pick<Page, 'canvasElement'>, region: HTMLElement) {
  await expect(canvasElement.querySelectorAll('style[data-example]')).toHaveLength(1);
  await expect(getComputedStyle(region).getPropertyValue('--_accent')).toBe('');
  await expect(canvasElement.ownerDocument.head.innerHTML).not.toContain('tailwindcss v');
  await expect(canvasElement.scrollWidth).toBeLessThanOrEqual(canvasElement.clientWidth);
  for (const control of region.querySelectorAll('a, button, summary')) {
    await expect(control.getBoundingClientRect().height).toBeGreaterThanOrEqual(24);
  }
}

/** The user presses the app's own button, and is in Link. */
async function reconnect({ canvas, userEvent }: Page): Promise<void> {
  await userEvent.click(await canvas.findByRole('button', RECONNECT));
  await findLinkDialog();
}

/** The whole repair with the app's own parts; the focus is where it belongs all the way. */
export async function repairToTheEnd(page: Page): Promise<void> {
  const { canvas } = page;
  await reconnect(page);
  await signInAtTheBank();
  const region = await canvas.findByRole('region', { name: 'First Platypus Bank is connected again' });
  await expect(region).toHaveAttribute('data-severity', 'ok');
  await waitFor(() => expect(region).toHaveFocus());
}
