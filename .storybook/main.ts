import { fileURLToPath } from 'node:url';
import type { StorybookConfig } from '@storybook/react-vite';
import tailwindcss from '@tailwindcss/vite';
import { mergeConfig } from 'vite';

const source = fileURLToPath(new URL('../src', import.meta.url));

export default {
  stories: ['./pages/*.mdx', '../src/**/*.stories.tsx'],
  addons: ['@storybook/addon-a11y', '@storybook/addon-docs', '@storybook/addon-vitest'],
  framework: { name: '@storybook/react-vite', options: { builder: { viteConfigPath: '.storybook/vite.config.ts' } } },
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  typescript: { reactDocgen: 'react-docgen' },
  // An example imports the library by its name, as an app does. A folder with a dot is none of tsconfig.json's to Vite.
  viteFinal: (config) =>
    mergeConfig(config, {
      // The examples'. Here, not in the Vite config, so that the tests of the stories have it too.
      plugins: [tailwindcss()],
      resolve: {
        alias: [
          { find: /^react-plaid-update-mode$/, replacement: `${source}/index.ts` },
          { find: /^react-plaid-update-mode\/(server|testing)$/, replacement: `${source}/$1/index.ts` },
          { find: /^react-plaid-update-mode\/(messages\/.+)$/, replacement: `${source}/$1.ts` },
          { find: /^react-plaid-update-mode\/styles\.css/, replacement: `${source}/styles/styles.css` },
        ],
      },
    }),
} satisfies StorybookConfig;
