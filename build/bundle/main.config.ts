import { builtinModules } from 'node:module';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const project = resolve(import.meta.dirname, '../..');

export default defineConfig({
  root: project,
  publicDir: false,
  logLevel: 'warn',
  build: {
    ssr: resolve(project, 'main/app/main.ts'),
    outDir: resolve(project, 'out/app'),
    emptyOutDir: false,
    target: 'node24',
    rolldownOptions: {
      // The one native package stays a file of its own; everything else goes into the script.
      external: ['electron', 'better-sqlite3', /^node:/, ...builtinModules],
      output: { format: 'es', entryFileNames: 'main.js', chunkFileNames: 'main-[name].js' },
    },
  },
  ssr: { noExternal: true, external: ['electron', 'better-sqlite3'] },
});
