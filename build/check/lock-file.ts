import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { project } from '../tools.ts';

/**
 * Two things that npm does not keep in the lock file by itself:
 *
 * - better-sqlite3 brings its binaries and says `"gypfile": false`, but npm 10 forgets that in a lock file and then
 *   compiles the package, which fails on a machine without a compiler. Written into the lock, it is honoured.
 * - Addresses of packages ("resolved") name the registry of whoever ran npm last; the integrity hashes are enough.
 */
const file = join(project, 'package-lock.json');
const prebuilt = 'node_modules/better-sqlite3';

interface Lock {
  readonly packages: Record<string, { gypfile?: boolean; resolved?: string }>;
}

const text = await readFile(file, 'utf8');
const lock = JSON.parse(text) as Lock;
const native = lock.packages[prebuilt];
if (native === undefined) throw new Error(`${prebuilt} is not in the lock file.`);
native.gypfile = false;
for (const entry of Object.values(lock.packages)) delete entry.resolved;
const mended = `${JSON.stringify(lock, null, 2)}\n`;

if (process.argv.includes('--mend')) await writeFile(file, mended);
else if (mended !== text) {
  console.error('package-lock.json was rewritten by npm; run: npm run mend-lock');
  process.exitCode = 1;
}
