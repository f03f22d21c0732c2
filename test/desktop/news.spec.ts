import { readFile } from 'node:fs/promises';
import { expect, test as base, type Page } from '@playwright/test';
import { noNews } from '../../main/contract/room.ts';
import { launchApp, type DesktopApp } from './launch.ts';

interface Bridge {
  recital: {
    call(method: string, request: unknown): Promise<unknown>;
    onNews(listener: (...heard: unknown[]) => void): () => void;
  };
}

interface Heard extends Bridge {
  heard: unknown[][];
  stop: () => void;
}

const test = base.extend<object, { app: DesktopApp }>({
  app: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures that are needed from here
    async ({}, use) => {
      const app = await launchApp();
      await use(app);
      await app.close();
    },
    { scope: 'worker' },
  ],
});

const stageAt = (stop: number) => ({
  tour: 'tour/resolution-92',
  stop,
  step: 0,
  highlight: null,
  isBlack: false,
});

const present = (page: Page, stage: object | null): Promise<unknown> =>
  page.evaluate(
    (asked) => (globalThis as unknown as Bridge).recital.call('present', { stage: asked }),
    stage,
  );

test('the window hears the news of the room, and nothing of the event that brings them', async ({
  app: { page },
}) => {
  await page.evaluate(() => {
    const world = globalThis as unknown as Heard;
    world.heard = [];
    world.stop = world.recital.onNews((...heard) => world.heard.push(heard));
  });
  const heard = () => page.evaluate(() => (globalThis as unknown as Heard).heard);
  expect(await present(page, stageAt(2))).toMatchObject({ ok: true });
  // One thing each time, and that is the news.
  await expect.poll(heard).toEqual([[{ ...noNews, stage: stageAt(2) }]]);
  await present(page, stageAt(3));
  await expect.poll(heard).toHaveLength(2);

  await page.evaluate(() => (globalThis as unknown as Heard).stop());
  await present(page, null);
  // A call that comes back later shows that the news would have been here.
  await present(page, null);
  expect(await heard()).toHaveLength(2);
});

test('the window can follow what it presents', async ({ app: { page } }) => {
  await page.evaluate(() => {
    location.hash = '#/follow';
  });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nothing is presented now');
  await present(page, stageAt(2));
  await expect(page.getByText('Stop 2 of 12').first()).toBeVisible();
  await present(page, null);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The presentation has ended');
});

test('what the window makes to be taken home can be kept', async ({ app: { page } }) => {
  await page.evaluate(() => {
    location.hash = '#/tour/resolution-92';
  });
  await page.locator('summary', { hasText: 'Take home' }).click();
  const arriving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Web page' }).click();
  const text = await readFile(await (await arriving).path(), 'utf8');
  expect(text).toMatch(/^<!doctype html>/i);
});
