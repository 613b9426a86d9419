import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { builtStorybook } from '../storybook/builtStorybook.js';
import { serveFolder } from '../storybook/serveFolder.js';
import { scanStories, type StoryScan } from './scanStories.js';
import { printScan, printSummary } from './summary.js';

interface StoryIndex {
  entries: Readonly<Record<string, { id: string; type: 'story' | 'docs' }>>;
}

// Words choose the stories whose ids hold them all; without words it is every story.
const { values, positionals } = parseArgs({ options: { dir: { type: 'string' } }, allowPositionals: true });
const folder = builtStorybook(values.dir);
const index: StoryIndex = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'));
const ids = Object.values(index.entries)
  .filter(({ id, type }) => type === 'story' && positionals.every((word) => id.includes(word)))
  .map(({ id }) => id);

const served = await serveFolder(folder, '/');
const stories: StoryScan[] = [];
await scanStories(served.url, ids, (story) => {
  stories.push(story);
  printScan(story);
});
await served.close();
process.exitCode = printSummary(stories) ? 0 : 1;
