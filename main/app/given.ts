import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { placeOfLink } from './link.ts';

/** What a program or a person gave to Recital as it was started. */
export interface Given {
  readonly places: readonly string[];
  readonly files: readonly string[];
}

/** Nobody gives more at a time. */
const most = 1000;

/**
 * Reads a command line, without the program and its script: links, files, and switches, which are passed over.
 *
 * @param folder what paths are named from
 */
export function readGiven(args: readonly string[], folder: string): Given {
  const places: string[] = [];
  const files: string[] = [];
  let areOnlyFiles = false;
  for (const arg of args.slice(0, most)) {
    if (arg === '--' && !areOnlyFiles) areOnlyFiles = true;
    else if (arg === '' || (arg.startsWith('-') && !areOnlyFiles)) continue;
    else if (/^recital:/i.test(arg) && !areOnlyFiles) {
      const place = placeOfLink(arg);
      if (place !== null) places.push(place);
    } else files.push(fileOf(arg, folder));
  }
  return { places, files };
}

/** Desktops of Linux name files by their `file:` addresses. */
function fileOf(arg: string, folder: string): string {
  if (/^file:/i.test(arg)) {
    try {
      return fileURLToPath(arg);
    } catch {
      // A file of that name, perhaps.
    }
  }
  return resolve(folder, arg);
}
