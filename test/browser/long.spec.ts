import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { smallResolution } from '../import/small-documents.ts';
import { boxOf, expect, startServer, test as base, type Server } from './recital.ts';

const project = join(import.meta.dirname, '../..');
const groups = [2, 3, 5, 11, 12, 13, 15, 17, 20, 21];
const ofEach = 500;

/** A section for each study group, of provisions "1" to "500", after the words of a small resolution. */
const longText = [
  smallResolution({ number: 7 }),
  ...groups.map((group) => {
    const asked = Array.from(
      { length: ofEach },
      (_, at) => `${at + 1}\tto paint buoy ${at + 1} of harbour ${group} red;`,
    );
    return `instructs ITU-T Study Group ${group}\n${asked.join('\n')}\n`;
  }),
].join('\n');

/** A server with a resolution of 5000 provisions of a person's own, imported from a file as they would. */
const test = base.extend<object, { own: { server: Server; place: string } }>({
  own: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures that are needed from here
    async ({}, use) => {
      const data = await mkdtemp(join(tmpdir(), 'recital-long-'));
      const file = join(data, 'long.txt');
      await writeFile(file, longText);
      const imported = spawnSync(
        process.execPath,
        [join(project, 'main/cli/recital.js'), 'import', file, '--json'],
        { encoding: 'utf8', env: { ...process.env, RECITAL_DATA: data } },
      );
      const [one] = JSON.parse(imported.stdout) as { edition: string }[];
      const server = await startServer(data);
      await use({ server, place: `${server.url}#/${one?.edition ?? ''}` });
      await server.stop();
      await rm(data, { recursive: true });
    },
    { scope: 'worker' },
  ],
});

const provision = (page: Page, group: number, number: number): Locator =>
  page.locator('.provision').filter({ hasText: `buoy ${number} of harbour ${group} red` });

async function goTo(page: Page, group: number, number: number): Promise<void> {
  const field = page.getByRole('combobox', { name: 'Go to' });
  await field.fill(`instructs sg${group} ${number}`);
  await field.press('Enter');
  await expect(provision(page, group, number)).toBeInViewport();
}

const drawn = (page: Page): Promise<number> =>
  page.locator('.provision').filter({ hasText: 'buoy' }).count();

test('of a text of 5000 provisions the first screen is there with only a part of it drawn, and the outline leads to its end', async ({
  page,
  own,
}) => {
  // As if the browser always had something else to do: then nothing is drawn but what is asked for.
  await page.addInitScript(() => Object.assign(window, { requestIdleCallback: () => 0 }));
  await page.goto(own.place);
  await expect(page.getByText('that harbour 7 has buoys')).toBeVisible();
  expect(await drawn(page)).toBeLessThan(ofEach);
  const last = page.getByRole('navigation', { name: 'Sections' }).getByRole('link').last();
  await expect(last).toHaveText(/Study Group\s21/);
  await last.click();
  await expect(provision(page, 21, 1)).toBeInViewport();
  await goTo(page, 21, ofEach);
  await expect(page).toHaveURL(/instructs-itu-t-sg-21\.500$/);
  expect(await drawn(page)).toBeLessThan(ofEach);
});

test('whoever reloads deep inside of a long text is where they were, and whoever comes back to it too', async ({
  page,
  own,
}) => {
  await page.goto(own.place);
  await goTo(page, 17, 400);
  const seen = provision(page, 17, 420);
  await seen.evaluate((one) => one.scrollIntoView({ block: 'center' }));
  await expect(provision(page, 17, 400)).not.toBeInViewport();
  const before = (await boxOf(seen)).y;
  await page.reload();
  await expect(seen).toBeInViewport();
  await expect.poll(async () => Math.abs((await boxOf(seen)).y - before)).toBeLessThan(3);
  await page.getByRole('link', { name: 'Recital, first page' }).click();
  await expect(page.getByRole('heading', { name: /to read and to search/ })).toBeVisible();
  await page.goBack();
  await expect(seen).toBeInViewport();
  await expect.poll(async () => Math.abs((await boxOf(seen)).y - before)).toBeLessThan(3);
});
