import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadCsf, type CsfFile } from 'storybook/internal/csf-tools';
import { describe, expect, it } from 'vitest';

const source = fileURLToPath(new URL('../../src', import.meta.url));
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.stories.tsx'),
);

function readStories(file: string): { code: string; csf: CsfFile } {
  const code = readFileSync(`${source}/${file}`, 'utf8');
  return { code, csf: loadCsf(code, { fileName: file, makeTitle: (title) => title }).parse() };
}

/** The comment above an export, which Storybook shows as the story's description. */
function hasComment(csf: CsfFile, name: string): boolean {
  const statement = csf._storyStatements[name];
  return (statement?.leadingComments ?? []).some(({ type, value }) => type === 'CommentBlock' && value.startsWith('*'));
}

/** Whether it plays, or takes over all of a story that does. */
function isPlayed(csf: CsfFile, name: string): boolean {
  if ('play' in csf._metaAnnotations || csf._stories[name]?.__stats?.play) return true;
  const story = csf.getStoryExport(name);
  if (story.type !== 'ObjectExpression') return false;
  return story.properties.some(
    (property) =>
      property.type === 'SpreadElement' &&
      property.argument.type === 'Identifier' &&
      property.argument.name in csf._stories &&
      isPlayed(csf, property.argument.name),
  );
}

describe.each(files)('%s', (file) => {
  const { code, csf } = readStories(file);
  const names = Object.keys(csf._stories);

  it('says of its component when to use it and when not, its props, its contract and its access', () => {
    const description = /const DESCRIPTION = `([^]*?)\n`;/.exec(code)?.[1] ?? '';
    for (const part of ['When to use', 'When not', 'Props', 'Contract', 'Access']) {
      expect(description).toContain(`**${part}**`);
    }
    expect(code).toContain('description: { component: DESCRIPTION }');
  });

  it('says of each story what it shows', () => {
    expect(names.filter((name) => !hasComment(csf, name))).toEqual([]);
  });

  it('plays each story', () => {
    expect(names).not.toEqual([]);
    expect(names.filter((name) => !isPlayed(csf, name))).toEqual([]);
  });
});
