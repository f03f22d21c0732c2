import { join } from 'node:path';
import { app, BrowserWindow, dialog, ipcMain, Menu, protocol, screen, session } from 'electron';
import { dataFolder, missingDataFolder, openMended } from '../service/index.ts';
import { createDoor, readPages } from '../share/index.ts';
import { startAgain } from './again.ts';
import { startUtility } from './apart.ts';
import type { Arrivals } from './arrivals.ts';
import { answerCalls } from './calls.ts';
import { newsChannel } from './channel.ts';
import { contextMenu } from './context-menu.ts';
import { listenToPages } from './from-pages.ts';
import { createHanded } from './handed.ts';
import { createHanding } from './handing-over.ts';
import type { KeptFile } from './kept.ts';
import { askBeforeLeaving } from './leaving.ts';
import { libraryFile } from './library-file.ts';
import type { Log } from './log.ts';
import { createMachineShell } from './machine.ts';
import { menuTemplate } from './menu.ts';
import { printPage, savePage } from './paper.ts';
import { preferences } from './preferences.ts';
import { createPrinting } from './printing.ts';
import { placeProjector } from './projector.ts';
import { servePages } from './protocol.ts';
import { keepSpellerOff } from './quiet.ts';
import { closeBeforeQuitting } from './quitting.ts';
import { recover } from './recovery.ts';
import { closeWalls } from './walls.ts';
import { createWindows } from './windows.ts';
import { fill, wordsIn, type ShellLanguage, type ShellWords } from './words/index.ts';

export interface StartNeeds {
  /** The folder of the bundled script: `out/app`. The pages are its neighbours in `out/renderer`. */
  readonly appFolder: string;
  readonly file: KeptFile;
  readonly log: Log;
  readonly logFile: string;
  readonly arrivals: Arrivals;
  /** The language of the system, until a page says another. */
  readonly language: ShellLanguage;
  report(bug: unknown): void;
  /** Says in one line why Recital cannot start, in a box and on standard error, and ends. */
  giveUp(line: string): void;
}

/** Asks for the stick that a person's data is on. */
function isInserted(message: string, words: ShellWords): boolean {
  const buttons = [words.again, words.quit];
  return dialog.showMessageBoxSync({ type: 'warning', message, buttons, cancelId: 1 }) === 0;
}

/** Joins the parts, and opens the windows. */
export async function start(needs: StartNeeds): Promise<void> {
  const { appFolder, file, log, logFile, arrivals, report, giveUp } = needs;
  const { kept } = file;
  const hasDevTools = !app.isPackaged;
  const words = () => wordsIn(kept.language ?? needs.language);

  for (let missing = missingDataFolder(); missing !== null; missing = missingDataFolder()) {
    const line = fill(words().dataMissing, { folder: missing });
    if (!isInserted(line, words())) return giveUp(line);
  }
  const pagesFolder = join(appFolder, '../renderer');
  const pages = readPages(pagesFolder, 'desktop.html');
  if (!pages.ok) return giveUp(pages.error.message);

  const printing = createPrinting();
  const restart = (): void => {
    windows.leave();
    startAgain(app);
    app.quit();
  };
  const machine = createMachineShell(words, logFile, restart);
  const folder = dataFolder();
  const library = libraryFile({
    isPackaged: app.isPackaged,
    resources: process.resourcesPath,
    appFolder,
    named: app.commandLine.getSwitchValue('library'),
  });
  const service = await openMended({
    libraryFile: library,
    dataFolder: folder,
    version: app.getVersion(),
    door: createDoor({ pages: pagesFolder, report }),
    printPdf: printing.print,
    shell: machine,
    startProcess: startUtility,
    report,
  });
  if (!service.ok) return giveUp(service.error.message);
  const { api, news, resumeRoom, checkAtStart, handOver, close } = service.value;

  const windows = createWindows(preferences(appFolder, hasDevTools), file, {
    recentChanged: () => drawMenu(),
    opened: (window) => {
      recover(window, { dialog, log, words });
      // Windows ends programs without much ado when a person leaves.
      window.on('session-end', endAtOnce);
    },
  });
  function endAtOnce(): void {
    windows.leave();
    kept.hasEnded = true;
    file.writeNow();
  }
  const handed = createHanded();
  const { takeFiles, takeGiven } = createHanding({ handOver, handed, show: windows.show, report });
  const openFiles = async (): Promise<void> => takeFiles(await machine.pickFiles());
  const drawMenu = (): void =>
    Menu.setApplicationMenu(
      Menu.buildFromTemplate(
        menuTemplate({
          platform: process.platform,
          hasDevTools,
          words: words(),
          recent: kept.recent,
          acts: {
            newWindow: () => windows.open(),
            open: () => void openFiles().catch(report),
            goTo: windows.show,
            clearRecent: () => {
              kept.recent = [];
              file.changed();
              drawMenu();
            },
            savePdf: (window) =>
              void savePage(window, words(), app.getPath('documents'), report).catch(report),
            print: (window) => printPage(window, words(), report),
            zoom: (by) => windows.setZoom(by === null ? 0 : kept.zoom + by),
            showLog: () => machine.reveal(logFile),
            showData: () => machine.reveal(folder),
          },
        }),
      ),
    );

  app.on('before-quit', () => windows.leave());
  closeBeforeQuitting(app, async () => {
    await close();
    kept.hasEnded = true;
    file.writeNow();
    log.note('ended');
  });
  askBeforeLeaving(app, dialog, words, windows.stay);
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('activate', () => windows.show(null));
  app.on('child-process-gone', (_event, { type, reason, exitCode }) =>
    log.note('process gone', { type: type.replaceAll(' ', '-'), reason, status: exitCode }),
  );

  closeWalls(app, session.defaultSession, {
    preferences: preferences(appFolder, hasDevTools),
    openWindow: windows.open,
    place: (window, opener) => {
      const presenter = BrowserWindow.fromWebContents(opener);
      if (presenter !== null) placeProjector(window, screen, presenter.getBounds());
      recover(window, { dialog, log, words });
    },
  });
  keepSpellerOff(session.defaultSession, process.platform);
  app.on('web-contents-created', (_event, contents) => {
    contents.on('context-menu', (_shown, params) => {
      const items = contextMenu(params, words(), contents, {
        openWindow: windows.open,
        learn: (word) => void contents.session.addWordToSpellCheckerDictionary(word),
      });
      if (items.length > 0) Menu.buildFromTemplate(items).popup();
    });
    contents.on('zoom-changed', (_turned, way) =>
      windows.setZoom(kept.zoom + (way === 'in' ? 0.5 : -0.5)),
    );
  });
  servePages(protocol, pages.value, printing.printed);
  answerCalls(ipcMain, api, handed, report);
  listenToPages(ipcMain, {
    dropped: (paths, on) => {
      windows.use(BrowserWindow.fromWebContents(on));
      takeFiles(paths);
    },
    speaks: (language) => {
      if (language === kept.language) return;
      kept.language = language;
      file.changed();
      drawMenu();
    },
  });
  news.listen((now) => {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.send(newsChannel, now);
  });
  drawMenu();
  windows.restore();
  arrivals.take(takeGiven);
  checkAtStart().catch(report);
  // A crash closed it: whoever is in the room comes back by themselves.
  resumeRoom().catch(report);
}
