import {
  BrowserWindow,
  screen,
  type NavigationEntry,
  type WebContents,
  type WebPreferences,
} from 'electron';
import { home, isStartPage, placeIn, startPage } from './address.ts';
import { beside, boundsIn, smallest } from './bounds.ts';
import { goChannel } from './channel.ts';
import type { KeptFile, KeptWindow, PlacedWindow } from './kept.ts';
import { withRecent } from './recent.ts';

/** So much of what was before is kept of each window. */
const mostEntries = 30;

/** A page that opens windows without end is stopped here. */
const mostWindows = 20;

/** The windows that a person reads in: not the projector's, and not those that nobody sees. */
export interface Windows {
  /** Opens the windows that were open when the program ended, each where it was; one at the start where none was. */
  restore(): void;
  open(place?: string): void;
  /** Brings a window to the front, or opens one, and goes to the place there unless it is null. */
  show(place: string | null): void;
  /** What is shown next is shown in this window. */
  use(window: BrowserWindow | null): void;
  setZoom(level: number): void;
  /** The windows are closed because the program ends: the next start opens them again. */
  leave(): void;
  /** A person chose to stay after all. */
  stay(): void;
}

interface Open {
  readonly window: BrowserWindow;
  isLoaded: boolean;
  /** Where it is to go once it is loaded. */
  wanted: string | null;
}

export function createWindows(
  preferences: WebPreferences,
  file: KeptFile,
  told: { recentChanged(): void; opened(window: BrowserWindow): void },
): Windows {
  const { kept } = file;
  /** The one used last at the end. */
  const opened: Open[] = [];
  let isLeaving = false;

  const note = (): void => {
    if (isLeaving) return;
    kept.windows = opened.filter(({ isLoaded }) => isLoaded).map(({ window }) => placedAs(window));
    file.changed();
  };

  function make(stand: KeptWindow | null): Open {
    const { x, y, width, height } = boundsIn(
      stand?.bounds ?? null,
      [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map(({ workArea }) => workArea),
    );
    const window = new BrowserWindow({
      title: 'Recital',
      ...(x !== undefined && y !== undefined && { x, y }),
      ...(width !== undefined && height !== undefined && { width, height }),
      minWidth: smallest.width,
      minHeight: smallest.height,
      show: false,
      webPreferences: preferences,
    });
    const open: Open = { window, isLoaded: false, wanted: null };
    opened.push(open);
    told.opened(window);
    const { webContents: contents } = window;
    window.once('ready-to-show', () => {
      if (stand?.isMaximized === true) window.maximize();
      if (stand?.isFullScreen === true) window.setFullScreen(true);
      window.show();
    });
    const standChanged = (): void => {
      kept.last = standOf(window);
      note();
    };
    window.on('resize', standChanged);
    window.on('move', standChanged);
    window.on('maximize', standChanged);
    window.on('unmaximize', standChanged);
    window.on('enter-full-screen', standChanged);
    window.on('leave-full-screen', standChanged);
    window.on('focus', () => use(window));
    window.on('close', () => {
      kept.last = standOf(window);
    });
    window.on('closed', () => {
      opened.splice(opened.indexOf(open), 1);
      note();
    });
    contents.on('did-navigate-in-page', note);
    contents.on('page-title-updated', (_event, title) => {
      const recent = withRecent(kept.recent, placeIn(contents.getURL()) ?? home, titleOf(title));
      if (JSON.stringify(recent) !== JSON.stringify(kept.recent)) {
        kept.recent = recent;
        told.recentChanged();
      }
      note();
    });
    contents.on('did-finish-load', () => {
      contents.setZoomLevel(kept.zoom);
      open.isLoaded = true;
      if (open.wanted !== null) contents.send(goChannel, open.wanted);
      open.wanted = null;
      note();
    });
    return open;
  }

  function use(window: BrowserWindow | null): void {
    const at = opened.findIndex((open) => open.window === window);
    if (at >= 0) opened.push(...opened.splice(at, 1));
  }

  function openAt(place: string, stand: KeptWindow | null): void {
    if (opened.length >= mostWindows) return;
    const { window } = make(stand);
    const address = place === home ? startPage : `${startPage}${place}`;
    // A page that cannot be loaded leaves an empty window; Electron has by then told why on standard error.
    window.loadURL(address).catch(() => window.show());
  }

  function openAgain({ history, index, ...stand }: PlacedWindow): void {
    const entries = history.filter(({ url }) => isStartPage(url)) as NavigationEntry[];
    if (entries.length === 0) return openAt(home, stand);
    const { window } = make(stand);
    window.webContents.navigationHistory
      .restore({ entries, index: Math.max(0, Math.min(index, entries.length - 1)) })
      .catch(() => window.show());
  }

  function go(open: Open, place: string): void {
    if (open.isLoaded) open.window.webContents.send(goChannel, place);
    else open.wanted = place;
  }

  return {
    restore: () => {
      const before = kept.windows.slice(0, mostWindows);
      if (before.length === 0) openAt(home, kept.last);
      else before.forEach(openAgain);
    },
    open: (place = home) => {
      const from = opened.at(-1)?.window;
      const stand = from === undefined ? kept.last : standOf(from);
      openAt(
        place,
        stand && {
          ...stand,
          bounds: from === undefined ? stand.bounds : beside(stand.bounds),
          isFullScreen: false,
        },
      );
    },
    show: (place) => {
      const open = opened.at(-1);
      if (open === undefined) return openAt(place ?? home, kept.last);
      if (open.window.isMinimized()) open.window.restore();
      open.window.focus();
      if (place !== null) go(open, place);
    },
    use,
    setZoom: (level) => {
      kept.zoom = Math.max(-3, Math.min(level, 5));
      for (const { window } of opened) window.webContents.setZoomLevel(kept.zoom);
      file.changed();
    },
    leave: () => {
      note();
      isLeaving = true;
    },
    stay: () => {
      isLeaving = false;
      note();
    },
  };
}

function standOf(window: BrowserWindow): KeptWindow {
  const isMaximized = window.isMaximized();
  const isFullScreen = window.isFullScreen();
  return { bounds: window.getNormalBounds(), isMaximized, isFullScreen };
}

function placedAs(window: BrowserWindow): PlacedWindow {
  return { ...standOf(window), ...historyOf(window.webContents) };
}

function historyOf({ navigationHistory }: WebContents): Pick<PlacedWindow, 'history' | 'index'> {
  const all = navigationHistory.getAllEntries();
  const at = navigationHistory.getActiveIndex();
  const from = Math.max(0, at - mostEntries + 1);
  const history = all
    .slice(from, at + 1)
    .map(({ url, title, pageState }) =>
      pageState === undefined ? { url, title } : { url, title, pageState },
    );
  return { history, index: history.length - 1 };
}

/** What the page calls the document, without the program's name after it. */
const titleOf = (title: string): string => title.replace(/\s+[-–—·|]\s+Recital$/, '').slice(0, 200);
