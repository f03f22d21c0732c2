import { join } from 'node:path';
import { project } from '../../../build/tools.ts';
import { openService } from '../../../main/service/index.ts';
import { startShare } from '../../../main/share/index.ts';

// `recital serve` with the built pages and the limits that guard a room lifted; with a person's own library or without.

const [dataFolder] = process.argv.slice(2);
const opened = openService({
  libraryFile: join(project, 'out/library.sqlite'),
  dataFolder,
  version: '0',
});
if (!opened.ok) throw new Error(opened.error.message);
const trouble = opened.value.ownLibraryTrouble();
if (trouble !== null) throw new Error(trouble.message);
const started = await startShare({
  api: opened.value.api,
  host: '127.0.0.1',
  port: 0,
  code: null,
  pages: join(project, 'out/renderer'),
  report: (bug) => console.error(bug),
  limits: { burst: 1e9, requestsPerSecond: 1e9 },
});
if (!started.ok) throw new Error(started.error.message);
console.log(JSON.stringify({ url: started.value.url }));
