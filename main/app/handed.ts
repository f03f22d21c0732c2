import { isAbsolute, relative, resolve, sep } from 'node:path';

/**
 * The files and folders that a person handed over while the program runs. A page may name these and what is in them, and no
 * other: whatever runs in it reads no file that nobody gave it.
 */
export interface Handed {
  add(paths: readonly string[]): void;
  covers(path: string): boolean;
}

export function createHanded(): Handed {
  const handed = new Set<string>();
  return {
    add: (paths) => {
      for (const path of paths) handed.add(resolve(path));
    },
    covers: (path) => {
      const asked = resolve(path);
      return handed.has(asked) || [...handed].some((given) => isBelow(asked, given));
    },
  };
}

function isBelow(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** The paths of this machine that a request names. */
export function pathsIn(request: unknown): readonly string[] {
  if (typeof request !== 'object' || request === null) return [];
  const { path, paths, to } = request as Readonly<Record<string, unknown>>;
  return [path, to, ...(Array.isArray(paths) ? paths : [])].filter(
    (each) => typeof each === 'string',
  );
}

/** The methods whose requests name paths of this machine. */
export const methodsWithPaths: ReadonlySet<unknown> = new Set([
  'import',
  'inspectPack',
  'installPack',
  'trustPublisher',
  'moveData',
  'takeTour',
  'putAside',
]);
