import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app, dialog, protocol } from 'electron';
import { windowFolder } from '../service/index.ts';
import { startAgain } from './again.ts';
import { hearArrivals, type SecondStart } from './arrivals.ts';
import { openKept } from './kept.ts';
import { createLog } from './log.ts';
import { registerScheme } from './protocol.ts';
import { keepQuiet } from './quiet.ts';
import { start } from './start.ts';
import { bestShellLanguage, wordsIn } from './words/index.ts';

// All that Electron keeps lies with what else is kept, so that a stick carries it and nothing is left behind.
if (!app.commandLine.hasSwitch('user-data-dir')) app.setPath('userData', madeFolder());
// What is pinned to the taskbar and what runs are one program, by the installer's name for it.
if (process.platform === 'win32') app.setAppUserModelId('org.recital.app');
keepQuiet(app);
registerScheme(protocol);
app.enableSandbox();

/** On a stick that cannot be written to, what windows keep is forgotten with the session. */
function madeFolder(): string {
  for (const wanted of [windowFolder(), join(app.getPath('temp'), 'recital-window')]) {
    try {
      mkdirSync(wanted, { recursive: true });
      return wanted;
    } catch {
      // The next one.
    }
  }
  return app.getPath('userData');
}

const folder = app.getPath('userData');
const logFile = join(folder, 'logs', 'recital.log');
const log = createLog(logFile);

// The terminal that it was started from may be closed before it.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

/** The whole of it only in the project: a system may keep what a program prints, and it may hold somebody's text. */
function report(bug: unknown): void {
  log.error(bug);
  const said = bug instanceof Error ? (bug.stack ?? bug.message) : String(bug);
  process.stderr.write(`recital: ${app.isPackaged ? 'an error, as the log says' : said}\n`);
}

const given: SecondStart = {
  args: process.argv.slice(app.isPackaged ? 1 : 2),
  folder: process.cwd(),
};

/** A program that has run so long has not failed at its start; in milliseconds. */
const longEnough = 30_000;

async function begin(): Promise<void> {
  const file = openKept(join(folder, 'windows.json'));
  const { kept } = file;
  // It ended by itself, and again as it came back to where that was: perhaps for what is there.
  const isLooping = !kept.hasEnded && kept.failures > 1;
  if (isLooping) kept.windows = [];
  if (!kept.hasEnded) log.note('restored after a crash', { windows: kept.windows.length });
  kept.failures = kept.hasEnded ? 0 : kept.failures + 1;
  kept.hasEnded = false;
  file.writeNow();
  // Whatever ends it later is no fault of where it began.
  setTimeout(() => {
    kept.failures = 0;
    file.changed();
  }, longEnough).unref();
  const { platform, arch, versions } = process;
  log.note('started', { version: app.getVersion(), platform, arch, electron: versions.electron });

  process.on('unhandledRejection', report);
  process.on('uncaughtException', (bug) => {
    report(bug);
    file.writeNow();
    // The windows come back where they were.
    if (kept.failures < 2) startAgain(app);
    app.exit(1);
  });

  const language = bestShellLanguage(app.getPreferredSystemLanguages());
  await start({
    appFolder: import.meta.dirname,
    file,
    log,
    logFile,
    arrivals,
    language,
    report,
    giveUp: (line) => {
      log.note('cannot start');
      process.stderr.write(`recital: ${line}\n`);
      dialog.showErrorBox(wordsIn(kept.language ?? language).cannotStart, line);
      kept.hasEnded = true;
      file.writeNow();
      app.exit(1);
    },
  });
}

const arrivals = hearArrivals(app, given);
if (app.requestSingleInstanceLock(given)) {
  // Not awaited at the top level: Electron is ready only after this script has been evaluated.
  app
    .whenReady()
    .then(begin)
    .catch((bug: unknown) => {
      report(bug);
      app.exit(1);
    });
} else {
  app.quit();
}
