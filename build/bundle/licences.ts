import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, dirname } from 'node:path';
import type { Plugin } from 'vite';

const require = createRequire(import.meta.url);

function textOf(name: string): string {
  const folder = dirname(require.resolve(`${name}/package.json`));
  return readFileSync(join(folder, 'LICENSE'), 'utf8').trim();
}

/** Puts the licences of packages whose files are shipped as they are beside those files, as the licences ask. */
export const licences = (packages: readonly string[]): Plugin => ({
  name: 'licences',
  generateBundle() {
    const parts = packages.map((name) => `${name}\n\n${textOf(name)}\n`);
    this.emitFile({
      type: 'asset',
      fileName: 'assets/licences.txt',
      source: parts.join(`\n${'-'.repeat(72)}\n\n`),
    });
  },
});
