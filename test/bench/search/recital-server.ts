import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openService } from '../../../main/service/index.ts';
import { startShare } from '../../../main/share/index.ts';

// `recital serve` with the limits that guard a room lifted: a bench asks more of it than a room does.

const [libraryFile = ''] = process.argv.slice(2);
const opened = openService({ libraryFile, version: '0' });
if (!opened.ok) throw new Error(opened.error.message);
const pages = mkdtempSync(join(tmpdir(), 'recital-bench-'));
writeFileSync(join(pages, 'browser.html'), '<!doctype html><title>Bench</title>\n');
const started = await startShare({
  api: opened.value.api,
  host: '127.0.0.1',
  port: 0,
  code: null,
  pages,
  report: (bug) => console.error(bug),
  limits: { burst: 1e9, requestsPerSecond: 1e9, connections: 2000 },
});
rmSync(pages, { recursive: true });
if (!started.ok) throw new Error(started.error.message);
console.log(JSON.stringify({ port: Number(new URL(started.value.url).port) }));
