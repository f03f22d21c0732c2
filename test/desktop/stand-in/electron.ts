/**
 * A stand-in for the `electron` module of a main script: the parts that main/app uses, as the documentation describes
 * them. Windows are pages of a real Chromium that the other end of the wire (driver.ts) drives.
 */
import { fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findProject, readSwitches } from './command-line.ts';
import { IpcMain, type Sender } from './ipc.ts';
import { takeSingleInstanceLock } from './single-instance.ts';
import { openWire } from './wire.ts';

const switches = readSwitches(process.argv.slice(2));
const appended = new Map<string, string>();
let isReady = false;

const onlyBeforeReady = (what: string): void => {
  if (isReady) throw new Error(`${what} must be called before the app is ready`);
};
const onlyWhenReady = (what: string): void => {
  if (!isReady) throw new Error(`${what} cannot be used before the app is ready`);
};

/** An event that a listener may prevent. */
function preventable<Details extends object>(details: Details) {
  const event = {
    ...details,
    defaultPrevented: false,
    preventDefault() {
      event.defaultPrevented = true;
    },
  };
  return event;
}

class App extends EventEmitter {
  isPackaged = false;
  commandLine = {
    getSwitchValue: (name: string): string => switches.get(name) ?? '',
    hasSwitch: (name: string): boolean => switches.has(name),
    // Chromium has been started by then, by the driver.
    appendSwitch: (name: string, value = ''): void => {
      onlyBeforeReady('app.commandLine.appendSwitch');
      appended.set(name, value);
    },
  };
  #paths = new Map<string, string>([['userData', switches.get('user-data-dir') ?? '']]);
  #isQuitting = false;
  setPath(name: string, path: string): void {
    this.#paths.set(name, path);
  }
  getPath(name: string): string {
    return this.#paths.get(name) ?? join(switches.get('user-data-dir') ?? '', name);
  }
  getPreferredSystemLanguages(): string[] {
    return [switches.get('lang') ?? 'en-GB'];
  }
  isQuitting = (): boolean => this.#isQuitting;
  /** The test starts it again; here it is only told. */
  relaunch(): void {
    process.stderr.write('[relaunch]\n');
  }
  getVersion(): string {
    return String(JSON.parse(readFileSync(`${findProject()}/package.json`, 'utf8')).version);
  }
  enableSandbox(): void {
    onlyBeforeReady('app.enableSandbox');
  }
  requestSingleInstanceLock(data?: unknown): boolean {
    return takeSingleInstanceLock(switches.get('user-data-dir') ?? '', data, (second) =>
      this.emit('second-instance', preventable({}), [], '', second),
    );
  }
  async whenReady(): Promise<void> {
    await ready;
  }
  quit(): void {
    if (!this.#isQuitting) this.emit('before-quit', preventable({}));
    this.#isQuitting = true;
    for (const window of BrowserWindow.getAllWindows()) window.close();
    const event = preventable({});
    this.emit('will-quit', event);
    if (!event.defaultPrevented) this.exit(0);
  }
  exit(code = 0): void {
    process.exit(code);
  }
}

export const app = new App();

type CheckHandler = (
  contents: null,
  permission: string,
  origin: string,
  details: object,
) => boolean;
type RequestHandler = (
  contents: null,
  permission: string,
  answer: (granted: boolean) => void,
) => void;
type BeforeRequest = (
  details: { url: string },
  answer: (response: { cancel?: boolean }) => void,
) => void;

class Session extends EventEmitter {
  #check: CheckHandler | null = null;
  #request: RequestHandler | null = null;
  #beforeRequest: BeforeRequest | null = null;

  setPermissionCheckHandler(handler: CheckHandler | null): void {
    this.#check = handler;
  }
  setPermissionRequestHandler(handler: RequestHandler | null): void {
    this.#request = handler;
  }
  /** What was said of the spelling checker; the headless Chromium has none. */
  spelling: Record<string, unknown> = {};
  setSpellCheckerEnabled(isOn: boolean): void {
    this.spelling['isOn'] = isOn;
  }
  setSpellCheckerLanguages(languages: readonly string[]): void {
    this.spelling['languages'] = languages;
  }
  setSpellCheckerDictionaryDownloadURL(url: string): void {
    this.spelling['url'] = url;
  }
  // No device can be asked for in a headless Chromium.
  setDevicePermissionHandler(): void {}
  webRequest = {
    onBeforeRequest: (listener: BeforeRequest | null): void => {
      this.#beforeRequest = listener;
    },
  };

  /** What no handler decides is granted, as in Electron. */
  isGranted(permission: string): Promise<boolean> {
    return new Promise((resolve) => {
      if (this.#check?.(null, permission, '', {}) === false) resolve(false);
      else if (this.#request === null) resolve(true);
      else this.#request(null, permission, resolve);
    });
  }
  isCancelled(url: string): Promise<boolean> {
    return new Promise((resolve) => {
      if (this.#beforeRequest === null) resolve(false);
      else this.#beforeRequest({ url }, (response) => resolve(response.cancel === true));
    });
  }
}

const defaultSession = new Session();
export const session = {
  get defaultSession(): Session {
    onlyWhenReady('session.defaultSession');
    return defaultSession;
  },
};

type Handler = (request: Request) => Response | Promise<Response>;
const handlers = new Map<string, Handler>();

export const protocol = {
  registerSchemesAsPrivileged(): void {
    onlyBeforeReady('protocol.registerSchemesAsPrivileged');
  },
  handle(scheme: string, handler: Handler): void {
    onlyWhenReady('protocol.handle');
    handlers.set(scheme, handler);
  },
};

export const net = {
  fetch(url: string, init?: RequestInit): Promise<Response> {
    const handler = handlers.get(url.split(':')[0] ?? '');
    if (handler === undefined) return Promise.reject(new Error('net::ERR_UNKNOWN_URL_SCHEME'));
    return Promise.resolve(handler(new Request(url, init)));
  },
};

export const ipcMain = new IpcMain();

interface OpenDetails {
  readonly url: string;
  readonly frameName: string;
  readonly disposition: string;
}

interface Entry {
  readonly url: string;
  readonly title: string;
}
type OpenHandler = (details: OpenDetails) => {
  action: 'allow' | 'deny';
  overrideBrowserWindowOptions?: WindowOptions;
};

/** The windows that were put to a printer. */
const printed: number[] = [];

class WebContents extends EventEmitter {
  readonly id: number;
  readonly session = defaultSession;
  /** Where the page is, as the driver last told. */
  address = '';
  #openHandler: OpenHandler = () => ({ action: 'allow' });
  constructor(id: number) {
    super();
    this.id = id;
  }
  /** As the driver last told. */
  entries: readonly Entry[] = [];
  index = 0;
  title = '';
  zoomLevel = 0;
  navigationHistory = {
    goBack: (): void => void wire.ask('go', this.id, -1),
    goForward: (): void => void wire.ask('go', this.id, 1),
    getAllEntries: (): readonly Entry[] => this.entries,
    getActiveIndex: (): number => this.index,
    /** The page of the entry alone: Chromium takes no history from outside. */
    restore: async ({ entries, index }: { entries: Entry[]; index: number }): Promise<void> => {
      await BrowserWindow.fromId(this.id)?.loadURL(entries[index]?.url ?? '');
    },
  };
  loadURL(url: string): Promise<void> {
    return BrowserWindow.fromId(this.id)?.loadURL(url) ?? Promise.resolve();
  }
  setZoomLevel(level: number): void {
    this.zoomLevel = level;
  }
  getZoomLevel = (): number => this.zoomLevel;
  reload(): void {
    void wire.ask('reload', this.id).then(() => this.emit('did-finish-load'));
  }
  forcefullyCrashRenderer(): void {
    void wire.ask('crash', this.id);
  }
  /** Where the system's dialogue would be. */
  print(_options: object, answer: (isPrinted: boolean, why: string) => void): void {
    printed.push(this.id);
    answer(true, '');
  }
  /** To whatever page the window shows now; a page that is not there yet hears nothing. */
  send(channel: string, ...args: unknown[]): void {
    void wire.ask('send', this.id, channel, structuredClone(args));
  }
  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }
  /** Chromium's own printing, as Electron's is; a page that is shown as `screen` is printed by its rules for print. */
  printToPDF(options: Readonly<Record<string, unknown>>): Promise<unknown> {
    return wire.ask('print', this.id, options);
  }
  /** Makes the window that a page asks for, unless it may not. Its page is there already, as the driver knows. */
  openWindow(details: OpenDetails): BrowserWindow | null {
    const { action, overrideBrowserWindowOptions: options } = this.#openHandler(details);
    if (action === 'deny') return null;
    const window = new BrowserWindow(options, true);
    this.emit('did-create-window', window, { ...details, options });
    return window;
  }
  getURL(): string {
    return this.address;
  }
  mayNavigate(url: string, isMainFrame: boolean): boolean {
    const details = { url, isMainFrame, isSameDocument: false, frame: null, initiator: null };
    const event = preventable(details);
    this.emit('will-frame-navigate', event);
    if (isMainFrame && !event.defaultPrevented) this.emit('will-navigate', event);
    return !event.defaultPrevented;
  }
}

type Bounds = { x: number; y: number; width: number; height: number };

interface WindowOptions extends Partial<Bounds> {
  readonly show?: boolean;
  readonly webPreferences?: Readonly<Record<string, unknown>>;
}

export class BrowserWindow extends EventEmitter {
  static #all = new Map<number, BrowserWindow>();
  static getAllWindows = (): BrowserWindow[] => [...this.#all.values()];
  static fromId = (id: number): BrowserWindow | null => this.#all.get(id) ?? null;
  static getFocusedWindow = (): BrowserWindow | null => [...this.#all.values()].at(-1) ?? null;
  static fromWebContents = ({ id }: WebContents): BrowserWindow | null => this.fromId(id);

  readonly id: number;
  readonly webContents: WebContents;
  /** The script that runs before the page's own; empty: none. */
  readonly preload: string;
  readonly #opened: Promise<unknown>;
  #isVisible: boolean;
  #isFullScreen = false;
  #isMaximized = false;
  #bounds: Bounds;

  /** @param isThere whether the page is there already, as one that another page opened */
  constructor(options: WindowOptions = {}, isThere = false) {
    onlyWhenReady('BrowserWindow');
    super();
    const {
      contextIsolation = true,
      sandbox = true,
      nodeIntegration = false,
      preload,
    } = options.webPreferences ?? {};
    // Anything less would need another way of running the page than the one there is here.
    if (contextIsolation !== true || sandbox !== true || nodeIntegration !== false) {
      throw new Error('The stand-in runs isolated and sandboxed windows only');
    }
    this.id = Math.max(0, ...BrowserWindow.#all.keys()) + 1;
    this.webContents = new WebContents(this.id);
    this.#isVisible = options.show !== false;
    const { x = 0, y = 0, width = 1280, height = 860 } = options;
    this.#bounds = { x, y, width, height };
    BrowserWindow.#all.set(this.id, this);
    app.emit('web-contents-created', {}, this.webContents);
    this.preload = typeof preload === 'string' ? readFileSync(preload, 'utf8') : '';
    this.#opened = isThere ? Promise.resolve() : wire.ask('open', this.id, this.preload);
  }
  async loadURL(url: string): Promise<void> {
    await this.#opened;
    await wire.ask('load', this.id, url);
    this.webContents.emit('did-finish-load');
    this.emit('ready-to-show');
  }
  isDestroyed = (): boolean => BrowserWindow.fromId(this.id) === null;
  destroy(): void {
    this.close();
  }
  getTitle = (): string => this.webContents.title;
  isMaximized = (): boolean => this.#isMaximized;
  maximize(): void {
    this.#isMaximized = true;
    this.show();
    this.emit('maximize');
  }
  getNormalBounds = () => ({ ...this.#bounds });
  show(): void {
    this.#isVisible = true;
    void wire.ask('shown', this.id);
  }
  focus(): void {
    void wire.ask('focus', this.id);
    this.emit('focus');
  }
  isVisible = (): boolean => this.#isVisible;
  isMinimized = (): boolean => false;
  restore(): void {}
  getBounds = () => ({ ...this.#bounds });
  setBounds(bounds: Partial<Bounds>): void {
    this.#bounds = { ...this.#bounds, ...bounds };
    this.emit('move');
    this.emit('resize');
  }
  isFullScreen = (): boolean => this.#isFullScreen;
  setFullScreen(isFull: boolean): void {
    this.#isFullScreen = isFull;
    this.emit(isFull ? 'enter-full-screen' : 'leave-full-screen');
  }
  close(): void {
    if (BrowserWindow.fromId(this.id) === null) return;
    void wire.ask('close', this.id);
    this.forget();
  }
  /** Its page has gone. */
  forget(): void {
    if (!BrowserWindow.#all.delete(this.id)) return;
    this.emit('closed');
    // Not where the program is quitting.
    if (BrowserWindow.#all.size === 0 && !app.isQuitting()) app.emit('window-all-closed');
  }
}

const area = { x: 0, y: 0, width: 1920, height: 1080 };
const display = { id: 1, bounds: area, workArea: area };

/** The displays of the machine: one, unless a test says otherwise. */
export const screen = {
  getAllDisplays: () => [display],
  getPrimaryDisplay: () => display,
  getDisplayMatching: () => display,
};

interface MenuTemplate {
  readonly label?: string;
  readonly role?: string;
  readonly accelerator?: string;
  readonly visible?: boolean;
  readonly submenu?: readonly MenuTemplate[];
  readonly click?: (item: object, window: BrowserWindow | null, event: object) => void;
}

class MenuItem {
  readonly label: string;
  readonly role: string | undefined;
  readonly accelerator: string | undefined;
  readonly submenu: MenuOf | undefined;
  readonly click: (event: object, window: BrowserWindow | null) => void;
  constructor({ label = '', role, accelerator, submenu, click }: MenuTemplate) {
    this.label = label;
    this.role = role;
    this.accelerator = accelerator;
    this.submenu = submenu && new MenuOf(submenu);
    this.click = (event, window) => click?.(this, window, event);
  }
}

class MenuOf {
  readonly items: readonly MenuItem[];
  constructor(templates: readonly MenuTemplate[]) {
    this.items = templates.map((template) => new MenuItem(template));
  }
  popup(): void {
    shownMenus.push(this.items.map(({ label }) => label));
  }
}

const shownMenus: (readonly string[])[] = [];
let applicationMenu: MenuOf | null = null;
export const Menu = {
  buildFromTemplate: (templates: readonly MenuTemplate[]) => new MenuOf(templates),
  setApplicationMenu: (menu: MenuOf | null): void => {
    applicationMenu = menu;
  },
  getApplicationMenu: () => applicationMenu,
};

/** The real ones wait for a person; here nobody chooses anything, unless a test has put a person of its own in place. */
export const dialog = {
  showErrorBox(title: string, content: string): void {
    process.stderr.write(`[error box] ${title}: ${content}\n`);
  },
  showOpenDialog: async () => ({ canceled: true, filePaths: [] as string[] }),
  showSaveDialog: async () => ({ canceled: true, filePath: '' }),
  showMessageBox: async () => ({ response: 0, checkboxChecked: false }),
  showMessageBoxSync: ({ cancelId = 0 }: { cancelId?: number }): number => cancelId,
};

/** The file manager: what it was to show. */
export const shell = {
  shown: [] as string[],
  showItemInFolder(path: string): void {
    shell.shown.push(path);
  },
  async openPath(path: string): Promise<string> {
    shell.shown.push(path);
    return '';
  },
};

/** A process of Node's with the port that one of Electron's has. */
export const utilityProcess = {
  /** How many were started. */
  count: 0,
  fork(script: string) {
    onlyWhenReady('utilityProcess.fork');
    utilityProcess.count += 1;
    const child = fork(script, [], {
      execArgv: ['--import', new URL('parent-port.ts', import.meta.url).href],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const port = new EventEmitter();
    child.on('message', (message) => port.emit('message', message));
    child.on('close', (code) => port.emit('exit', code ?? 1));
    return Object.assign(port, {
      pid: child.pid,
      postMessage: (message: object) => void child.send(message),
      kill: () => child.kill('SIGKILL'),
    });
  },
};

const wire = openWire(process, {
  async protocol(url: string, method: string) {
    const response = await net.fetch(url, { method });
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: new Uint8Array(await response.arrayBuffer()),
    };
  },
  isCancelled: (url: string) => defaultSession.isCancelled(url),
  isGranted: (permission: string) => defaultSession.isGranted(permission),
  mayNavigate: (id: number, url: string, isMainFrame: boolean) =>
    BrowserWindow.fromId(id)?.webContents.mayNavigate(url, isMainFrame) === true,
  openWindow(id: number, url: string, frameName: string) {
    const details = { url, frameName, disposition: 'foreground-tab' };
    const opened = BrowserWindow.fromId(id)?.webContents.openWindow(details) ?? null;
    return opened === null ? null : { id: opened.id, preload: opened.preload };
  },
  isAt(id: number, url: string, entries: readonly Entry[], index: number) {
    const contents = BrowserWindow.fromId(id)?.webContents;
    if (contents === undefined) return;
    Object.assign(contents, { address: url, entries, index });
    contents.emit('did-navigate-in-page', {}, url, true);
  },
  titled(id: number, title: string) {
    const contents = BrowserWindow.fromId(id)?.webContents;
    if (contents === undefined) return;
    contents.title = title;
    contents.emit('page-title-updated', preventable({}), title, true);
  },
  crashed: (id: number) =>
    BrowserWindow.fromId(id)?.webContents.emit(
      'render-process-gone',
      {},
      { reason: 'crashed', exitCode: 133 },
    ),
  send(id: number, senderFrame: Sender, channel: string, args: unknown[]) {
    const event = { sender: BrowserWindow.fromId(id)?.webContents, senderFrame, type: 'frame' };
    ipcMain.hear(event, channel, args);
  },
  closed: (id: number) => BrowserWindow.fromId(id)?.forget(),
  mayDownload(url: string) {
    const event = preventable({});
    defaultSession.emit('will-download', event, { getURL: () => url });
    return !event.defaultPrevented;
  },
  invoke(id: number, senderFrame: Sender, channel: string, args: unknown[]) {
    const event = { sender: BrowserWindow.fromId(id)?.webContents, senderFrame, type: 'frame' };
    return ipcMain.receive(event, channel, args);
  },
  // The test's own function, as in Playwright's electronApplication.evaluate.
  evaluate(source: string, argument: unknown) {
    // oxlint-disable-next-line no-new-func -- the source is a function of the test that started this process
    const run = new Function('electron', 'argument', `return (${source})(electron, argument)`);
    return run(
      {
        app,
        BrowserWindow,
        dialog,
        ipcMain,
        Menu,
        net,
        protocol,
        screen,
        session,
        shell,
        utilityProcess,
        standIn: { appended, printed, shownMenus },
      },
      argument,
    );
  },
});

// Ready comes after the main script has been evaluated, never in it.
const ready = wire.ask('hello').then(() => {
  isReady = true;
  return isReady;
});

// Electron ends with its parent's channel; an orphan would keep its library open.
process.on('disconnect', () => process.exit(0));
