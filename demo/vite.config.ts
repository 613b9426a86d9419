import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

export default defineConfig({
  root: path('web'),
  plugins: [react()],
  // The package by its own name, as an app imports it, from its source.
  resolve: { tsconfigPaths: true },
  build: { outDir: path('dist'), emptyOutDir: true, target: 'es2022', sourcemap: false },
});
