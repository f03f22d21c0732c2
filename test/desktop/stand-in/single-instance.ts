import { mkdirSync, readFileSync, renameSync, rmSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Whether this process is the first with its folder for personal data, by a file that only one can make. A second one
 * leaves a note there with what it hands over, of which the first is told.
 */
export function takeSingleInstanceLock(
  folder: string,
  data: unknown,
  onSecond: (data: unknown) => void,
): boolean {
  if (folder === '') throw new Error('The stand-in needs --user-data-dir');
  mkdirSync(folder, { recursive: true });
  const lock = join(folder, 'stand-in.lock');
  // One that was killed has left its own.
  if (!isHeld(lock)) rmSync(lock, { force: true });
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
  } catch {
    const note = join(folder, `stand-in.second-${process.pid}`);
    // Whole when it is there.
    writeFileSync(`${note}.part`, JSON.stringify(data ?? null));
    renameSync(`${note}.part`, note);
    return false;
  }
  const told = new Set<string>();
  watch(folder, { persistent: false }, (_event, name) => {
    if (name === null || !/^stand-in\.second-\d+$/.test(name) || told.has(name)) return;
    told.add(name);
    onSecond(JSON.parse(readFileSync(join(folder, name), 'utf8')));
  });
  process.on('exit', () => rmSync(lock, { force: true }));
  return true;
}

function isHeld(lock: string): boolean {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')), 0);
    return true;
  } catch {
    return false;
  }
}
