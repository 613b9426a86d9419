import { builtStorybook } from '../storybook/builtStorybook.js';

/** Builds Storybook once for all workers, unless `STORYBOOK_DIR` names one that is built already. */
// oxlint-disable-next-line import/no-default-export -- Playwright calls what the file exports so.
export default function globalSetup(): void {
  process.env['STORYBOOK_DIR'] = builtStorybook(process.env['STORYBOOK_DIR']);
}
