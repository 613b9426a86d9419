import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  // Tailwind is the examples': it takes no part in a stylesheet that does not ask for it.
  plugins: [react(), tailwindcss()],
  resolve: { tsconfigPaths: true },
});
