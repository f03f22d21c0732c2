import { mkdirSync, openSync, rmSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Whether this process is the first with its folder for personal data, by a file that only one can make. A second one
 * leaves a note there, of which the first is told.
 */
export function takeSingleInstanceLock(folder: string, onSecond: () => void): boolean {
  if (folder === '') throw new Error('The stand-in needs --user-data-dir');
  mkdirSync(folder, { recursive: true });
  const lock = join(folder, 'stand-in.lock');
  try {
    openSync(lock, 'wx');
  } catch {
    writeFileSync(join(folder, `stand-in.second-${process.pid}`), '');
    return false;
  }
  const told = new Set<string>();
  watch(folder, { persistent: false }, (_event, name) => {
    if (name === null || !name.startsWith('stand-in.second-') || told.has(name)) return;
    told.add(name);
    onSecond();
  });
  process.on('exit', () => rmSync(lock, { force: true }));
  return true;
}
