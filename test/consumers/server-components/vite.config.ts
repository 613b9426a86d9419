import { fileURLToPath } from 'node:url';
import rsc from '@vitejs/plugin-rsc';
import type { UserConfig } from 'vite';

const entry = (name: string) => fileURLToPath(new URL(`entry.${name}.tsx`, import.meta.url));

const config: UserConfig = {
  plugins: [rsc({ entries: { rsc: entry('rsc'), ssr: entry('ssr'), client: entry('browser') } })],
};

export default config;
