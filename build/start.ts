import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import open from 'open';
import packageJson from '../package.json' with { type: 'json' };
import type { Failure } from '../main/contract/failure.ts';
import { dataFolder, openMended } from '../main/service/index.ts';
import { createDoor, startShare, trainersPort } from '../main/share/index.ts';
import { buildStale } from './build.ts';
import { project, run } from './tools.ts';

const { version } = packageJson;

const electronFolder = join(project, 'node_modules/electron');

/** The file of Electron's runtime; null while it has not been fetched. */
function electronRuntime(): string | null {
  const note = join(electronFolder, 'path.txt');
  if (!existsSync(note)) return null;
  const file = join(electronFolder, 'dist', readFileSync(note, 'utf8'));
  return existsSync(file) ? file : null;
}

async function fetchElectron(): Promise<string | null> {
  console.log("Fetching Electron's runtime (about 120 MB, only once) ...");
  const tenMinutes = 600_000;
  await run(process.execPath, [join(electronFolder, 'install.js')], { limitMs: tenMinutes });
  return electronRuntime();
}

/** What stands in the way of a desktop window on this machine whatever is installed; null if nothing does. */
function noWindowBecause(): string | null {
  if (process.platform !== 'linux') return null;
  if (!process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) return 'There is no display here';
  if (process.getuid?.() === 0) return 'The desktop window does not run as root';
  return null;
}

function openDesktop(runtime: string): void {
  const window = spawn(runtime, [project], { stdio: 'inherit' });
  window.on('close', (code) => {
    process.exitCode = code ?? 1;
  });
}

const report = (bug: unknown): void => console.error(bug);

/** Serves the same app on this machine alone and opens it in the default browser. */
async function openBrowser(): Promise<void> {
  const pages = join(project, 'out/renderer');
  const service = await openMended({
    libraryFile: join(project, 'out/library.sqlite'),
    dataFolder: dataFolder(),
    version,
    door: createDoor({ pages, report }),
    report,
  });
  if (!service.ok) return complain(service.error);
  const { api, state, news } = service.value;
  // Whoever starts Recital on this machine may do everything here, as in the window.
  const shareOn = (port: number) =>
    startShare({
      api,
      state,
      news,
      host: '127.0.0.1',
      port,
      code: null,
      reach: 'all',
      pages,
      report,
    });
  const usual = await shareOn(trainersPort);
  const share = !usual.ok && usual.error.code === 'port-in-use' ? await shareOn(0) : usual;
  if (!share.ok) return complain(share.error);

  const { url, close } = share.value;
  console.log(`Recital is open at ${url} - press Ctrl+C to stop it.`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void close().then(() => service.value.close()));
  }
  await service.value.checkAtStart();
  // `BROWSER=none` is how other tools are told not to open one.
  if (process.env['BROWSER'] === 'none') return;
  // No browser to open is no failure: the address is printed.
  open(url).then(
    (browser) => browser.on('error', () => {}),
    () => {},
  );
}

function complain({ message }: Failure): void {
  console.error(message);
  process.exitCode = 1;
}

async function start(): Promise<void> {
  if (!(await buildStale())) {
    process.exitCode = 1;
    return;
  }
  if (process.argv.includes('--browser')) return openBrowser();
  const obstacle = noWindowBecause();
  const runtime = obstacle === null ? (electronRuntime() ?? (await fetchElectron())) : null;
  if (runtime !== null) return openDesktop(runtime);
  console.log(
    `${obstacle ?? "Electron's runtime could not be fetched"}, so Recital opens in the browser instead.`,
  );
  await openBrowser();
}

await start();
