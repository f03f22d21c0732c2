import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { chromium, type Browser, type CDPSession, type Page, type Route } from '@playwright/test';
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
export function startMain(project: string, args: readonly string[]): ChildProcess {
  return spawn(
    process.execPath,
    [
      '--import',
      new URL('register.ts', import.meta.url).href,
      join(project, 'out/app/main.js'),
      ...args,
    ],
    { cwd: project, serialization: 'advanced', stdio: ['ignore', 'pipe', 'pipe', 'ipc'] },
  );
}

interface Window {
  readonly page: Page;
  readonly cdp: CDPSession;
  /** The address that the main script itself is loading, which is nobody's navigation. */
  loading: string | null;
}

/** The windows of one running main script. */
export class Driver {
  readonly wire: Wire;
  readonly #browser: Promise<Browser>;
  readonly #windows = new Map<number, Window>();
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
      close: (id: number) => this.#window(id).page.context().close(),
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
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    const window: Window = { page, cdp, loading: null };
    this.#windows.set(id, window);
    page.once('close', () => this.#windows.delete(id));

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

    await context.route('**/*', (route) => this.#answer(id, window, route));
    page.on('download', (download) => {
      void this.wire
        .ask('mayDownload', toElectron(download.url()))
        .then((may) => (may === true ? undefined : download.cancel()));
    });
    const asked: Promise<unknown>[] = [];
    cdp.on('Page.windowOpen', ({ url }) => {
      asked.push(this.wire.ask('mayOpen', id, toElectron(url)));
    });
    // Chromium has made the new window when it tells; a denied one is closed before anything is loaded into it.
    context.on('page', (opened) => {
      void Promise.all(asked).then((answers) =>
        answers.at(-1) === true ? undefined : opened.close(),
      );
    });
  }

  async #load(id: number, url: string): Promise<void> {
    const window = this.#window(id);
    window.loading = toChromium(url);
    await window.page.goto(window.loading);
    window.loading = null;
  }

  /** Every request of a window: asked about as Electron asks, then answered by the main script's protocol. */
  async #answer(id: number, window: Window, route: Route): Promise<void> {
    const request = route.request();
    const url = request.url();
    const seen = toElectron(url);
    if (request.isNavigationRequest() && url !== window.loading) {
      const isMainFrame = isOfMainFrame(request, window.page);
      if (isMainFrame === null || !(await this.wire.ask('mayNavigate', id, seen, isMainFrame))) {
        return route.abort('aborted');
      }
    }
    if (await this.wire.ask('isCancelled', seen)) return route.abort('blockedbyclient');
    if (!isOurs(url)) return route.fulfill(outside);
    const response = (await this.wire.ask('protocol', seen, request.method())) as {
      status: number;
      headers: Record<string, string>;
      body: Uint8Array;
    };
    return route.fulfill({ ...response, body: Buffer.from(response.body) });
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
    const reply = await this.wire.ask('invoke', id, frame, call.name, call.args).then(
      (value) => ({ id: call.id, value }),
      (error: Error) => ({
        id: call.id,
        error: `Error invoking remote method '${call.name}': ${error.message}`,
      }),
    );
    await window.cdp.send('Runtime.callFunctionOn', {
      executionContextId: context,
      functionDeclaration: 'function (text) { standInReply(text); }',
      arguments: [{ value: encode(reply) }],
    });
  }
}

/** `null` for a window that was opened by the page, whose frame is not there when it first asks. */
function isOfMainFrame(request: ReturnType<Route['request']>, page: Page): boolean | null {
  try {
    const frame = request.frame();
    return frame.page() === page ? frame === page.mainFrame() : null;
  } catch {
    return null;
  }
}
