import { readFile } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Bytes gzipped: what an entry loads before it draws, and what its further screens and languages load when they are asked for. */
export interface EntrySize {
  readonly script: number;
  readonly style: number;
  readonly laterScripts: number;
}

const imports = /(?:\bfrom|\bimport)\s*["']\.\/(?<file>[^"']+)["']/g;
const lateImports = /\bimport\(\s*["'`]\.\/(?<file>[^"'`]+)["'`]/g;

const namedIn = (text: string, file: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(({ groups }) =>
    posix.join(dirname(file), groups?.['file'] ?? ''),
  );

/** Each page of a built renderer by its name: what it loads. */
export async function sizeOfEntries(folder: string): Promise<Record<string, EntrySize>> {
  const texts = new Map<string, string>();
  const textOf = async (file: string): Promise<string> => {
    const text = texts.get(file) ?? (await readFile(join(folder, file), 'utf8'));
    texts.set(file, text);
    return text;
  };

  const reached = async (from: readonly string[], patterns: readonly RegExp[]) => {
    const files = new Set(from);
    for (const file of files) {
      const text = await textOf(file);
      for (const pattern of patterns)
        for (const each of namedIn(text, file, pattern)) files.add(each);
    }
    return files;
  };
  const sum = async (files: Iterable<string>): Promise<number> => {
    let bytes = 0;
    for (const file of files) bytes += gzipSync(await textOf(file), { level: 9 }).length;
    return bytes;
  };

  const sizes: Record<string, EntrySize> = {};
  for (const page of ['browser', 'desktop']) {
    const html = await textOf(`${page}.html`);
    const named = (pattern: RegExp) =>
      [...html.matchAll(pattern)].map(({ groups }) => posix.normalize(groups?.['file'] ?? ''));
    const scripts = named(/(?:src|href)="\.\/(?<file>[^"]+\.js)"/g);
    const styles = named(/href="\.\/(?<file>[^"]+\.css)"/g);
    const first = await reached(scripts, [imports]);
    const all = await reached(scripts, [imports, lateImports]);
    sizes[page] = {
      script: await sum(first),
      style: await sum(styles),
      laterScripts: await sum([...all].filter((file) => !first.has(file))),
    };
  }
  return sizes;
}
