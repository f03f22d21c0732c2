import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const project = resolve(import.meta.dirname, '../..');

export default defineConfig({
  root: project,
  publicDir: false,
  logLevel: 'warn',
  build: {
    ssr: resolve(project, 'main/app/preload.ts'),
    outDir: resolve(project, 'out/app'),
    emptyOutDir: false,
    target: 'node24',
    rolldownOptions: {
      external: ['electron'],
      // Electron loads a sandboxed preload script as one CommonJS file.
      output: { format: 'cjs', entryFileNames: 'preload.cjs', codeSplitting: false },
    },
  },
  ssr: { noExternal: true },
});
