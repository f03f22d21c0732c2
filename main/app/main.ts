import { join } from 'node:path';
import { app, BrowserWindow, dialog, ipcMain, Menu, protocol, screen, session } from 'electron';
import { dataFolder, openService } from '../service/index.ts';
import { createDoor, readPages } from '../share/index.ts';
import { answerCalls } from './calls.ts';
import { newsChannel } from './channel.ts';
import { closeBeforeQuitting } from './quitting.ts';
import { askBeforeLeaving } from './leaving.ts';
import { libraryFile } from './library-file.ts';
import { menuTemplate } from './menu.ts';
import { createPrinting } from './printing.ts';
import { placeProjector } from './projector.ts';
import { registerScheme, servePages } from './protocol.ts';
import { closeWalls } from './walls.ts';
import { openWindow, preferences, showWindow } from './window.ts';
import { words } from './words.ts';

/** The folder of this script once it is bundled: `out/app`. The pages are its neighbours in `out/renderer`. */
const appFolder = import.meta.dirname;

const hasDevTools = !app.isPackaged;
const open = () => openWindow(appFolder, hasDevTools);

function report(bug: unknown): void {
  process.stderr.write(
    `recital: ${bug instanceof Error ? (bug.stack ?? bug.message) : String(bug)}\n`,
  );
}

/** Says in one line why Recital cannot start, in a box and on standard error, and ends. */
function giveUp(line: string): void {
  process.stderr.write(`recital: ${line}\n`);
  dialog.showErrorBox(words.cannotStart, line);
  app.exit(1);
}

function start(): void {
  const pagesFolder = join(appFolder, '../renderer');
  const pages = readPages(pagesFolder, 'desktop.html');
  if (!pages.ok) return giveUp(pages.error.message);
  const printing = createPrinting();
  const service = openService({
    libraryFile: libraryFile({
      isPackaged: app.isPackaged,
      resources: process.resourcesPath,
      appFolder,
      named: app.commandLine.getSwitchValue('library'),
    }),
    dataFolder: dataFolder(),
    version: app.getVersion(),
    door: createDoor({ pages: pagesFolder, report }),
    printPdf: printing.print,
    report,
  });
  if (!service.ok) return giveUp(service.error.message);
  const { api, news, resumeRoom, close } = service.value;

  closeBeforeQuitting(app, close);
  askBeforeLeaving(app, dialog);
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('activate', () => showWindow(open));
  app.on('second-instance', () => showWindow(open));

  closeWalls(app, session.defaultSession, {
    preferences: preferences(appFolder, hasDevTools),
    place: (window, opener) => {
      const presenter = BrowserWindow.fromWebContents(opener);
      if (presenter !== null) placeProjector(window, screen, presenter.getBounds());
    },
  });
  servePages(protocol, pages.value, printing.printed);
  answerCalls(ipcMain, api, report);
  news.listen((now) => {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.send(newsChannel, now);
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform, hasDevTools)));
  open();
  // A crash closed it: whoever is in the room comes back by themselves.
  resumeRoom().catch(report);
}

registerScheme(protocol);
app.enableSandbox();
if (app.requestSingleInstanceLock()) {
  // Not awaited at the top level: Electron is ready only after this script has been evaluated.
  app
    .whenReady()
    .then(start)
    .catch((bug: unknown) => {
      report(bug);
      app.exit(1);
    });
} else {
  app.quit();
}
