import { mkdir, open, readFile, rm, stat, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { failed, type Result } from '../../contract/failure.ts';

/**
 * How often whoever holds the lock says that they still do, and after what silence they are taken for dead: sooner where they
 * were killed before they could say who they are.
 */
const beatMs = 5000;
const deadMs = 30_000;
const namelessMs = 1000;
/** How often and how long somebody tries who finds it held. */
const tryMs = 100;

interface Holder {
  readonly pid: number;
  readonly host: string;
}

/** Null: whoever made the file was killed before they could say who they are, or has not come to it. */
function parse(text: string): Holder | null {
  try {
    return JSON.parse(text) as Holder;
  } catch {
    return null;
  }
}

async function isDead(file: string): Promise<boolean> {
  try {
    const [text, { mtimeMs }] = await Promise.all([readFile(file, 'utf8'), stat(file)]);
    const holder = parse(text);
    if (Date.now() - mtimeMs > (holder === null ? namelessMs : deadMs)) return true;
    if (holder === null || holder.host !== hostname() || holder.pid === process.pid) return false;
    process.kill(holder.pid, 0);
    return false;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Just let go, or a process that is no more.
    return code === 'ENOENT' || code === 'ESRCH';
  }
}

/** Rejects with EEXIST where somebody has it. */
async function take(file: string): Promise<void> {
  const holder: Holder = { pid: process.pid, host: hostname() };
  const handle = await open(file, 'wx');
  try {
    await handle.writeFile(JSON.stringify(holder));
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
}

/**
 * Does a work that one Recital on this machine does at a time.
 *
 * Errors: `not-writable` where another Recital holds it for longer than `patienceMs`; those of the disk are thrown.
 */
export async function withLock<T>(
  folder: string,
  patienceMs: number,
  work: () => Promise<Result<T>>,
): Promise<Result<T>> {
  const file = join(folder, 'lock');
  await mkdir(folder, { recursive: true });
  for (let waited = 0; ; waited += tryMs) {
    try {
      await take(file);
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      if (await isDead(file)) await rm(file, { force: true });
      else if (waited >= patienceMs)
        return failed(
          'not-writable',
          'Another Recital on this machine is changing its packs; try again when it is done.',
        );
      else await wait(tryMs);
    }
  }
  const beat = setInterval(() => {
    const now = new Date();
    utimes(file, now, now).catch(() => {});
  }, beatMs).unref();
  try {
    return await work();
  } finally {
    clearInterval(beat);
    await rm(file, { force: true }).catch(() => {});
  }
}
