import { spawnSync } from 'node:child_process';
import {
  accessSync,
  chmodSync,
  constants,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { chromium as playwrightChromium } from 'playwright';

const modules = fileURLToPath(new URL('../../node_modules', import.meta.url));

/** Options for a launch of Chromium by Playwright: a browser that is on this machine, and quiet flags. */
export interface ChromiumLaunch {
  executablePath?: string;
  args: string[];
}

/**
 * The Chromium that tests run in: `CHROME_PATH`, else Playwright's own, else an installed Chrome or Chromium, else the one
 * from npm (Linux on x64). `BROWSER_SOURCE=npm` takes the last at once. Where there is none, Playwright says how to get one.
 */
export function chromiumLaunch(): ChromiumLaunch {
  const executablePath = findChromium();
  const args = [
    '--disable-dev-shm-usage',
    '--disable-gpu',
    '--disable-quic',
    '--disable-sync',
    '--font-render-hinting=none',
  ];
  return executablePath === undefined ? { args } : { executablePath, args };
}

function findChromium(): string | undefined {
  if (process.env['BROWSER_SOURCE'] === 'npm') {
    const unpacked = npmChromium();
    if (unpacked === undefined)
      throw new Error('BROWSER_SOURCE=npm: @sparticuz/chromium is not installed, or not for this machine.');
    return unpacked;
  }
  const chosen = process.env['CHROME_PATH'];
  if (chosen) {
    if (!isExecutable(chosen)) throw new Error(`CHROME_PATH is not a program that can be run: ${chosen}`);
    return chosen;
  }
  return [playwrightChromium.executablePath(), ...installedCandidates()].find(isExecutable) ?? npmChromium();
}

function installedCandidates(): string[] {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  }
  if (process.platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => process.env[name] ?? []);
    return roots.flatMap((root) => [
      join(root, 'Google/Chrome/Application/chrome.exe'),
      join(root, 'Microsoft/Edge/Application/msedge.exe'),
    ]);
  }
  // A snap does not see the profile folder that Playwright makes in /tmp.
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => !folder.startsWith('/snap/'));
  return ['google-chrome-stable', 'google-chrome', 'chromium'].flatMap((name) =>
    folders.map((folder) => join(folder, name)),
  );
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** Unpacks the browser of @sparticuz/chromium once. Its own `executablePath()` unpacks to a folder that processes race for. */
function npmChromium(): string | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const packed = join(modules, '@sparticuz/chromium');
  let version: string;
  try {
    version = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8')).version;
  } catch {
    return undefined;
  }
  const folder = join(modules, '.cache', `chromium-${version}`);
  const start = join(folder, 'start');
  if (isExecutable(start)) return start;

  mkdirSync(dirname(folder), { recursive: true });
  const unfinished = mkdtempSync(`${folder}-`);
  unpack(join(packed, 'bin'), unfinished);
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!isExecutable(start)) throw error;
  }
  return start;
}

function unpack(bin: string, folder: string): void {
  const program = join(folder, 'chromium');
  writeFileSync(program, brotliDecompressSync(readFileSync(join(bin, 'chromium.br'))));
  chmodSync(program, 0o755);
  for (const archive of ['al2023.tar.br', 'fonts.tar.br']) {
    const tar = brotliDecompressSync(readFileSync(join(bin, archive)));
    const { status, stderr } = spawnSync('tar', ['-x', '--no-same-owner', '-C', folder], { input: tar });
    if (status !== 0) throw new Error(`${archive} could not be unpacked: ${String(stderr)}`);
  }
  writeFileSync(join(folder, 'fonts.conf'), FONTS);
  writeFileSync(join(folder, 'start'), START, { mode: 0o755 });
}

// A bare machine may lack NSS, and may have no font at all: the package brings both, and they are used only then.
const START = `#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
if ldd "$here/chromium" | grep -q 'not found'; then
  export LD_LIBRARY_PATH="$here/lib\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
fi
if [ ! -e /etc/fonts/fonts.conf ]; then
  export FONTCONFIG_FILE="$here/fonts.conf"
fi
exec "$here/chromium" "$@"
`;

const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;
