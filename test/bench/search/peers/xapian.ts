import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { kept, type KeptTexts } from '../corpus/kept.ts';
import { startLineProcess, timeProgram, type LineProcess, type Took } from '../processes.ts';

const script = fileURLToPath(new URL('xapian_peer.py', import.meta.url));

/** A Python that has Xapian: Debian's own is not always the first on the path. */
export const pythonWithXapian = (): string | undefined =>
  ['python3', '/usr/bin/python3'].find(
    (program) => spawnSync(program, ['-c', 'import xapian'], { stdio: 'ignore' }).status === 0,
  );

export function versionOfXapian(python: string | undefined): string | null {
  if (python === undefined) return null;
  const args = ['-c', 'import xapian; print(xapian.version_string())'];
  return `Xapian ${spawnSync(python, args, { encoding: 'utf8' }).stdout.trim()}`;
}

export interface XapianIndex {
  readonly place: string;
  readonly took: Took;
}

export async function keepXapian(python: string, texts: KeptTexts): Promise<XapianIndex> {
  const place = join(texts.folder, 'xapian');
  const made = await kept(join(texts.folder, 'xapian.json'), async () => {
    if (existsSync(place)) rmSync(place, { recursive: true });
    return { took: await timeProgram(python, [script, 'build', texts.file, place]) };
  });
  return { place, ...made };
}

export const startXapian = (python: string, { place }: XapianIndex): LineProcess =>
  startLineProcess(python, [script, 'search', place]);
