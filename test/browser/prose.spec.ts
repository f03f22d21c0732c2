import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test as base } from '@playwright/test';
import { compileLibrary, openService } from '../../main/service/index.ts';
import { startShare, type Share } from '../../main/share/index.ts';
import { lanternFiles } from '../fixtures/lanterns.ts';
import { faultsOf } from './axe.ts';

const pages = join(import.meta.dirname, '../../out/renderer');

/** The built pages on a small library with one of everything, whose chapters hold every kind of block. */
const test = base.extend<object, { lanterns: Share }>({
  lanterns: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures that are needed from here
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'recital-lanterns-'));
      for (const [file, text] of lanternFiles()) {
        await mkdir(dirname(join(folder, 'content', file)), { recursive: true });
        await writeFile(join(folder, 'content', file), text);
      }
      const out = join(folder, 'library.sqlite');
      const compiled = await compileLibrary({ contentFolder: join(folder, 'content'), out });
      if (!compiled.ok) throw new Error(compiled.error.message);
      const service = openService({ libraryFile: out, version: '0.1.0' });
      if (!service.ok) throw new Error(service.error.message);
      const share = await startShare({
        api: service.value.api,
        host: '127.0.0.1',
        port: 0,
        code: null,
        pages,
        report: (bug) => {
          throw bug;
        },
      });
      if (!share.ok) throw new Error(share.error.message);
      await use(share.value);
      await share.value.close();
      service.value.close();
      await rm(folder, { recursive: true });
    },
    { scope: 'worker' },
  ],
});

test('a chapter\u2019s quotation is set off with the place where its words stand', async ({
  page,
  lanterns,
}) => {
  await page.goto(`${lanterns.url}#/handbook/keeping/fog`);
  const quotation = page.getByRole('figure');
  await expect(quotation.getByRole('blockquote')).toHaveText('well-made wicks with the harbour');
  await quotation.getByRole('link').click();
  await expect(page).toHaveURL(/#\/wtsa\/resolution\/701@2024\/considering\.b$/);
});

test('a chapter\u2019s headings, lists and links are headings, lists and links', async ({
  page,
  lanterns,
}) => {
  await page.goto(`${lanterns.url}#/handbook/keeping/fog`);
  await expect(page.getByRole('heading', { level: 2, name: 'More on fog' })).toBeVisible();
  const chapter = page.getByRole('article');
  await expect(chapter.getByRole('listitem')).toHaveCount(2);
  await chapter.getByRole('link', { name: 'glimwick' }).click();
  await expect(page).toHaveURL(/#\/term\/wick$/);
  expect(await faultsOf(page)).toEqual([]);
});

test('what replaces a withdrawn work stands at its head', async ({ page, lanterns }) => {
  await page.goto(`${lanterns.url}#/itu-t/recommendation/y.9000`);
  const notice = page.getByText('This work was withdrawn.');
  await notice.getByRole('link', { name: 'Recommendation ITU-T Y.9001' }).click();
  await expect(page.getByText('In force · newest known edition 2020')).toBeVisible();
});
