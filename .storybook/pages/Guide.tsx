import { AnchorMdx, CodeOrSourceMdx, HeadersMdx, Markdown } from '@storybook/addon-docs/blocks';
import type { ComponentProps } from 'react';
import readme from '../../README.md?raw';

const documents = import.meta.glob<string>('../../docs/*.md', { query: '?raw', import: 'default', eager: true });

/** Where a document of the repository is to be read here. */
const PAGES: Readonly<Record<string, string>> = {
  'README.md': 'guides-getting-started',
  'accessibility.md': 'guides-accessibility',
  'content-security-policy.md': 'guides-content-security-policy',
  'custom-banner.md': 'guides-a-banner-of-your-own',
  'diagnosis.md': 'guides-what-can-be-wrong',
  'dismissal.md': 'guides-dismissal',
  'endpoint.md': 'guides-the-endpoint',
  'errors.md': 'guides-errors',
  'list.md': 'guides-many-connections',
  'live-updates.md': 'guides-live-updates',
  'oauth.md': 'guides-oauth-by-redirect',
  'outbox.md': 'guides-the-outbox',
  'queues.md': 'guides-a-queue-of-your-own',
  'styling.md': 'guides-theming',
  'testing.md': 'guides-testing-your-app',
  'webhooks.md': 'guides-webhooks',
  'words.md': 'guides-words',
};

interface GuideProps {
  /** A file in `docs`, or `README.md`. */
  file: string;
  /** The heading of a part, with what stands below it; without one the whole file. */
  section?: string | undefined;
}

/** A document of the repository, as it is: the guides say nothing a second time. */
export function Guide({ file, section }: GuideProps) {
  const text = file === 'README.md' ? readme : documents[`../../docs/${file}`];
  if (text === undefined) return <p>There is no {file} yet.</p>;
  return <Markdown options={{ overrides: OVERRIDES }}>{section ? findSection(text, section) : text}</Markdown>;
}

/** A link from one document to another leads to its page here. What has none is named: nothing outside is asked for. */
function GuideLink({ href = '', children }: ComponentProps<'a'>) {
  if (/^(https?:|#)/.test(href)) return <AnchorMdx href={href}>{children}</AnchorMdx>;
  const [path = '', hash] = href.split('#');
  const page = PAGES[path.split('/').at(-1) ?? ''];
  if (page === undefined) {
    return (
      <>
        {children} (<code>{path}</code>)
      </>
    );
  }
  return <AnchorMdx href={`?path=/docs/${page}--docs${hash === undefined ? '' : `#${hash}`}`}>{children}</AnchorMdx>;
}

// Storybook's own but for links: what is given here takes the place of all of them.
const OVERRIDES = { code: CodeOrSourceMdx, ...HeadersMdx, a: GuideLink };

function findSection(text: string, heading: string): string {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => /^#+ /.test(line) && line.replace(/^#+ /, '') === heading);
  if (start === -1) throw new Error(`There is no "${heading}" to be shown.`);
  const level = lines[start]?.indexOf(' ') ?? 1;
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => /^#+ /.test(line) && line.indexOf(' ') <= level);
  return [lines[start], ...(end === -1 ? rest : rest.slice(0, end))].join('\n');
}
