import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { project } from '../tools.ts';

function textOf(name: string): string {
  const folder = join(project, 'node_modules', name);
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  if (file === undefined) throw new Error(`The package ${name} has no licence file.`);
  return readFileSync(join(folder, file), 'utf8').trim();
}

/** Puts the licences of packages that are shipped, as files or within the scripts, beside them, as the licences ask. */
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
