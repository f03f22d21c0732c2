import type { BaseWindow, BrowserWindow, MenuItemConstructorOptions } from 'electron';
import { home } from './address.ts';
import type { RecentDocument } from './kept.ts';
import type { ShellWords } from './words/index.ts';

type Item = MenuItemConstructorOptions;

/** What a person does by the menus. */
export interface Acts {
  newWindow(): void;
  open(): void;
  goTo(place: string): void;
  clearRecent(): void;
  savePdf(window: BrowserWindow): void;
  print(window: BrowserWindow): void;
  /** By so much; null: to the actual size. */
  zoom(by: number | null): void;
  showLog(): void;
  showData(): void;
}

interface MenuNeeds {
  readonly platform: NodeJS.Platform;
  readonly hasDevTools: boolean;
  readonly words: ShellWords;
  readonly recent: readonly RecentDocument[];
  readonly acts: Acts;
}

const separator: Item = { type: 'separator' };

/** A title is no label: `&` marks the letter that is a key there. */
const asLabel = (title: string): string => title.replaceAll('&', '&&');

const hasPage = (window: BaseWindow): window is BrowserWindow => 'webContents' in window;

const withWindow =
  (act: (window: BrowserWindow) => void): NonNullable<Item['click']> =>
  (_item, window: BaseWindow | undefined) => {
    if (window !== undefined && hasPage(window)) act(window);
  };

/** The menus, in the words of one language. The systems do what the roles say, and say it in ours. */
export function menuTemplate({ platform, hasDevTools, words: w, recent, acts }: MenuNeeds): Item[] {
  const isMac = platform === 'darwin';
  const goTo = (label: string, place: string, accelerator?: string): Item => ({
    label,
    ...(accelerator !== undefined && { accelerator }),
    click: () => acts.goTo(place),
  });
  const zoomIn = (accelerator: string, isVisible: boolean): Item => ({
    label: w.larger,
    accelerator,
    visible: isVisible,
    acceleratorWorksWhenHidden: true,
    click: () => acts.zoom(0.5),
  });

  const appMenu: Item = {
    label: w.name,
    submenu: [
      { role: 'about', label: w.about },
      separator,
      goTo(w.settings, '#/settings', 'Cmd+,'),
      separator,
      { role: 'services', label: w.services },
      separator,
      { role: 'hide', label: w.hide },
      { role: 'hideOthers', label: w.hideOthers },
      { role: 'unhide', label: w.unhide },
      separator,
      { role: 'quit', label: w.quit },
    ],
  };
  const recentMenu: Item = {
    label: w.openRecent,
    enabled: recent.length > 0,
    submenu: [
      ...recent.map(({ place, title }) => goTo(asLabel(title), place)),
      separator,
      { label: w.clearRecent, click: () => acts.clearRecent() },
    ],
  };
  const file: Item = {
    label: w.file,
    submenu: [
      { label: w.newWindow, accelerator: 'CmdOrCtrl+N', click: () => acts.newWindow() },
      { label: w.open, accelerator: 'CmdOrCtrl+O', click: () => acts.open() },
      recentMenu,
      separator,
      goTo(w.add, '#/add'),
      goTo(w.packs, '#/packs'),
      separator,
      {
        label: w.savePdf,
        accelerator: 'CmdOrCtrl+Shift+S',
        click: withWindow((window) => acts.savePdf(window)),
      },
      {
        label: w.print,
        accelerator: 'CmdOrCtrl+P',
        click: withWindow((window) => acts.print(window)),
      },
      separator,
      { role: 'close', label: w.closeWindow, accelerator: 'CmdOrCtrl+W' },
      ...(isMac ? [] : [goTo(w.settings, '#/settings', 'Ctrl+,'), separator]),
      ...(isMac ? [] : ([{ role: 'quit', label: w.exit, accelerator: 'Ctrl+Q' }] satisfies Item[])),
    ],
  };
  const edit: Item = {
    label: w.edit,
    submenu: [
      { role: 'undo', label: w.undo },
      { role: 'redo', label: w.redo },
      separator,
      { role: 'cut', label: w.cut },
      { role: 'copy', label: w.copy },
      { role: 'paste', label: w.paste },
      { role: 'pasteAndMatchStyle', label: w.pastePlain },
      { role: 'selectAll', label: w.selectAll },
    ],
  };
  const view: Item = {
    label: w.view,
    submenu: [
      ...(hasDevTools
        ? ([
            { role: 'reload', label: w.reload },
            { role: 'toggleDevTools', label: w.tools },
            separator,
          ] satisfies Item[])
        : []),
      { label: w.actualSize, accelerator: 'CmdOrCtrl+0', click: () => acts.zoom(null) },
      zoomIn('CmdOrCtrl+Plus', true),
      // On some keyboards the plus is typed with Shift, on some without, and on some it has a key of its own.
      zoomIn('CmdOrCtrl+=', false),
      zoomIn('CmdOrCtrl+numadd', false),
      { label: w.smaller, accelerator: 'CmdOrCtrl+-', click: () => acts.zoom(-0.5) },
      separator,
      { role: 'togglefullscreen', label: w.fullScreen },
    ],
  };
  const go: Item = {
    label: w.go,
    submenu: [
      {
        label: w.back,
        accelerator: isMac ? 'Cmd+[' : 'Alt+Left',
        click: withWindow(({ webContents }) => webContents.navigationHistory.goBack()),
      },
      {
        label: w.forward,
        accelerator: isMac ? 'Cmd+]' : 'Alt+Right',
        click: withWindow(({ webContents }) => webContents.navigationHistory.goForward()),
      },
      goTo(w.home, home, isMac ? 'Cmd+Shift+H' : 'Alt+Home'),
      separator,
      goTo(w.search, '#/search'),
      goTo(w.library, '#/library'),
      goTo(w.actions, '#/actions'),
      goTo(w.tours, '#/tours'),
      goTo(w.map, '#/map'),
      goTo(w.glossary, '#/glossary'),
    ],
  };
  const windowMenu: Item = {
    role: 'window',
    label: w.window,
    submenu: [
      { role: 'minimize', label: w.minimize },
      ...(isMac
        ? ([
            { role: 'zoom', label: w.zoom },
            separator,
            { role: 'front', label: w.front },
          ] satisfies Item[])
        : []),
    ],
  };
  const help: Item = {
    role: 'help',
    label: w.help,
    submenu: [
      { label: w.showData, click: () => acts.showData() },
      { label: w.showLog, click: () => acts.showLog() },
      ...(isMac ? [] : [separator, goTo(w.about, '#/settings')]),
    ],
  };
  return [...(isMac ? [appMenu] : []), file, edit, view, go, windowMenu, help];
}
