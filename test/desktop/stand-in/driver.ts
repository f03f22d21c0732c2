import { spawn, type ChildProcess } from 'node:child_process';
import { basename, join } from 'node:path';
import type Electron from 'electron';
import {
  chromium,
  type Browser,
  type CDPSession,
  type Frame,
  type Page,
  type Route,
} from '@playwright/test';
import { chromiumSwitches, findChromium } from '../../chromium.ts';
import { isOurs, toChromium, toElectron } from './addresses.ts';
import { openWire, type Wire } from './wire.ts';
import {
  bindingName,
  decode,
  encode,
  isolatedWorldScript,
  pageWorldScript,
  preloadWorld,
} from './worlds.ts';

/** Permissions of Chromium that Playwright can grant, under the names that Electron gives them. */
const permissions: Readonly<Record<string, string>> = {
  'clipboard-read': 'clipboard-read',
  'clipboard-sanitized-write': 'clipboard-write',
  geolocation: 'geolocation',
  media: 'camera',
  midi: 'midi',
  notifications: 'notifications',
};

/** What a page finds behind a door that the main script left open; no test machine needs a network for it. */
const outside = { status: 200, contentType: 'text/html', body: '<title>outside</title>' };

/** Starts the bundled main script under this Node with the stand-in for Electron. */
export function startMain(
  project: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): ChildProcess {
  return spawn(
    process.execPath,
    [
      '--import',
      new URL('register.ts', import.meta.url).href,
      join(project, 'out/app/main.js'),
      ...args,
    ],
    { cwd: project, env, serialization: 'advanced', stdio: ['ignore', 'pipe', 'pipe', 'ipc'] },
  );
}

interface Window {
  readonly page: Page;
  readonly cdp: CDPSession;
  /** Where the preload script of its page lives; null: the page is not there yet. */
  preloadContext: number | null;
  /** The address that the main script itself is loading, which is nobody's navigation. */
  loading: string | null;
  readonly preload: string;
  /** Where its page is, as the main script knows it. */
  address: string;
  hasCrashed: boolean;
}

/** A window that the main script lets a page open. */
interface OpenedWindow {
  readonly id: number;
  readonly preload: string;
}

/** The windows of one running main script. */
export class Driver {
  readonly wire: Wire;
  readonly #browser: Promise<Browser>;
  readonly #windows = new Map<number, Window>();
  /** What became of the last window that a page asked for. */
  #asked: Promise<(OpenedWindow & { readonly url: string }) | null> = Promise.resolve(null);
  /** Whether the page that comes is none that a page asked for. */
  #isMaking = false;
  readonly #firstShown = Promise.withResolvers<Page>();

  constructor(main: ChildProcess) {
    const executablePath = findChromium();
    if (executablePath === null) throw new Error('No Chrome, Chromium or Edge was found.');
    this.#browser = chromium.launch({ executablePath, args: [...chromiumSwitches] });
    this.wire = openWire(main, {
      hello: () => this.#browser.then(() => null),
      open: (id: number, preload: string) => this.#open(id, preload),
      load: (id: number, url: string) => this.#load(id, url),
      shown: (id: number) => this.#firstShown.resolve(this.#window(id).page),
      focus: (id: number) => this.#window(id).page.bringToFront(),
      go: (id: number, by: number) =>
        by < 0 ? this.#window(id).page.goBack() : this.#window(id).page.goForward(),
      print: (id: number, options: Electron.PrintToPDFOptions) =>
        this.#window(id).page.pdf({
          preferCSSPageSize: options.preferCSSPageSize === true,
          printBackground: options.printBackground === true,
          tagged: options.generateTaggedPDF === true,
          outline: options.generateDocumentOutline === true,
        }),
      send: (id: number, name: string, args: readonly unknown[]) =>
        this.#send(this.#window(id), name, args),
      close: (id: number) => this.#close(id),
      reload: (id: number) => this.#reload(id),
      // It answers nothing any more.
      crash: (id: number) =>
        void this.#window(id)
          .cdp.send('Page.crash')
          .catch(() => {}),
    });
    main.once('exit', (code) => {
      this.#firstShown.reject(
        new Error(`The main script ended with ${code} and showed no window.`),
      );
    });
    // Whoever waits for the window sees the error; nobody else need.
    this.#firstShown.promise.catch(() => {});
  }

  firstWindow(): Promise<Page> {
    return this.#firstShown.promise;
  }

  windows(): Page[] {
    return [...this.#windows.values()].map(({ page }) => page);
  }

  async close(): Promise<void> {
    await (await this.#browser).close();
  }

  /** Drops files on a page, as a person does. */
  async drop(page: Page, paths: readonly string[]): Promise<void> {
    const window = [...this.#windows.values()].find((each) => each.page === page);
    if (window === undefined || window.preloadContext === null)
      throw new Error('There is no such window.');
    const named = Object.fromEntries(paths.map((path) => [basename(path), path]));
    await this.#tell(window, window.preloadContext, 'standInDropped', named);
    await dropFiles(window.cdp, paths);
    await this.#tell(window, window.preloadContext, 'standInDropped', {});
  }

  /** A page that broke down cannot be driven any more: another one of the same window takes its place. */
  async #reload(id: number): Promise<void> {
    const { page, preload, address, hasCrashed } = this.#window(id);
    if (!hasCrashed) return void (await page.reload());
    this.#windows.delete(id);
    this.#isMaking = true;
    const next = await page.context().newPage();
    this.#isMaking = false;
    await this.#adopt(id, next, preload);
    await page.close();
    await this.#load(id, address);
  }

  /** With the last page of a context the context goes. */
  async #close(id: number): Promise<void> {
    const { page } = this.#window(id);
    const context = page.context();
    await page.close();
    if (context.pages().length === 0) await context.close();
  }

  #window(id: number): Window {
    const window = this.#windows.get(id);
    if (window === undefined) throw new Error(`There is no window ${id}.`);
    return window;
  }

  async #open(id: number, preload: string): Promise<void> {
    const context = await (await this.#browser).newContext({ reducedMotion: 'reduce' });
    const granted = await Promise.all(
      Object.keys(permissions).map((name) => this.wire.ask('isGranted', name)),
    );
    await context.grantPermissions(Object.values(permissions).filter((_name, at) => granted[at]));
    await this.#adopt(id, await context.newPage(), preload);
    await context.route('**/*', (route) => this.#answer(route));
    // Chromium has made the new window when it tells; a denied one is closed before anything is loaded into it.
    context.on('page', (opened) => {
      if (this.#isMaking) return;
      void this.#asked.then(async (made) => {
        if (made === null) return opened.close();
        await this.#adopt(made.id, opened, made.preload);
        return this.#load(made.id, made.url);
      });
    });
  }

  /** Makes a page a window: with the preload script in a world of its own, and asked about whatever it does. */
  async #adopt(id: number, page: Page, preload: string): Promise<void> {
    const context = page.context();
    const cdp = await context.newCDPSession(page);
    const window: Window = {
      page,
      cdp,
      preloadContext: null,
      loading: null,
      preload,
      address: '',
      hasCrashed: false,
    };
    this.#windows.set(id, window);
    page.once('crash', () => {
      window.hasCrashed = true;
      void this.wire.ask('crashed', id);
    });
    page.once('close', () => {
      if (this.#windows.get(id) !== window) return;
      this.#windows.delete(id);
      // The main script has gone by then, where it closed the window itself as it ended.
      this.wire.ask('closed', id).catch(() => {});
    });
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame()) this.#tellPlace(id, window).catch(() => {});
    });

    cdp.on('Runtime.executionContextCreated', ({ context: created }) => {
      if (created.name === preloadWorld) window.preloadContext = created.id;
    });
    cdp.on('Runtime.executionContextsCleared', () => {
      window.preloadContext = null;
    });
    await cdp.send('Page.enable');
    await cdp.send('Runtime.enable');
    cdp.on('Runtime.bindingCalled', ({ payload, executionContextId }) => {
      // A page that has gone waits for no reply.
      this.#invoke(id, window, payload, executionContextId).catch(() => {});
    });
    await cdp.send('Runtime.addBinding', { name: bindingName, executionContextName: preloadWorld });
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: pageWorldScript });
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', {
      source: isolatedWorldScript(preload),
      worldName: preloadWorld,
    });

    page.on('download', (download) => {
      void this.wire
        .ask('mayDownload', toElectron(download.url()))
        .then((may) => (may === true ? undefined : download.cancel()));
    });
    cdp.on('Page.windowOpen', ({ url, windowName }) => {
      const seen = toElectron(url);
      const asked = this.wire.ask('openWindow', id, seen, windowName);
      this.#asked = asked.then((made) =>
        made === null ? null : { ...(made as OpenedWindow), url: seen },
      );
    });
  }

  async #tellPlace(id: number, window: Window): Promise<void> {
    const { entries, currentIndex } = await window.cdp.send('Page.getNavigationHistory');
    const seen = entries.map(({ url, title }) => ({ url: toElectron(url), title }));
    window.address = toElectron(window.page.url());
    await this.wire.ask('isAt', id, window.address, seen, currentIndex);
  }

  async #load(id: number, url: string): Promise<void> {
    const window = this.#window(id);
    window.loading = toChromium(url);
    // Going to where a page is would only move within it.
    const isThere = window.page.url() === window.loading;
    await (isThere ? window.page.reload() : window.page.goto(window.loading));
    window.loading = null;
  }

  /** Every request of a window: asked about as Electron asks, then answered by the main script's protocol. */
  async #answer(route: Route): Promise<void> {
    const request = route.request();
    const url = request.url();
    const seen = toElectron(url);
    const frame = frameOf(request);
    const [id, window] = [...this.#windows].find(([, { page }]) => page === frame?.page()) ?? [];
    const isNew = frame === null || window === undefined;
    if (
      request.isNavigationRequest() &&
      (window === undefined || url !== withoutHash(window.loading))
    ) {
      // A window that a page opened is not adopted yet when it first asks.
      const may = isNew
        ? (await this.#asked) !== null
        : await this.wire.ask('mayNavigate', id, seen, frame === window.page.mainFrame());
      if (may !== true) return route.abort('aborted');
    }
    if (await this.wire.ask('isCancelled', seen)) return route.abort('blockedbyclient');
    if (!isOurs(url)) return route.fulfill(outside);
    const response = (await this.wire.ask('protocol', seen, request.method())) as {
      status: number;
      headers: Record<string, string>;
      body: Uint8Array;
    };
    // Until it is adopted it is empty, under the same policies: with others it would not be the opener's own.
    return route.fulfill({ ...response, body: isNew ? '' : Buffer.from(response.body) });
  }

  async #invoke(id: number, window: Window, payload: string, context: number): Promise<void> {
    const call = decode(payload) as { id: number; name: string; args: unknown[] };
    const { frameTree } = await window.cdp.send('Page.getFrameTree');
    const url = toElectron(frameTree.frame.url);
    const parsed = URL.parse(url);
    const frame = {
      url,
      origin:
        parsed?.protocol === 'recital:' ? `recital://${parsed.host}` : (parsed?.origin ?? 'null'),
      parent: null,
    };
    if (call.name === 'stand-in-title')
      return void (await this.wire.ask('titled', id, call.args[0]));
    // Sent and not answered.
    if (call.id === 0) return void (await this.wire.ask('send', id, frame, call.name, call.args));
    const reply = await this.wire.ask('invoke', id, frame, call.name, call.args).then(
      (value) => ({ id: call.id, value }),
      (error: Error) => ({
        id: call.id,
        error: `Error invoking remote method '${call.name}': ${error.message}`,
      }),
    );
    await this.#tell(window, context, 'standInReply', reply);
  }

  /** A page that has gone or is not there yet hears nothing, as in Electron. */
  async #send(window: Window, name: string, args: readonly unknown[]): Promise<void> {
    const { preloadContext } = window;
    if (preloadContext === null) return;
    const call = { id: 0, name, args };
    await this.#tell(window, preloadContext, 'standInReceive', call).catch(() => {});
  }

  /** Calls a function of the preload script's world. */
  async #tell(
    window: Window,
    context: number,
    name: 'standInReply' | 'standInReceive' | 'standInDropped',
    value: unknown,
  ): Promise<void> {
    await window.cdp.send('Runtime.callFunctionOn', {
      executionContextId: context,
      functionDeclaration: `function (text) { ${name}(text); }`,
      arguments: [{ value: encode(value) }],
    });
  }
}

/** What a browser is told where a person drags files over its middle and lets go. */
export async function dropFiles(cdp: CDPSession, paths: readonly string[]): Promise<void> {
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await cdp.send('Input.dispatchDragEvent', { type, x: 200, y: 200, data });
}

/** `null` for a window that was opened by a page, whose frame is not there when it first asks. */
function frameOf(request: ReturnType<Route['request']>): Frame | null {
  try {
    return request.frame();
  } catch {
    return null;
  }
}

/** What a request asks for: the place within a page is the page's own matter. */
const withoutHash = (url: string | null): string | null => url?.split('#', 1)[0] ?? null;
