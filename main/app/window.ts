import { join } from 'node:path';
import { BrowserWindow, type WebPreferences } from 'electron';
import { startPage } from './address.ts';
import { words } from './words.ts';

/** What pages may do, in every window of ours. */
export const preferences = (appFolder: string, hasDevTools: boolean): WebPreferences => ({
  preload: join(appFolder, 'preload.cjs'),
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  nodeIntegrationInWorker: false,
  webSecurity: true,
  webviewTag: false,
  // The spelling checker would fetch its dictionaries from the network.
  spellcheck: false,
  devTools: hasDevTools,
});

/** Opens the window on the start page, and shows it when there is something to see. */
export function openWindow(appFolder: string, hasDevTools: boolean): BrowserWindow {
  const window = new BrowserWindow({
    title: words.name,
    width: 1280,
    height: 860,
    minWidth: 390,
    minHeight: 480,
    show: false,
    webPreferences: preferences(appFolder, hasDevTools),
  });
  window.once('ready-to-show', () => window.show());
  // A page that cannot be loaded leaves an empty window; Electron has by then told why on standard error.
  window.loadURL(startPage).catch(() => window.show());
  return window;
}

/** Brings the window to the front, or opens one where all were closed (as macOS allows). */
export function showWindow(open: () => BrowserWindow): void {
  const [window] = BrowserWindow.getAllWindows();
  if (window === undefined) {
    open();
    return;
  }
  if (window.isMinimized()) window.restore();
  window.focus();
}
