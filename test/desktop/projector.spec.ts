import { expect, test as base } from '@playwright/test';
import { launchApp, type DesktopApp } from './launch.ts';

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

const stage = 'recital://app/desktop.html#/stage/resolution-92/1/0';

test('the presenter opens the projector’s window, which follows and has the same walls', async ({
  app,
}) => {
  const { page } = app;
  await page.goto(app.address('recital://app/desktop.html#/present/resolution-92/2'));
  await page.getByRole('button', { name: 'Open the projector’s window' }).click();
  await expect.poll(() => app.windows().length).toBe(2);
  const projector = app.windows().find((one) => one !== page);
  if (projector === undefined) throw new Error('There is no second window.');
  await expect(projector.locator('.stage-count')).toHaveText('Stop 2 of 12');
  await page.bringToFront();
  await page.keyboard.press('PageDown');
  await expect(projector.locator('.stage-heading')).toHaveText('considering');
  const found = await projector.evaluate(async () => {
    const { recital } = globalThis as unknown as {
      recital: { call(method: string, request: unknown): Promise<{ ok: boolean }> };
    };
    return { ok: (await recital.call('about', {})).ok, hasNode: 'process' in globalThis };
  });
  expect(found).toEqual({ ok: true, hasNode: false });

  // Asked for again it is the same window.
  await page.getByRole('button', { name: 'Open the projector’s window' }).click();
  await expect(projector.locator('.stage-heading')).toHaveText('considering');
  expect(app.windows()).toHaveLength(2);

  await page.getByRole('button', { name: 'End', exact: true }).click();
  await expect.poll(() => app.windows().length).toBe(1);
  const count = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  expect(count).toBe(1);
});

for (const [what, url, name] of [
  ['another name', stage, 'other'],
  ['another place of the start page', 'recital://app/desktop.html#/', 'recital-projector'],
  [
    'another page of ours',
    'recital://app/browser.html#/stage/resolution-92/1/0',
    'recital-projector',
  ],
  ['another site', 'https://example.org/#/stage/resolution-92/1/0', 'recital-projector'],
] as const) {
  test(`no window opens for ${what}`, async ({ app }) => {
    await app.page.evaluate(([target, frame]) => void window.open(target, frame), [
      app.address(url),
      name,
    ] as const);
    await expect.poll(() => app.page.context().pages().length).toBe(1);
    const count = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
    expect(count).toBe(1);
  });
}
