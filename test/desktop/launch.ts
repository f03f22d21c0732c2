import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { spawn, type ChildProcess } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type Page } from '@playwright/test';
import type Electron from 'electron';
import { toChromium } from './stand-in/addresses.ts';
import { findProject } from './stand-in/command-line.ts';
import { Driver, dropFiles, startMain } from './stand-in/driver.ts';

/** The `electron` module of the running main script, real or not. */
type ElectronModule = Pick<
  typeof Electron,
  'app' | 'BrowserWindow' | 'dialog' | 'Menu' | 'net' | 'screen' | 'session'
>;

/** A running Recital, the same to a test whichever runtime it is on. */
export interface DesktopApp {
  /** The first window's page. */
  readonly page: Page;
  /** The folder for personal data, which makes instances one. */
  readonly userData: string;
  windows(): Page[];
  /** The address that a page of `recital://` has in this runtime. */
  address(url: string): string;
  /** Runs a function in the main process; it can use nothing but its arguments. */
  evaluate<Value, Argument>(
    run: (electron: ElectronModule, argument: Argument) => Value | Promise<Value>,
    argument?: Argument,
  ): Promise<Value>;
  /** Drops files on a window's page, as a person does. */
  drop(page: Page, paths: readonly string[]): Promise<void>;
  /** Ends the program at once, as a power cut does. */
  kill(): Promise<void>;
  /** The exit status, once the program has ended. */
  readonly ended: Promise<number | null>;
  /** Quits the program unless it has ended already. */
  close(): Promise<void>;
}

const project = findProject();
const dist = join(project, 'node_modules/electron/dist');
const pathFile = join(project, 'node_modules/electron/path.txt');

/** Which of the two runs, and why: the real Electron wherever its runtime is installed. */
export const runtime = existsSync(dist)
  ? { isReal: true, line: 'the real Electron, since its runtime is installed' }
  : {
      isReal: false,
      line: "the stand-in with Chromium, since Electron's runtime is not installed",
    };

/** Nobody can drop anything on a window before there is something in it. */
const isDrawn = (page: Page): Promise<void> => page.locator('h1').waitFor();

const electronBinary = (): string => join(dist, readFileSync(pathFile, 'utf8').trim());

// Root has no sandbox of its own in Chromium; nobody develops as root but a build machine does.
const rootSwitches = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

interface Launch {
  /** What is named on the command line besides. */
  readonly args?: readonly string[];
  /** The folder of an earlier run, which then stays; a new one that goes with the program unless told. */
  readonly userData?: string;
  /** `RECITAL_DATA` is nobody's folder unless told. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** Starts the bundled program and waits for its window. */
export async function launchApp({
  args = [],
  userData,
  env = {},
}: Launch = {}): Promise<DesktopApp> {
  const folder = userData ?? mkdtempSync(join(tmpdir(), 'recital-desktop-'));
  const start = {
    args: [`--user-data-dir=${folder}`, ...args],
    env: { ...process.env, ...env },
  };
  const app = await (runtime.isReal ? launchElectron(start) : launchStandIn(start));
  return {
    ...app,
    userData: folder,
    close: async () => {
      await app.close();
      if (userData === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface Start {
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

type Running = Omit<DesktopApp, 'userData'>;

async function launchElectron({ args, env }: Start): Promise<Running> {
  const electron = await _electron.launch({
    executablePath: electronBinary(),
    args: [...rootSwitches, project, ...args],
    env: env as Record<string, string>,
  });
  const ended = new Promise<number | null>((resolve) => {
    electron.process().once('exit', resolve);
  });
  return {
    page: await electron.firstWindow(),
    windows: () => electron.windows(),
    address: (url) => url,
    evaluate: (run, argument) => electron.evaluate(run as never, argument) as never,
    drop: async (page, paths) => {
      await isDrawn(page);
      await dropFiles(await page.context().newCDPSession(page), paths);
    },
    kill: async () => {
      electron.process().kill('SIGKILL');
      await ended;
    },
    ended,
    close: () => electron.close(),
  };
}

async function launchStandIn({ args, env }: Start): Promise<Running> {
  const main = startMain(project, args, env);
  const output = collect(main);
  const driver = new Driver(main);
  const ended = new Promise<number | null>((resolve) => {
    main.once('exit', resolve);
  });
  const close = async (): Promise<void> => {
    // Quitting answers nothing: the program is gone before it could.
    void driver.wire.ask('evaluate', '({ app }) => app.quit()', null);
    await ended;
    await driver.close();
  };
  try {
    return {
      page: await driver.firstWindow(),
      windows: () => driver.windows(),
      address: toChromium,
      evaluate: (run, argument) => driver.wire.ask('evaluate', run.toString(), argument) as never,
      drop: async (page, paths) => {
        await isDrawn(page);
        await driver.drop(page, paths);
      },
      kill: async () => {
        main.kill('SIGKILL');
        await ended;
        await driver.close();
      },
      ended,
      close,
    };
  } catch (error) {
    await driver.close();
    throw new Error(`${String(error)}\n${output()}`, { cause: error });
  }
}

export interface Ended {
  /** `null` where a box waits for a person, as in the real Electron, and the test has ended the program. */
  readonly status: number | null;
  readonly output: string;
}

/** Runs the program with switches that make it end, or show an error box, by itself. */
export async function runApp(
  switches: readonly string[],
  given: Launch['env'] = {},
): Promise<Ended> {
  const env = { ...process.env, ...given };
  const main = runtime.isReal
    ? spawn(electronBinary(), [...rootSwitches, project, ...switches], { stdio: 'pipe', env })
    : startMain(project, switches, env);
  const driver = runtime.isReal ? null : new Driver(main);
  const output = collect(main);
  const status = await new Promise<number | null>((resolve) => {
    main.once('exit', resolve);
    if (runtime.isReal) {
      main.stderr?.on('data', () => {
        if (output().includes('recital: ')) main.kill();
      });
    }
  });
  await driver?.close();
  return { status, output: output() };
}

function collect(main: ChildProcess): () => string {
  let text = '';
  main.stdout?.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  main.stderr?.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  return () => text;
}
