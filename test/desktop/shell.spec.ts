import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as base, type Page } from '@playwright/test';
import { launchApp, runApp, runtime, type DesktopApp } from './launch.ts';

interface Bridge {
  recital: { call(method: string, request: unknown): Promise<unknown> };
}

/** A folder for each test, and programs that end with it. */
const test = base.extend<{ folder: string; launch: typeof launchApp }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures that are needed from here
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'recital-shell-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
  launch: async ({ folder }, use) => {
    const running: DesktopApp[] = [];
    const userData = join(folder, 'window');
    const env = { RECITAL_DATA: join(folder, 'data') };
    await use(async (asked = {}) => {
      const app = await launchApp({ userData, ...asked, env: { ...env, ...asked.env } });
      running.push(app);
      return app;
    });
    await Promise.all(running.map((app) => app.close().catch(() => {})));
  },
});

const call = (page: Page, method: string, request: object = {}): Promise<unknown> =>
  page.evaluate(
    ([name, asked]) => (globalThis as unknown as Bridge).recital.call(name as string, asked),
    [method, request],
  );

const placeOf = (page: Page): string => new URL(page.url()).hash;

/** Chooses an item of the menus by its names, without the letters that are keys. */
const choose = (app: DesktopApp, ...names: readonly string[]): Promise<void> =>
  app.evaluate(({ Menu, BrowserWindow }, wanted) => {
    let menu = Menu.getApplicationMenu();
    for (const [depth, name] of wanted.entries()) {
      const item = menu?.items.find(({ label }) => label.replace('&', '') === name);
      if (item === undefined) throw new Error(`There is no item ${name}.`);
      if (depth === wanted.length - 1)
        item.click({}, BrowserWindow.getAllWindows().at(-1), undefined);
      menu = item.submenu ?? null;
    }
  }, names);

/** A second window, once its page is there. */
async function openAnother(app: DesktopApp): Promise<Page> {
  await choose(app, 'File', 'New window');
  await expect.poll(() => app.windows().length).toBe(2);
  const other = app.windows().find((page) => page !== app.page) as Page;
  await expect(other.locator('h1')).toContainText('ITU resolutions');
  return other;
}

const menuLabels = (app: DesktopApp): Promise<readonly string[] | undefined> =>
  app.evaluate(({ Menu }) =>
    Menu.getApplicationMenu()?.items.map(({ label }) => label.replace('&', '')),
  );

const logOf = (userData: string): string =>
  readFileSync(join(userData, 'logs/recital.log'), 'utf8');

const reader = '#/wtsa/resolution/92@2024';

async function read(page: Page, place: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, place);
  await expect(page.locator('h1')).toContainText('non-radio aspects');
}

test('the menus speak the language that the page speaks, and lead to its places', async ({
  launch,
}) => {
  const app = await launch();
  const { page } = app;
  expect(await menuLabels(app)).toEqual(['File', 'Edit', 'View', 'Go', 'Window', 'Help']);
  await choose(app, 'Go', 'Library');
  await expect.poll(() => placeOf(page)).toBe('#/library');
  await choose(app, 'Go', 'Who must do what');
  await expect.poll(() => placeOf(page)).toBe('#/actions');
  await choose(app, 'Go', 'Back');
  await expect.poll(() => placeOf(page)).toBe('#/library');

  await page.evaluate(() => {
    document.documentElement.lang = 'ar';
  });
  await expect
    .poll(() => menuLabels(app))
    .toEqual(['ملف', 'تحرير', 'عرض', 'انتقال', 'نافذة', 'مساعدة']);
});

test('a second window is one of its own, and the program ends with the last', async ({
  folder,
  launch,
}) => {
  const app = await launch();
  await read(app.page, reader);
  const other = await openAnother(app);
  expect(await call(other, 'about')).toMatchObject({ ok: true });
  // What is dropped on one is shown there, whichever was used last.
  const text = join(folder, 'note.txt');
  writeFileSync(text, 'note');
  await app.drop(app.page, [text]);
  await expect.poll(() => placeOf(app.page)).toBe('#/add');
  expect(placeOf(other)).not.toBe('#/add');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect.poll(() => app.windows().length).toBe(1);
  expect(await call(other, 'about')).toMatchObject({ ok: true });
  await app.evaluate(({ BrowserWindow }) => {
    // After the answer, since the program may be gone before it.
    setTimeout(() => BrowserWindow.getAllWindows()[0]?.close(), 50);
  });
  if (process.platform !== 'darwin') expect(await app.ended).toBe(0);
});

test('dropped files are offered, can be imported in a process of their own, and nothing else can', async ({
  folder,
  launch,
}) => {
  const text = join(folder, 'minutes.txt');
  writeFileSync(text, 'Minutes of the lantern club\n\nThe lantern was lit at nine.\n');
  const secret = join(folder, 'secret.txt');
  writeFileSync(secret, 'Not handed over\n\nBy nobody.\n');
  const app = await launch();
  const { page } = app;
  const refused = { ok: false, error: { code: 'not-allowed' } };
  expect(await call(page, 'import', { paths: [text] })).toMatchObject(refused);

  await app.drop(page, [text]);
  await expect.poll(() => placeOf(page)).toBe('#/add');
  await expect
    .poll(() => call(page, 'offered'))
    .toMatchObject({
      ok: true,
      value: { files: [{ path: text, name: 'minutes.txt', kind: 'document' }] },
    });
  expect(await call(page, 'import', { paths: [secret] })).toMatchObject(refused);
  expect(await call(page, 'import', { paths: [text] })).toMatchObject({
    ok: true,
    value: [{ file: text, ok: true }],
  });
  expect(await call(page, 'search', { query: 'lantern' })).toMatchObject({
    ok: true,
    value: { total: expect.any(Number) },
  });
  if (!runtime.isReal) {
    const count = await app.evaluate(
      (electron) =>
        (electron as unknown as { utilityProcess: { count: number } }).utilityProcess.count,
    );
    expect(count).toBe(1);
  }
});

test('an event and a file that a page makes itself hand nothing over', async ({ launch }) => {
  const { page } = await launch();
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['x'], 'passwd'));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true }));
  });
  // A call that comes back later shows that a file would have been there.
  await call(page, 'about');
  expect(await call(page, 'offered')).toEqual({ ok: true, value: { files: [] } });
});

test('links and files are taken from the command line and from a second start', async ({
  folder,
  launch,
}) => {
  const text = join(folder, 'notes.md');
  writeFileSync(text, '# Notes\n');
  const app = await launch({ args: ['recital:wtsa/resolution/92@2024#considering.a'] });
  const { page } = app;
  await expect.poll(() => placeOf(page)).toBe('#/wtsa/resolution/92@2024/considering.a');

  const again = (arg: string) => runApp([`--user-data-dir=${app.userData}`, arg]);
  expect((await again('recital://wtsa/resolution/92@2016')).status).toBe(0);
  await expect.poll(() => placeOf(page)).toBe('#/wtsa/resolution/92@2016');
  // What a stranger may not open is passed over.
  expect((await again('recital://settings')).status).toBe(0);
  expect((await again(text)).status).toBe(0);
  await expect.poll(() => placeOf(page)).toBe('#/add');
  expect(await call(page, 'offered')).toMatchObject({ value: { files: [{ path: text }] } });
});

test('after a power cut every window is where it was', async ({ launch }) => {
  const first = await launch();
  await read(first.page, reader);
  const other = await openAnother(first);
  await other.evaluate(() => {
    location.hash = '#/map';
  });
  const kept = join(first.userData, 'windows.json');
  await expect
    .poll(() => {
      const text = existsSync(kept) ? readFileSync(kept, 'utf8') : '';
      return text.includes(reader) && text.includes('#/map');
    })
    .toBe(true);
  await choose(first, 'View', 'Larger');
  await expect.poll(() => readFileSync(kept, 'utf8')).toContain('"zoom":0.5');
  await first.kill();

  const second = await launch();
  await expect.poll(() => second.windows().map(placeOf).toSorted()).toEqual(['#/map', reader]);
  expect(logOf(second.userData)).toContain('restored after a crash windows=2');
  // What was read is at hand in the menu too.
  const recent = await second.evaluate(
    ({ Menu }) => Menu.getApplicationMenu()?.items[0]?.submenu?.items[2]?.submenu?.items[0]?.label,
  );
  expect(recent).toContain('Resolution 92');
  const zoom = () =>
    second.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map(({ webContents }) => webContents.getZoomLevel()),
    );
  await expect.poll(zoom).toEqual([0.5, 0.5]);
});

test('a page that breaks down or hangs comes back where it was, and the log holds no word of it', async ({
  launch,
}) => {
  const app = await launch();
  await read(app.page, reader);
  const comeBack = async (): Promise<void> => {
    await expect.poll(() => app.windows().map(placeOf)).toEqual([reader]);
    await expect(app.windows()[0]?.locator('h1') as ReturnType<Page['locator']>).toContainText(
      'non-radio aspects',
    );
  };
  const before = app.windows()[0];
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  );
  await expect.poll(() => app.windows()[0] !== before || runtime.isReal).toBe(true);
  await comeBack();

  const broken = app.windows()[0];
  await app.evaluate(({ BrowserWindow, dialog }) => {
    // A person who does not wait any longer.
    dialog.showMessageBox = () => Promise.resolve({ response: 1, checkboxChecked: false });
    BrowserWindow.getAllWindows()[0]?.emit('unresponsive');
  });
  await expect.poll(() => app.windows()[0] !== broken || runtime.isReal).toBe(true);
  await comeBack();
  const log = logOf(app.userData);
  expect(log.match(/page gone reason=\w+/g)).toHaveLength(2);
  expect(log).toContain('page hangs');
  expect(log).not.toMatch(/resolution|mobile|wtsa/i);
});

test('an error of the program itself is logged without what it says, and it starts again', async ({
  launch,
}) => {
  const app = await launch();
  await app.evaluate(() => {
    setTimeout(() => {
      throw new TypeError('considering that nobody reads this');
    }, 20);
  });
  expect(await app.ended).toBe(1);
  const log = logOf(app.userData);
  expect(log).toMatch(/error TypeError/);
  expect(log).not.toContain('considering');
});

test('what a window shows is saved as a PDF where a person chooses, and printed', async ({
  folder,
  launch,
}) => {
  const app = await launch();
  await read(app.page, reader);
  const file = join(folder, 'chosen.pdf');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
  await choose(app, 'File', 'Save as PDF…');
  await expect.poll(() => existsSync(file)).toBe(true);
  const raw = readFileSync(file).toString('latin1');
  expect(raw.slice(0, 5)).toBe('%PDF-');
  expect(raw).toContain('/StructTreeRoot');
  if (!runtime.isReal) {
    await choose(app, 'File', 'Print…');
    const count = await app.evaluate(
      (electron) =>
        (electron as unknown as { standIn: { printed: number[] } }).standIn.printed.length,
    );
    expect(count).toBe(1);
  }
});

test('the log and the person’s data are shown in the file manager', async ({ folder, launch }) => {
  test.skip(runtime.isReal, 'A file manager would open.');
  const app = await launch();
  await choose(app, 'Help', 'Show the log');
  await choose(app, 'Help', 'Show your data');
  expect(await call(app.page, 'reveal', { what: 'library' })).toEqual({ ok: true, value: null });
  const shown = await app.evaluate(
    (electron) => (electron as unknown as { shell: { shown: string[] } }).shell.shown,
  );
  expect(shown).toEqual([
    join(app.userData, 'logs/recital.log'),
    join(folder, 'data'),
    expect.stringMatching(/library\.sqlite$/),
  ]);
});

test('quitting in the middle of an import leaves a whole library', async ({ folder, launch }) => {
  const documents = join(folder, 'documents');
  mkdirSync(documents);
  for (let number = 1; number <= 300; number += 1)
    writeFileSync(
      join(documents, `minutes-${number}.txt`),
      `Minutes ${number} of the lantern club\n\nThe lantern ${number} was lit at nine.\n`,
    );
  const first = await launch();
  await first.drop(first.page, [documents]);
  await expect.poll(() => placeOf(first.page)).toBe('#/add');
  const imported = call(first.page, 'import', { paths: [documents] }).catch(() => null);
  const done = async (): Promise<number> => {
    const answer = (await call(first.page, 'jobs')) as { value: { jobs: { done: number }[] } };
    return answer.value.jobs[0]?.done ?? 0;
  };
  await expect.poll(done, { intervals: [20] }).toBeGreaterThan(5);
  await first.close();
  await imported;

  const second = await launch();
  const about = await call(second.page, 'about');
  expect(about).toMatchObject({ ok: true, value: { ownLibraryTrouble: null } });
  const found = (await call(second.page, 'search', { query: 'lantern club' })) as {
    value: { total: number };
  };
  expect(found.value.total).toBeGreaterThan(5);
});

test('the data folder is moved where a person chose, and the program goes on from there', async ({
  folder,
  launch,
}) => {
  const env = { RECITAL_DATA: undefined, XDG_DATA_HOME: join(folder, 'home'), HOME: folder };
  test.skip(process.platform !== 'linux', 'The usual folder is named by the system elsewhere.');
  const usual = join(folder, 'home/recital');
  mkdirSync(join(usual, 'tours'), { recursive: true });
  writeFileSync(join(usual, 'tours/own-note.txt'), 'mine');
  const to = join(folder, 'stick/data');
  const app = await launch({ env });
  expect(await call(app.page, 'moveData', { to })).toMatchObject({
    error: { code: 'not-allowed' },
  });
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, to);
  expect(await call(app.page, 'pickFolder')).toEqual({ ok: true, value: { folder: to } });
  const moving = call(app.page, 'moveData', { to }).catch(() => null);
  expect(await app.ended).toBe(0);
  await moving;
  expect(readFileSync(join(to, 'tours/own-note.txt'), 'utf8')).toBe('mine');

  const next = await launch({ env });
  expect(await call(next.page, 'dataPlace')).toMatchObject({ value: { folder: to } });
  // The old one is tidied once the new one is read.
  await expect.poll(() => existsSync(join(usual, 'tours'))).toBe(false);
  expect(readFileSync(join(to, 'tours/own-note.txt'), 'utf8')).toBe('mine');
});

test('data on a stick that is not there is asked for, and none is begun in its place', async ({
  folder,
}) => {
  test.skip(process.platform !== 'linux', 'The usual folder is named by the system elsewhere.');
  test.skip(runtime.isReal, 'The question waits for a person.');
  const usual = join(folder, 'home/recital');
  const stick = join(folder, 'stick/data');
  mkdirSync(usual, { recursive: true });
  writeFileSync(join(usual, 'moved-to.txt'), `${stick}\n`);
  const ended = await runApp([`--user-data-dir=${join(folder, 'window')}`], {
    RECITAL_DATA: undefined,
    XDG_DATA_HOME: join(folder, 'home'),
  });
  expect(ended.status).toBe(1);
  expect(ended.output).toContain(`Your data is in ${stick}`);
  expect(existsSync(stick)).toBe(false);
});
