import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import {
  expect,
  test as base,
  type BrowserContext,
  type Locator,
  type Page,
} from '@playwright/test';
import { nobodysData } from '../nobodys-data.ts';

const project = join(import.meta.dirname, '../..');

/** The real `recital serve`, as a person would start it. */
export interface Server {
  readonly url: string;
  stop(): Promise<void>;
}

export async function startServer(dataFolder = nobodysData): Promise<Server> {
  const child = spawn(
    process.execPath,
    [join(project, 'main/cli/recital.js'), 'serve', '--port', '0', '--json'],
    { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, RECITAL_DATA: dataFolder } },
  );
  const line = await firstLine(child);
  const { url } = JSON.parse(line) as { url: string };
  return {
    url,
    async stop() {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('The server has no standard output.');
  for await (const line of createInterface({ input: child.stdout })) return line;
  throw new Error('recital serve ended without a line; are the pages and the library built?');
}

/** What a person does first on every screen: open a place and wait until it is there. */
export interface Recital {
  readonly page: Page;
  readonly url: string;
  open(place?: string): Promise<void>;
  /** What moved since the page was opened, as the browser scores it. */
  layoutShift(): Promise<Shift>;
}

/** `unasked` leaves out what moved within half a second of a click or a key, as when a fold opens. */
interface Shift {
  readonly all: number;
  readonly unasked: number;
}

const countShifts = () => {
  const shift = { all: 0, unasked: 0 };
  Object.assign(window, { shift });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { value, hadRecentInput } = entry as unknown as {
        value: number;
        hadRecentInput: boolean;
      };
      shift.all += value;
      if (!hadRecentInput) shift.unasked += value;
    }
  }).observe({ type: 'layout-shift', buffered: true });
};

/** Recital in one page, which a context with `countShifts` has opened. */
export const recitalIn = (page: Page, url: string): Recital => ({
  page,
  url,
  async open(place = '') {
    await page.goto(`${url}${place}`);
    await expect(page.locator('h1')).toBeVisible();
  },
  layoutShift: () => page.evaluate(() => (window as unknown as { shift: Shift }).shift),
});

/** What the pages of a context complain about, added to as it happens. */
function complaintsOf(context: BrowserContext): string[] {
  const errors: string[] = [];
  context.on('weberror', (error) => errors.push(error.error().message));
  context.on('console', (message) => {
    // The browser itself reports every refused request; the interface answers those with a sentence.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      errors.push(message.text());
    }
  });
  return errors;
}

export const test = base.extend<{ recital: Recital; errors: string[] }, { server: Server }>({
  server: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures from this pattern
    async ({}, use) => {
      const server = await startServer();
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
  errors: [
    async ({ context }, use) => {
      const errors = complaintsOf(context);
      await use(errors);
      expect(errors).toEqual([]);
    },
    { auto: true },
  ],
  context: async ({ context }, use) => {
    await context.addInitScript(countShifts);
    await use(context);
  },
  recital: async ({ page, server }, use) => {
    await use(recitalIn(page, server.url));
  },
});

export { expect } from '@playwright/test';

/** Addresses that the tests visit, all of them in the three bundled texts. */
export const newer = '#/wtsa/resolution/92@2024';
export const older = '#/wtsa/resolution/92@2016';
export const wtdc = '#/wtdc/resolution/43@2017';

/** Where an element stands in the window, in CSS pixels. */
export async function boxOf(place: Locator) {
  const box = await place.boundingBox();
  if (box === null) throw new Error('It is not in the page.');
  return box;
}

/** Holds the calls of one method that `isHeld` picks, until they are released. */
export async function holdCalls(
  page: Page,
  method: string,
  isHeld: (request: Record<string, unknown>) => boolean = () => true,
): Promise<{ release(): void }> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route(`**/api/${method}`, async (route) => {
    if (isHeld(route.request().postDataJSON() as Record<string, unknown>)) await promise;
    await route.continue();
  });
  return { release: resolve };
}
