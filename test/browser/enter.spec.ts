import { join } from 'node:path';
import { expect, test as base } from '@playwright/test';
import { openService } from '../../main/service/index.ts';
import { startShare, type Share } from '../../main/share/index.ts';

const out = join(import.meta.dirname, '../../out');

/** The built pages and the compiled library, shared with an access code. */
const test = base.extend<{ share: Share }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures that are needed from here
  share: async ({}, use) => {
    const service = openService({ libraryFile: join(out, 'library.sqlite'), version: '0.1.0' });
    if (!service.ok) throw new Error(service.error.message);
    const share = await startShare({
      api: service.value.api,
      host: '127.0.0.1',
      port: 0,
      code: '4739 2816',
      pages: join(out, 'renderer'),
      report: (bug) => {
        throw bug;
      },
    });
    if (!share.ok) throw new Error(share.error.message);
    await use(share.value);
    await share.value.close();
    service.value.close();
  },
});

test('a browser in the room gives the access code once, and reads', async ({ page, share }) => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    // The browser itself notes every refused request: the page asks whether it is the trainer's.
    const isRefusal = /^Failed to load resource: .* 40[13] /.test(message.text());
    if (message.type() !== 'log' && !isRefusal) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));

  await page.goto(share.url);
  expect(page.url()).toBe(`${share.url}enter`);
  await expect(page.getByRole('heading', { name: 'Recital' })).toBeVisible();
  await expect(page.getByLabel('Access code')).toBeFocused();
  expect(complaints).toEqual([]);

  await page.getByLabel('Access code').fill('1111 1111');
  await page.getByRole('button', { name: 'Open' }).click();
  await expect(page.getByRole('alert')).toHaveText(
    'That is not the code. Look again and try once more.',
  );
  await expect(page.getByLabel('Access code')).toBeFocused();

  await page.getByLabel('Access code').fill('47392816');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`^${share.url}(#|$)`));
  await expect(page.getByText('Resolution 92').first()).toBeVisible();
  await page.reload();
  await expect(page.getByText('Resolution 92').first()).toBeVisible();
  expect(complaints).toEqual([]);
});

test('the page for the access code fits a phone and a dark theme', async ({ page, share }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(share.url);
  const { width, scrollWidth, background } = await page.evaluate(() => ({
    width: document.documentElement.clientWidth,
    scrollWidth: document.documentElement.scrollWidth,
    background: getComputedStyle(document.documentElement).colorScheme,
  }));
  expect(scrollWidth).toBe(width);
  expect(background).toBe('light dark');
  const button = await page.getByRole('button', { name: 'Open' }).boundingBox();
  expect(button?.height).toBeGreaterThan(40);
});
