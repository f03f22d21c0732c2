import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { spawn, type ChildProcess } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type Page } from '@playwright/test';
import type Electron from 'electron';
import { toChromium } from './stand-in/addresses.ts';
import { findProject } from './stand-in/command-line.ts';
import { Driver, startMain } from './stand-in/driver.ts';

/** The `electron` module of the running main script, real or not. */
type ElectronModule = Pick<
  typeof Electron,
  'app' | 'BrowserWindow' | 'Menu' | 'net' | 'screen' | 'session'
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

const electronBinary = (): string => join(dist, readFileSync(pathFile, 'utf8').trim());

// Root has no sandbox of its own in Chromium; nobody develops as root but a build machine does.
const rootSwitches = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** Starts the bundled program and waits for its window. */
export async function launchApp(): Promise<DesktopApp> {
  const userData = mkdtempSync(join(tmpdir(), 'recital-desktop-'));
  const app = await (runtime.isReal ? launchElectron(userData) : launchStandIn(userData));
  return {
    ...app,
    userData,
    close: async () => {
      await app.close();
      rmSync(userData, { recursive: true, force: true });
    },
  };
}

type Running = Omit<DesktopApp, 'userData'>;

async function launchElectron(userData: string): Promise<Running> {
  const electron = await _electron.launch({
    executablePath: electronBinary(),
    args: [...rootSwitches, project, `--user-data-dir=${userData}`],
  });
  return {
    page: await electron.firstWindow(),
    windows: () => electron.windows(),
    address: (url) => url,
    evaluate: (run, argument) => electron.evaluate(run as never, argument) as never,
    ended: new Promise((resolve) => {
      electron.process().once('exit', resolve);
    }),
    close: () => electron.close(),
  };
}

async function launchStandIn(userData: string): Promise<Running> {
  const main = startMain(project, [`--user-data-dir=${userData}`]);
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
export async function runApp(switches: readonly string[]): Promise<Ended> {
  const main = runtime.isReal
    ? spawn(electronBinary(), [...rootSwitches, project, ...switches], { stdio: 'pipe' })
    : startMain(project, switches);
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
