import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { licences } from './licences.ts';

const project = resolve(import.meta.dirname, '../..');

export default defineConfig({
  root: resolve(project, 'renderer'),
  // Relative, since the same pages are served as recital://app/ and over HTTP.
  base: './',
  publicDir: false,
  logLevel: 'warn',
  plugins: [
    licences('assets/licences.txt', [
      '@fontsource-variable/inter',
      '@fontsource-variable/noto-naskh-arabic',
      '@fontsource-variable/noto-sans-arabic',
      '@fontsource-variable/source-serif-4',
    ]),
  ],
  build: {
    outDir: resolve(project, 'out/renderer'),
    emptyOutDir: true,
    target: 'es2022',
    // A data: address or an inline module-preload script would need a wider Content-Security-Policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        browser: resolve(project, 'renderer/browser.html'),
        desktop: resolve(project, 'renderer/desktop.html'),
      },
    },
  },
});
