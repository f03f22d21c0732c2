import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as base } from '@playwright/test';
import { faultsOf } from './axe.ts';
import { startServer, type Server } from './recital.ts';

const project = join(import.meta.dirname, '../..');
const files = join(project, 'test/fixtures/files');

/** A server with documents of a person's own: a resolution in DOCX with a table and notes, and one in Arabic. */
const test = base.extend<object, { own: { server: Server; editions: readonly string[] } }>({
  own: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures that are needed from here
    async ({}, use) => {
      const data = await mkdtemp(join(tmpdir(), 'recital-own-'));
      const imported = spawnSync(
        process.execPath,
        [
          join(project, 'main/cli/recital.js'),
          'import',
          join(files, 'resolution.docx'),
          join(files, 'arabic.docx'),
          '--json',
        ],
        { encoding: 'utf8', env: { ...process.env, RECITAL_DATA: data } },
      );
      const list = JSON.parse(imported.stdout) as { work: string; edition: string }[];
      const server = await startServer(data);
      await use({ server, editions: list.map((one) => one.edition) });
      await server.stop();
      await rm(data, { recursive: true });
    },
    { scope: 'worker' },
  ],
});

test('a document of one\u2019s own is read like a bundled one, its table as a table', async ({
  page,
  own,
}) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await page.goto(`${own.server.url}#/${own.editions[0]}`);
  await expect(page.getByRole('article')).toBeVisible();
  await expect(page.getByRole('table').first()).toBeVisible();
  await page.screenshot({
    path: join(project, 'out/screens/own-projector-light.png'),
    fullPage: true,
  });
  expect(await faultsOf(page)).toEqual([]);
});

test('an Arabic document is set from right to left, in a page that is not', async ({
  page,
  own,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${own.server.url}#/${own.editions[1]}`);
  const article = page.getByRole('article');
  await expect(article).toHaveAttribute('dir', 'rtl');
  await expect(article).toHaveAttribute('lang', 'ar');
  await page.screenshot({
    path: join(project, 'out/screens/own-arabic-phone-light.png'),
    fullPage: true,
  });
  expect(await faultsOf(page)).toEqual([]);
});

test('what is found in an Arabic document is set from right to left among what is not', async ({
  page,
  own,
}) => {
  await page.goto(`${own.server.url}#/search?q=${encodeURIComponent('الموانئ OR academia')}`);
  const hits = page.getByRole('article');
  const arabic = hits.filter({ has: page.locator('.snippet[dir="rtl"]') }).first();
  await expect(arabic.locator('.snippet')).toHaveAttribute('lang', 'ar');
  await expect(arabic.locator('.snippet mark').first()).toBeVisible();
  await expect(arabic.getByRole('heading')).toHaveAttribute('dir', 'rtl');
  await expect(hits.locator('.snippet[dir="ltr"]').first()).toBeVisible();
  await page.screenshot({ path: join(project, 'out/screens/search-languages-desk-light.png') });
  expect(await faultsOf(page)).toEqual([]);
});
