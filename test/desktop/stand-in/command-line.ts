import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The switches of a command line, Chromium's way: `--name=value` or `--name`. */
export function readSwitches(args: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    args
      .filter((arg) => arg.startsWith('--'))
      .map((arg) => {
        const [name = '', ...value] = arg.slice(2).split('=');
        return [name, value.join('=')];
      }),
  );
}

/** The folder that this file's package.json stands in. */
export function findProject(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}
