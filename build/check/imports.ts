import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, posix, sep } from 'node:path';
import { parseSync } from 'oxc-parser';

/** One file's import of another file or of a package; paths are relative to the house and use `/`. */
export interface Import {
  readonly from: string;
  /** A file (`main/contract/ids.ts`), a package (`valibot`) or a module of Node (`node:fs`). */
  readonly to: string;
  readonly isFile: boolean;
  /** Whether it is gone at run time. */
  readonly isTypeOnly: boolean;
}

async function sourcesUnder(house: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(house, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.(?:ts|tsx|js)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(house.length + 1))
    .map((file) => file.split(sep).join('/'))
    .toSorted();
}

/** `@scope/name/deep` and `name/deep` are the packages `@scope/name` and `name`. */
const packageOf = (specifier: string): string =>
  specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');

function importsOf(file: string, source: string): Import[] {
  const { module, errors } = parseSync(file, source);
  const [error] = errors;
  if (error !== undefined) throw new Error(`${file}: ${error.message}`);

  const found: { specifier: string; isTypeOnly: boolean }[] = [
    ...module.staticImports.map(({ moduleRequest, entries }) => ({
      specifier: moduleRequest.value,
      isTypeOnly: entries.length > 0 && entries.every((entry) => entry.isType),
    })),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest, isType }) =>
        moduleRequest === null ? [] : [{ specifier: moduleRequest.value, isTypeOnly: isType }],
      ),
    ),
    ...module.dynamicImports.map(({ moduleRequest }) => ({
      specifier: source.slice(moduleRequest.start + 1, moduleRequest.end - 1),
      isTypeOnly: false,
    })),
  ];
  return found.map(({ specifier, isTypeOnly }) => {
    const isFile = specifier.startsWith('.');
    const path = specifier.replace(/\?.*$/, '');
    const to = isFile ? posix.join(posix.dirname(file), path) : packageOf(specifier);
    return { from: file, to, isFile, isTypeOnly };
  });
}

/** Every import in the given folders of a house, and the files that were read. */
export async function readImports(
  house: string,
  folders: readonly string[],
): Promise<{ files: string[]; imports: Import[] }> {
  const files = (await Promise.all(folders.map((folder) => sourcesUnder(house, folder)))).flat();
  const imports = await Promise.all(
    files.map(async (file) => importsOf(file, await readFile(join(house, file), 'utf8'))),
  );
  return { files, imports: imports.flat() };
}

/** The imports of files that are not there. */
export const dangling = (house: string, imports: readonly Import[]): Import[] =>
  imports.filter(({ to, isFile }) => isFile && !existsSync(join(house, to)));

/** The imports that close a circle at run time: from a file to one that leads back to it. */
export function circular(imports: readonly Import[]): Import[] {
  const next = new Map<string, Import[]>();
  for (const one of imports) {
    if (one.isTypeOnly || !one.isFile) continue;
    const list = next.get(one.from);
    if (list === undefined) next.set(one.from, [one]);
    else list.push(one);
  }
  const closing: Import[] = [];
  const state = new Map<string, 'open' | 'done'>();
  const visit = (file: string): void => {
    state.set(file, 'open');
    for (const one of next.get(file) ?? []) {
      const seen = state.get(one.to);
      if (seen === 'open') closing.push(one);
      else if (seen === undefined) visit(one.to);
    }
    state.set(file, 'done');
  };
  for (const file of next.keys()) if (!state.has(file)) visit(file);
  return closing;
}
