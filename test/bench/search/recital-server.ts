import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openService } from '../../../main/service/index.ts';
import { startShare } from '../../../main/share/index.ts';

// `recital serve` with the limits that guard a room lifted: a bench asks more of it than a room does. With
// "forgetful" behind the library's name no answer is remembered: each query is as if it were asked for the first time.
// With "watched" none is either, and to each line it says how long nobody else could be answered, at worst, since the line
// before; looking at the clock all the time costs what it watches a tenth of its time, so the times are those of another process.

const [libraryFile = '', kind = ''] = process.argv.slice(2);
const isWatched = kind === 'watched';
const opened = openService({ libraryFile, version: '0' });
if (!opened.ok) throw new Error(opened.error.message);
const pages = mkdtempSync(join(tmpdir(), 'recital-bench-'));
writeFileSync(join(pages, 'browser.html'), '<!doctype html><title>Bench</title>\n');
const started = await startShare({
  api: opened.value.api,
  state: opened.value.state,
  host: '127.0.0.1',
  port: 0,
  code: null,
  pages,
  report: (bug) => console.error(bug),
  limits: {
    burst: 1e9,
    requestsPerSecond: 1e9,
    connections: 2000,
    ...((isWatched || kind === 'forgetful') && { rememberedBytes: 0 }),
  },
});
rmSync(pages, { recursive: true });
if (!started.ok) throw new Error(started.error.message);
// What the features need is loaded, and nothing is asked of the library: the first search is to meet that.
await opened.value.api.search({ query: '' });
await opened.value.api.cite({ text: '' });

/**
 * Milliseconds on the clock, and those that this thread has worked: a stretch is as long as the shorter of the two says. The
 * first counts what other programs, and helping threads, took of the processor; the second the shortest of waits.
 */
function times(): { readonly clock: number; readonly worked: number } {
  // Asked for the whole process, the system brings its books up to date; else what it knows of a thread is 4 milliseconds old.
  process.cpuUsage();
  const { user, system } = process.threadCpuUsage();
  return { clock: performance.now(), worked: (user + system) / 1000 };
}

let longestMs = 0;
let before = times();
if (isWatched)
  setInterval(() => {
    const now = times();
    longestMs = Math.max(longestMs, Math.min(now.clock - before.clock, now.worked - before.worked));
    before = now;
  }, 1);
console.log(JSON.stringify({ port: Number(new URL(started.value.url).port) }));
createInterface({ input: process.stdin }).on('line', () => {
  console.log(JSON.stringify({ longestMs }));
  longestMs = 0;
  // What answering the line took is no stretch of what is watched.
  before = times();
});
