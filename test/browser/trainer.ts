import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test as base, type BrowserContext, type Page } from '@playwright/test';

const project = join(import.meta.dirname, '../..');

/** The real `recital serve --trainer`: the room's door and the trainer's own page, on a data folder of its own. */
export interface TrainerServer {
  readonly roomUrl: string;
  /** What the room enters; null where none is asked for, as on this machine alone. */
  readonly code: string | null;
  /** With the key; another one after each start. */
  readonly trainerUrl: string;
  readonly dataFolder: string;
  /** Whose folders are the sticks that are plugged into this machine; none where it is not there. */
  readonly sticksFolder: string;
  /** Of the process that runs now. */
  pid(): number;
  /** Ends it at once, as a power cut does, unless it has ended. */
  kill(): Promise<void>;
  /** Kills it and starts it anew, the room's door at the same address. */
  restart(): Promise<void>;
}

/** Beside the data, and not within it. */
export const sticksFolderOf = (dataFolder: string): string => `${dataFolder}-sticks`;

interface Served {
  readonly url: string;
  readonly code: string | null;
  readonly trainer: string;
}

async function startServe(dataFolder: string, room: Served | null) {
  const child = spawn(
    process.execPath,
    [
      join(project, 'main/cli/recital.js'),
      'serve',
      '--trainer',
      '--json',
      '--port',
      room === null ? '0' : new URL(room.url).port,
    ],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...process.env,
        RECITAL_DATA: dataFolder,
        RECITAL_STICKS: sticksFolderOf(dataFolder),
      },
    },
  );
  return { child, served: JSON.parse(await firstLine(child)) as Served };
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('The server has no standard output.');
  for await (const line of createInterface({ input: child.stdout })) return line;
  throw new Error('recital serve ended without a line; are the pages and the library built?');
}

export async function startTrainerServer(
  dataFolder: string,
): Promise<TrainerServer & { end(): Promise<void> }> {
  let running = await startServe(dataFolder, null);
  const stop = async (signal: NodeJS.Signals): Promise<void> => {
    const { child } = running;
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  };
  const kill = () => stop('SIGKILL');
  return {
    dataFolder,
    sticksFolder: sticksFolderOf(dataFolder),
    pid: () => running.child.pid ?? 0,
    get roomUrl() {
      return running.served.url;
    },
    get code() {
      return running.served.code;
    },
    get trainerUrl() {
      return running.served.trainer;
    },
    kill,
    async restart() {
      await kill();
      running = await startServe(dataFolder, running.served);
    },
    end: () => stop('SIGTERM'),
  };
}

export const test = base.extend<object, { trainer: TrainerServer }>({
  trainer: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures that are needed from here
    async ({}, use) => {
      const dataFolder = await mkdtemp(join(tmpdir(), 'recital-trainer-'));
      const server = await startTrainerServer(dataFolder);
      await use(server);
      await server.end();
      await rm(dataFolder, { recursive: true });
      await rm(server.sticksFolder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
});

export { expect } from '@playwright/test';

/** The trainer's own page, let in by the link, at a place: `#/tours`. */
export async function asTrainer(page: Page, trainer: TrainerServer, place = ''): Promise<void> {
  await page.goto(`${trainer.trainerUrl}${place}`);
  await page.locator('h1').waitFor();
}

/** Somebody of the room, let in by the code where one is asked for, at a place. */
async function asGuest(page: Page, trainer: TrainerServer, place = ''): Promise<void> {
  await page.goto(trainer.roomUrl);
  if (trainer.code !== null && new URL(page.url()).pathname === '/enter') {
    await page.getByRole('textbox').fill(trainer.code);
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === '/');
  }
  if (place !== '') await page.goto(`${trainer.roomUrl}${place}`);
  await page.locator('h1').waitFor();
}

/** A page of a machine of its own: nothing that another page keeps is there. */
export async function newGuest(
  context: BrowserContext,
  trainer: TrainerServer,
  place = '',
): Promise<Page> {
  const browser = context.browser();
  if (browser === null) throw new Error('The browser has ended.');
  const page = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
  await asGuest(page, trainer, place);
  return page;
}

/** Calls a method of the Api from a page, as the program of that page would. */
export const callApi = (page: Page, method: string, request: object): Promise<unknown> =>
  page.evaluate(
    async ([path, body]) => {
      const reply = await fetch(path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body,
      });
      return (await reply.json()) as unknown;
    },
    [`/api/${method}`, JSON.stringify(request)] as const,
  );
