import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { project } from '../tools.ts';

interface Described {
  readonly license?: string;
  readonly author?: string | { readonly name?: string };
}

/** A package's licence, and those of what it carries within (PDFium within @embedpdf/pdfium). */
function textOf(name: string): string {
  const folder = join(project, 'node_modules', name);
  const files = readdirSync(folder).filter((each) => /^(?:licen[cs]e|notice)/i.test(each));
  if (files.length === 0) return statedBy(name, folder);
  return files
    .toSorted()
    .map((file) => readFileSync(join(folder, file), 'utf8').trim())
    .join('\n\n');
}

/** Some packages only name their licence. */
function statedBy(name: string, folder: string): string {
  const { license, author } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  ) as Described;
  const who = typeof author === 'string' ? author : author?.name;
  if (license === undefined || who === undefined)
    throw new Error(`The package ${name} does not say under which licence and by whom it is.`);
  return `${license} licence, as the package states\nCopyright (c) ${who}`;
}

const line = `\n${'-'.repeat(72)}\n\n`;

/** Our own licence, then those of the lists, each package's once. */
export function mergeLicences(own: string, lists: readonly string[]): string {
  const others = new Set(lists.flatMap((list) => list.split(line)));
  return [own, ...[...others].toSorted()].join(line);
}

/** `/p/node_modules/@a/b/node_modules/c/d.js` is of the package `@a/b/node_modules/c`. */
function packageOf(file: string): string | null {
  const found =
    /\/node_modules\/((?:(?:@[^/]+\/)?[^/]+\/node_modules\/)*(?:@[^/]+\/)?[^/]+)\//.exec(
      file.replaceAll('\\', '/'),
    );
  return found?.[1] ?? null;
}

/**
 * Puts the licences of the packages that the scripts are made of, and of those that are shipped as files, beside them, as
 * the licences ask.
 */
export const licences = (fileName: string, shippedAsFiles: readonly string[]): Plugin => ({
  name: 'licences',
  generateBundle() {
    const within = [...this.getModuleIds()].map(packageOf).filter((name) => name !== null);
    const names = [...new Set([...within, ...shippedAsFiles])].toSorted();
    const source = names.map((name) => `${name}\n\n${textOf(name)}\n`).join(line);
    this.emitFile({ type: 'asset', fileName, source });
  },
});
