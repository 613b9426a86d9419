import type { Page } from 'playwright';
import type { Toolbar } from '../../.storybook/toolbar.js';

declare global {
  interface Window {
    /** Storybook's own, in the frame of a story. */
    __STORYBOOK_ADDONS_CHANNEL__?: { last(event: string): unknown[] | undefined } | undefined;
  }
}

/** What is in the address besides the story's id. */
export interface StoryChoices {
  toolbar?: Partial<Toolbar> | undefined;
  /** As Storybook writes them: `variants[0]:banner`. */
  args?: string | undefined;
}

const LONGEST_MS = 120_000;

/**
 * Opens a story without Storybook around it, and waits until it has been played to its end. The answer is why it failed, or
 * null: in another language a story does not find the words that it looks for.
 */
export async function openStory(
  page: Page,
  baseUrl: string,
  id: string,
  choices: StoryChoices = {},
): Promise<string | null> {
  const { toolbar = {}, args } = choices;
  const globals = Object.entries(toolbar).map(([name, value]) => `${name}:${value}`);
  // Storybook's own run of axe would be a second one.
  const query = new URLSearchParams({ id, viewMode: 'story', globals: ['a11y.manual:!true', ...globals].join(';') });
  if (args !== undefined) query.set('args', args);
  await page.goto(`${baseUrl}iframe.html?${query}`);
  const end = await page.waitForFunction(readEnd, undefined, { timeout: LONGEST_MS, polling: 50 });
  const ending = await end.jsonValue();
  return ending === 'played' ? null : (ending ?? 'The story has not ended.');
}

/** How it ended, once it has: `played`, or what went wrong. Runs in the page. */
function readEnd(): string | null {
  const channel = window.__STORYBOOK_ADDONS_CHANNEL__;
  if (!channel) return null;
  const FAULTS = ['playFunctionThrewException', 'storyThrewException', 'storyErrored', 'storyMissing'];
  for (const event of FAULTS) {
    const [fault] = channel.last(event) ?? [];
    if (fault === undefined) continue;
    const isError = typeof fault === 'object' && fault !== null && 'message' in fault;
    return `${event}: ${isError && typeof fault.message === 'string' ? fault.message : JSON.stringify(fault)}`;
  }
  return channel.last('storyFinished') ? 'played' : null;
}
