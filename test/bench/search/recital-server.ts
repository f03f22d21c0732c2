import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openService } from '../../../main/service/index.ts';
import { startShare } from '../../../main/share/index.ts';

// `recital serve` with the limits that guard a room lifted: a bench asks more of it than a room does. With
// "forgetful" behind the library's name no answer is remembered: each query is as if it were asked for the first time.
// To each line it says how long nobody else could be answered, at worst, since the line before.

const [libraryFile = '', memory = ''] = process.argv.slice(2);
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
    ...(memory === 'forgetful' && { rememberedBytes: 0 }),
  },
});
rmSync(pages, { recursive: true });
if (!started.ok) throw new Error(started.error.message);
// What the features need is loaded, and nothing is asked of the library: the first search is to meet that.
await opened.value.api.search({ query: '' });
await opened.value.api.cite({ text: '' });

/**
 * Milliseconds on the clock, and those that this process has worked: a stretch is as long as the shorter of the two says.
 * The first counts what other programs took of the processor, the second what helping threads did meanwhile; what the
 * system knows of this thread alone it knows to 4 milliseconds only.
 */
function times(): { readonly clock: number; readonly worked: number } {
  const { user, system } = process.cpuUsage();
  return { clock: performance.now(), worked: (user + system) / 1000 };
}
let before = times();
let longestMs = 0;
setInterval(() => {
  const now = times();
  longestMs = Math.max(longestMs, Math.min(now.clock - before.clock, now.worked - before.worked));
  before = now;
}, 1);
console.log(JSON.stringify({ port: Number(new URL(started.value.url).port) }));
createInterface({ input: process.stdin }).on('line', () => {
  console.log(JSON.stringify({ longestMs }));
  longestMs = 0;
});
