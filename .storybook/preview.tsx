import type { Preview } from '@storybook/react-vite';
import { platypusLink } from './decorators/sampleLinks.js';
import { scene } from './decorators/scene.js';
import { waitUntilSeen } from './decorators/waitUntilSeen.js';
import { withPage } from './decorators/withPage.js';
import { withScene } from './decorators/withScene.js';
import { withStrictMode } from './decorators/withStrictMode.js';

export default {
  parameters: {
    a11y: { test: 'error' },
    options: {
      storySort: {
        order: [
          'A whole repair',
          'Diagnosis',
          'RepairItemBanner',
          ['What is wrong', 'A visit to Link', 'Props and looks'],
          'RepairItemBannerList',
          'UpdateModeLauncher',
          'useUpdateMode',
        ],
      },
    },
    // A page has one Link, so on a page of documentation each story is a page of its own.
    docs: { story: { inline: false, height: '180px' } },
    ...scene({ server: { links: [platypusLink()] } }),
  },
  tags: ['autodocs'],
  loaders: [waitUntilSeen],
  globalTypes: {
    strictMode: {
      description: "React's StrictMode",
      toolbar: {
        title: 'StrictMode',
        icon: 'lightning',
        dynamicTitle: true,
        items: [
          { value: 'on', title: 'StrictMode on' },
          { value: 'off', title: 'StrictMode off' },
        ],
      },
    },
    scheme: {
      description: 'Colour scheme',
      toolbar: {
        title: 'Scheme',
        icon: 'contrast',
        dynamicTitle: true,
        items: [
          { value: 'auto', title: 'As the system' },
          { value: 'light', title: 'Light' },
          { value: 'dark', title: 'Dark' },
        ],
      },
    },
    direction: {
      description: 'Direction of the text',
      toolbar: {
        title: 'Direction',
        icon: 'transfer',
        dynamicTitle: true,
        items: [
          { value: 'ltr', title: 'Left to right' },
          { value: 'rtl', title: 'Right to left' },
        ],
      },
    },
  },
  initialGlobals: { strictMode: 'on', scheme: 'auto', direction: 'ltr' },
  // The first is the innermost: what a story needs around it goes before the other two, so that StrictMode covers it.
  decorators: [withScene, withStrictMode, withPage],
} satisfies Preview;
