import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The folder of a built Storybook: the one that is given, else one that is built now. */
export function builtStorybook(given: string | undefined): string {
  if (given !== undefined) {
    if (!existsSync(join(given, 'index.json'))) throw new Error(`There is no built Storybook in ${given}.`);
    return given;
  }
  process.stdout.write('Building Storybook…\n');
  const { status, error } = spawnSync('npm', ['run', '--silent', 'build-storybook', '--', '--quiet'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error('Storybook could not be built.', { cause: error });
  return join(root, 'storybook-static');
}
