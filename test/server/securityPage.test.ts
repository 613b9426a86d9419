// @vitest-environment node
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const inProject = (path: string): URL => new URL(`../../${path}`, import.meta.url);
const read = (path: string): string => readFileSync(inProject(path), 'utf8');

const page = read('SECURITY.md');
const files = [...new Set([...page.matchAll(/`((?:src|test|demo)\/[\w./-]+)`/g)].map(([, path = '']) => path))];
const tests = [...page.matchAll(/`(test\/[\w./-]+)`: “([^”]+)”/g)].map(([, path = '', title = '']) => ({
  path,
  title,
}));

describe('SECURITY.md', () => {
  it('names a test with its title for each threat', () => {
    const threats = page.split('\n').filter((line) => /^\| .*`src\//.test(line));
    expect(threats.length).toBeGreaterThan(25);
    for (const threat of threats) expect(threat).toMatch(/`test\/[^`]+`: “[^”]+” +\|$/);
    expect(tests.length).toBeGreaterThanOrEqual(threats.length);
  });

  it.each(files)('names %s, which is there', (path) => {
    expect(existsSync(inProject(path))).toBe(true);
  });

  it.each(tests)('names the test “$title” as it stands in $path', ({ path, title }) => {
    expect(read(path)).toMatch(new RegExp(`['"\`]${title.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}['"\`]`));
  });

  it.each([...page.matchAll(/\]\((docs\/[\w-]+\.md)(?:#([\w-]+))?\)/g)].map(([, path = '', part]) => ({ path, part })))(
    'leads to $path $part',
    ({ path, part }) => {
      const headings = [...read(path).matchAll(/^#+ (.+)$/gm)].map(([, words = '']) =>
        words
          .toLowerCase()
          .replaceAll(/[^\w\s-]/g, '')
          .replaceAll(' ', '-'),
      );
      if (part !== undefined) expect(headings).toContain(part);
      else expect(headings.length).toBeGreaterThan(0);
    },
  );
});
