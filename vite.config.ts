import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { chromiumLaunch } from './test/support/chromium.js';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

const locales = readdirSync(path('src/messages'))
  .filter((file) => file.endsWith('.ts'))
  .map((file) => `messages/${file.slice(0, -'.ts'.length)}`);

const external = /^(react|react-dom|@tanstack\/react-query|react-plaid-link|plaid|valibot|jose)($|\/)/;

const reactTests = 'test/{react,conformance}/**/*.test.{ts,tsx}';
/** Where the version of React has a say: how things mount, render, hydrate and leave. `npm run test:react-18` runs all. */
const versionTests = [
  'test/conformance/**/*.test.{ts,tsx}',
  'test/react/{hydration,serverRendering,useUpdateMode,sharedRepair,rendersOfAList,cancelAndReset,nextBannerFocus}.test.tsx',
  'test/react/{RepairItemBanner,RepairItemBannerList,RepairAllBanner,UpdateModeLauncher,undeliveredReports}.test.tsx',
];
// A world for each file would take longer than its tests. `test/support/setup.ts` clears it between them, which reaches a
// package only where it is inlined: react-plaid-link remembers for ever what became of its script.
const ONE_WORLD = { isolate: false };
// What never comes is a failure after any time; a machine that does much else is merely late.
const PATIENT = { testTimeout: 240_000, hookTimeout: 240_000 };

const setupFiles = [path('test/support/setup.ts')];

// Found only while a page is being tested, a dependency would reload that page under its test.
const inBrowser = [
  'react',
  'react/jsx-dev-runtime',
  'react-dom/client',
  '@tanstack/react-query',
  'react-plaid-link',
  'valibot',
  '@testing-library/react',
  '@testing-library/user-event',
  '@testing-library/jest-dom/vitest',
  'axe-core',
];

function inChromium() {
  return {
    enabled: true,
    headless: true,
    screenshotFailures: false,
    viewport: { width: 1024, height: 768 },
    provider: playwright({ launchOptions: chromiumLaunch() }),
    instances: [{ browser: 'chromium' as const }],
  };
}

// No module imports the stylesheet, so it goes into the package by itself.
const stylesheet: Plugin = {
  name: 'stylesheet',
  apply: 'build',
  generateBundle() {
    const source = readFileSync(path('src/styles/styles.css'), 'utf8');
    this.emitFile({ type: 'asset', fileName: 'styles/styles.css', source });
  },
};

export default defineConfig(({ command, mode }) => ({
  plugins: [stylesheet],
  resolve: { tsconfigPaths: true },
  build: {
    target: 'es2022',
    sourcemap: true,
    minify: false,
    emptyOutDir: true,
    lib: {
      entry: Object.fromEntries(
        ['index', 'server/index', 'testing/index', ...locales].map((name) => [name, path(`src/${name}.ts`)]),
      ),
      formats: ['es' as const],
    },
    rolldownOptions: {
      external,
      // Each module stays a file of its own, so that its 'use client' stays too.
      checks: { moduleLevelDirective: false },
      output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' },
    },
  },
  // Two workers on two cores: the default leaves one to a watching developer.
  test: command === 'build' ? {} : { projects: projects(mode === 'all-on-react-18'), maxWorkers: 2 },
}));

function projects(isAllOnReact18: boolean) {
  return [
    {
      extends: true as const,
      test: {
        name: 'node',
        environment: 'node' as const,
        ...ONE_WORLD,
        ...PATIENT,
        include: ['test/{protocol,core,messages,server,contract,fuzz,model,storybook}/**/*.test.ts'],
        setupFiles,
      },
    },
    {
      extends: true as const,
      test: {
        name: 'dom',
        environment: 'jsdom' as const,
        ...ONE_WORLD,
        ...PATIENT,
        server: { deps: { inline: ['react-plaid-link'] } },
        include: ['test/{browser,testing,faults}/**/*.test.{ts,tsx}', reactTests],
        setupFiles,
      },
    },
    {
      extends: true as const,
      resolve: {
        alias: [{ find: /^(react|react-dom)($|\/)/, replacement: `${path('test/react-18/node_modules')}/$1$2` }],
        // The alias reaches an import, not the require() of a CommonJS build.
        mainFields: ['module'],
      },
      test: {
        name: 'react-18',
        environment: 'jsdom' as const,
        ...ONE_WORLD,
        ...PATIENT,
        include: [...(isAllOnReact18 ? [reactTests] : versionTests), 'test/react-18/*.test.{ts,tsx}'],
        setupFiles,
        // What imports React has to go through the alias, or a second React is loaded beside it.
        server: { deps: { inline: ['@tanstack/react-query', 'react-plaid-link', '@testing-library/react'] } },
      },
    },
    {
      extends: true as const,
      optimizeDeps: { include: inBrowser },
      test: {
        name: 'browser',
        ...PATIENT,
        include: ['test/real-browser/**/*.test.{ts,tsx}'],
        setupFiles,
        browser: inChromium(),
      },
    },
    {
      extends: true as const,
      optimizeDeps: { include: inBrowser },
      plugins: [storybookTest({ configDir: path('.storybook') })],
      test: { name: 'storybook', ...PATIENT, setupFiles, browser: inChromium() },
    },
  ];
}
