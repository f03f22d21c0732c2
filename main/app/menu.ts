import type { BaseWindow, MenuItemConstructorOptions } from 'electron';
import { BrowserWindow } from 'electron';
import { words } from './words.ts';

/** The menu of every window. Electron names and binds the roles as each system does. */
export function menuTemplate(
  platform: NodeJS.Platform,
  hasDevTools: boolean,
): MenuItemConstructorOptions[] {
  const isMac = platform === 'darwin';
  const tools: MenuItemConstructorOptions[] = hasDevTools
    ? [{ role: 'reload' }, { role: 'toggleDevTools' }, { type: 'separator' }]
    : [];
  return [
    ...(isMac ? ([{ role: 'appMenu' }] satisfies MenuItemConstructorOptions[]) : []),
    { label: words.file, submenu: [{ role: isMac ? 'close' : 'quit' }] },
    { role: 'editMenu', label: words.edit },
    {
      label: words.view,
      submenu: [
        ...tools,
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
      ],
    },
    {
      label: words.go,
      submenu: [
        {
          label: words.back,
          accelerator: isMac ? 'Cmd+[' : 'Alt+Left',
          click: (_item, window) => historyOf(window)?.goBack(),
        },
        {
          label: words.forward,
          accelerator: isMac ? 'Cmd+]' : 'Alt+Right',
          click: (_item, window) => historyOf(window)?.goForward(),
        },
      ],
    },
    { role: 'windowMenu', label: words.window },
  ];
}

const historyOf = (window: BaseWindow | undefined) =>
  window instanceof BrowserWindow ? window.webContents.navigationHistory : undefined;
