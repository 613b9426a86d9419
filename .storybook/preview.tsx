import type { Preview } from '@storybook/react-vite';
import { loadCatalog } from './decorators/languages.js';
import { platypusLink } from './decorators/sampleLinks.js';
import { scene } from './decorators/scene.js';
import { readInitialToolbar } from './decorators/sharedToolbar.js';
import { waitUntilSeen } from './decorators/waitUntilSeen.js';
import { withPage } from './decorators/withPage.js';
import { withScene } from './decorators/withScene.js';
import { withStrictMode } from './decorators/withStrictMode.js';
import './storyPage.css';
import { TOOLBAR_TYPES } from './toolbar.js';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

export default {
  parameters: {
    a11y: { test: 'error', options: { runOnly: [...WCAG, 'best-practice'] } },
    options: {
      storySort: {
        order: [
          'Start here',
          'Gallery',
          'A whole repair',
          'What is wrong',
          ['One connection', 'Diagnosis'],
          'A visit to Link',
          ['From the press to the end', 'A report that waits', 'Plaid’s own page'],
          'Many connections',
          ['All in one banner', 'One visit after the other'],
          'Dismissal',
          'Words',
          'Looks and themes',
          ['Looks', 'Props', 'Keeping its place', 'On other people’s pages'],
          'Examples',
          'The launcher and hooks',
          ['UpdateModeLauncher', 'Purposes', 'useUpdateMode', 'useUndeliveredReports'],
          'Access',
          'Guides',
          [
            'Getting started',
            'Theming',
            'A banner of your own',
            'Many connections',
            'Words',
            'Accessibility',
            'The endpoint',
            'Testing your app',
            'What can be wrong',
            'Dismissal',
          ],
        ],
      },
    },
    // A page has one Link, so on a page of documentation each story is a page of its own.
    docs: { story: { inline: false, height: '180px' } },
    ...scene({ server: { links: [platypusLink()] } }),
  },
  tags: ['autodocs'],
  loaders: [waitUntilSeen, async ({ globals }) => ({ words: await loadCatalog(String(globals['language'])) })],
  globalTypes: { ...TOOLBAR_TYPES },
  initialGlobals: readInitialToolbar(),
  // The first is the innermost: what a story needs around it goes before the other two, so that StrictMode covers it.
  decorators: [withScene, withStrictMode, withPage],
} satisfies Preview;
