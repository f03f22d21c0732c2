import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as base, type Page } from '@playwright/test';
import { launchApp, type DesktopApp } from './launch.ts';

/** A program with a folder of its own, which is a person's home. */
const test = base.extend<{ folder: string; app: DesktopApp }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures that are needed from here
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'recital-desk-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
  app: async ({ folder }, use) => {
    const env = { RECITAL_DATA: undefined, XDG_DATA_HOME: join(folder, 'home'), HOME: folder };
    const app = await launchApp({ userData: join(folder, 'window'), env });
    await use(app);
    await app.close().catch(() => {});
  },
});

async function go(page: Page, place: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, place);
}

/** What the person chooses in the next dialogue of the system. */
const choose = (app: DesktopApp, paths: readonly string[]): Promise<void> =>
  app.evaluate(
    ({ dialog }, chosen) => {
      dialog.showOpenDialog = () =>
        Promise.resolve({ canceled: chosen.length === 0, filePaths: [...chosen] });
    },
    [...paths],
  );

test('files dropped on the window and files of the dialogue wait together and are imported together', async ({
  folder,
  app,
}) => {
  const { page } = app;
  const [one, other] = [join(folder, 'minutes.txt'), join(folder, 'list.txt')];
  writeFileSync(one, 'Minutes of the lantern club\n\nThe lantern was lit at nine.\n');
  writeFileSync(other, 'List of the lantern club\n\nSix lanterns were counted.\n');
  await app.drop(page, [one]);
  await expect(page.getByRole('heading', { name: '1 document' })).toBeVisible();
  await choose(app, []);
  await page.getByRole('button', { name: 'Choose files' }).click();
  await choose(app, [other]);
  await page.getByRole('button', { name: 'Choose files' }).click();
  await expect(page.getByRole('heading', { name: '2 documents' })).toBeVisible();
  await page.getByRole('button', { name: 'Add to your library' }).click();
  await expect(page.getByText('2 documents are in your library.')).toBeVisible();
  const became = page.getByRole('region', { name: 'What became of the documents' });
  await became.getByRole('link').first().click();
  await expect(page.getByText('The lantern was lit at nine.')).toBeVisible();
});

test('a folder is chosen and imported with what is in it', async ({ folder, app }) => {
  const { page } = app;
  const papers = join(folder, 'papers');
  mkdirSync(papers);
  writeFileSync(join(papers, 'minutes.txt'), 'Minutes of the lantern club\n\nAt nine.\n');
  await go(page, '#/add');
  await choose(app, [papers]);
  await page.getByRole('button', { name: 'Choose a folder' }).click();
  await expect(page.getByText('1 document is in your library.')).toBeVisible();
});

test('the data folder is shown, and moved only to where a person chose', async ({
  folder,
  app,
}) => {
  test.skip(process.platform !== 'linux', 'The usual folder is named by the system elsewhere.');
  const { page } = app;
  await go(page, '#/settings');
  await expect(page.getByText(join(folder, 'home/recital'), { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Move' })).toHaveCount(0);
  const to = join(folder, 'stick/data');
  await choose(app, [to]);
  await page.getByRole('button', { name: 'Choose a folder' }).click();
  await expect(page.getByText(to, { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Move', exact: true }).click();
  // It starts anew there.
  expect(await app.ended).toBe(0);
});
