import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, inject, it } from 'vitest';

const app = inject('packedApp');
const library = join(app, 'node_modules/react-plaid-update-mode');
const source = fileURLToPath(new URL('../../src', import.meta.url));

function filesBelow(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => file.replaceAll('\\', '/'))
    .toSorted();
}

function importInNode(entry: string): string[] {
  const script = `console.log(JSON.stringify(Object.keys(await import('${entry}')).toSorted()))`;
  return JSON.parse(
    execFileSync('node', ['--input-type=module', '-e', script], { cwd: app, encoding: 'utf8', stdio: 'pipe' }),
  );
}

describe('an entry, imported by Node', () => {
  it('is the client with its names', () => {
    expect(importInNode('react-plaid-update-mode')).toEqual([
      'RepairAllBanner',
      'RepairBannerAction',
      'RepairBannerDismissals',
      'RepairBannerIcon',
      'RepairBannerLogo',
      'RepairBannerNotes',
      'RepairBannerRoot',
      'RepairBannerSupport',
      'RepairBannerText',
      'RepairBannerTitle',
      'RepairBannerWays',
      'RepairItemBanner',
      'RepairItemBannerList',
      'RepairListAction',
      'RepairListLine',
      'RepairListRows',
      'UpdateModeError',
      'UpdateModeLauncher',
      'UpdateModeProvider',
      'createHeronProxyEndpoint',
      'createHttpEndpoint',
      'createServerSentEvents',
      'diagnose',
      'diagnoseError',
      'forgetScope',
      'integrationLinksQuery',
      'useDismissedBanners',
      'useIntegrationLinks',
      'useIsLinkOpen',
      'useRepairBanner',
      'useUndeliveredReports',
      'useUpdateMode',
    ]);
  });

  it('is the server with its names', () => {
    expect(importInNode('react-plaid-update-mode/server')).toEqual([
      'createHeronProxyHandler',
      'createHeronWebhookHandler',
      'createMemoryDedupe',
      'createMemoryItems',
      'createPlaidWebhookHandler',
      'createReportDelivery',
      'createUpdateModeHandler',
    ]);
  });

  it('is the simulator and the sandbox, which touch no page before they are asked to', () => {
    expect(importInNode('react-plaid-update-mode/testing')).toEqual(
      expect.arrayContaining(['createSandbox', 'installLinkSimulator']),
    );
  });

  it('is a language of the messages', () => {
    expect(importInNode('react-plaid-update-mode/messages/en')).toEqual(['en']);
  });

  it('is what loads a language', () => {
    expect(importInNode('react-plaid-update-mode/messages')).toEqual(['loadMessages']);
  });

  it('is not a file from inside', () => {
    expect(() => importInNode('react-plaid-update-mode/core/session.js')).toThrow('ERR_PACKAGE_PATH_NOT_EXPORTED');
  });
});

describe('the tarball', () => {
  it('holds the build, the guides, the licence, the README and the threat model, and no source or story', () => {
    const files = filesBelow(library, '').filter((file) => /\.\w+$|LICENSE/.test(file));
    const others = files.filter((file) => !/^dist\/.+\.(js|js\.map|d\.ts|css)$|^docs\/[\w-]+\.md$/.test(file));

    expect(others).toEqual(['LICENSE', 'README.md', 'SECURITY.md', 'package.json']);
    expect(files.filter((file) => file.includes('.stories.'))).toEqual([]);
    expect(files).toContain('dist/styles/styles.css');
  });

  it("says 'use client' first in each component and hook, and nowhere in what a server may call", () => {
    const isClient = (file: string) => /^(['"])use client\1/.test(readFileSync(join(library, 'dist', file), 'utf8'));
    const clientFiles = filesBelow(join(library, 'dist'), '.js').filter(isClient);
    const componentsAndHooks = readdirSync(join(source, 'react'))
      .filter((file) => /^(use[A-Z]\w*\.tsx?|[A-Z]\w*\.tsx)$/.test(file) && !file.includes('.stories.'))
      .map((file) => `react/${file.replace(/\.tsx?$/, '.js')}`);

    expect(componentsAndHooks).toContain('react/RepairItemBanner.js');
    expect(clientFiles).toEqual(expect.arrayContaining(componentsAndHooks));
    expect(clientFiles.filter((file) => !file.startsWith('react/'))).toEqual([]);
    expect(clientFiles).not.toContain('react/queries.js');
  });
});
