import type { Page } from 'playwright';

declare global {
  interface Window {
    /** Storybook's own, in the frame of a story. */
    __STORYBOOK_PREVIEW__?: { currentRender?: { story?: { parameters: StoryParameters } } } | undefined;
  }
}

interface StoryParameters {
  a11y?: { config?: { rules?: readonly { id: string; enabled?: boolean }[] } } | undefined;
}

/**
 * The rules that a story has switched off one by one, in its `parameters.a11y.config.rules`; the reason stands beside them
 * there. Nothing else of `parameters.a11y` counts here: what a story leaves to another one to save time is looked at as well.
 */
export function readRulesOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const rules = window.__STORYBOOK_PREVIEW__?.currentRender?.story?.parameters.a11y?.config?.rules ?? [];
    return rules.filter(({ enabled }) => enabled === false).map(({ id }) => id);
  });
}
