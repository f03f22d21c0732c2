import { readFileSync } from 'node:fs';
import { builtinModules, createRequire } from 'node:module';
import { resolve } from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { licences } from './licences.ts';

const project = resolve(import.meta.dirname, '../..');

/** PDFium comes as a WebAssembly file, which `main/service` looks for beside its own code. */
const pdfium: Plugin = {
  name: 'pdfium-beside-the-code',
  generateBundle() {
    const file = createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm');
    this.emitFile({ type: 'asset', fileName: 'pdfium.wasm', source: readFileSync(file) });
  },
};

export default defineConfig({
  root: project,
  publicDir: false,
  logLevel: 'warn',
  plugins: [pdfium, licences('licences.txt', ['@embedpdf/pdfium', 'better-sqlite3'])],
  build: {
    ssr: true,
    outDir: resolve(project, 'out/app'),
    // The preload script is made after this one.
    emptyOutDir: true,
    target: 'node24',
    rolldownOptions: {
      input: {
        main: resolve(project, 'main/app/main.ts'),
        'import-worker': resolve(project, 'main/service/import/import-worker.ts'),
        'reader-worker': resolve(project, 'main/service/import/reader-worker.ts'),
        'docx-worker': resolve(project, 'main/service/export/docx-worker.ts'),
        'copy-worker': resolve(project, 'main/service/room/copy-worker.ts'),
        'pack-worker': resolve(project, 'main/service/packs/pack-worker.ts'),
        'upgrade-worker': resolve(project, 'main/service/upgrade/upgrade-worker.ts'),
      },
      // The one native package stays a file of its own; everything else goes into the scripts.
      external: ['electron', 'better-sqlite3', /^node:/, ...builtinModules],
      output: {
        format: 'es',
        entryFileNames: '[name].js',
        chunkFileNames: 'part-[name].js',
      },
    },
  },
  ssr: { noExternal: true, external: ['electron', 'better-sqlite3'] },
});
