import { join } from 'node:path';
import { app, dialog, ipcMain, Menu, protocol, session } from 'electron';
import { dataFolder, openService } from '../service/index.ts';
import { readPages } from '../share/index.ts';
import { answerCalls } from './calls.ts';
import { libraryFile } from './library-file.ts';
import { menuTemplate } from './menu.ts';
import { registerScheme, servePages } from './protocol.ts';
import { closeWalls } from './walls.ts';
import { openWindow, showWindow } from './window.ts';
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
  const pages = readPages(join(appFolder, '../renderer'), 'desktop.html');
  if (!pages.ok) return giveUp(pages.error.message);
  const service = openService({
    libraryFile: libraryFile({
      isPackaged: app.isPackaged,
      resources: process.resourcesPath,
      appFolder,
      named: app.commandLine.getSwitchValue('library'),
    }),
    dataFolder: dataFolder(),
    version: app.getVersion(),
  });
  if (!service.ok) return giveUp(service.error.message);

  app.on('will-quit', () => service.value.close());
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('activate', () => showWindow(open));
  app.on('second-instance', () => showWindow(open));

  closeWalls(app, session.defaultSession);
  servePages(protocol, pages.value);
  answerCalls(ipcMain, service.value.api, report);
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform, hasDevTools)));
  open();
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
