import type { Locator, Page } from '@playwright/test';
import { expect, holdCalls, newer, startServer, test, wtdc } from './recital.ts';

test.use({ viewport: { width: 1024, height: 768 } });

const scrollTop = 'window.scrollY';

test('back and forward return to each screen where it was left', async ({ recital }) => {
  await recital.open();
  const { page } = recital;
  await page
    .getByRole('region', { name: 'Resolutions' })
    .getByRole('link', { name: /Resolution 92 \(Rev\. New Delhi, 2024\)/ })
    .click();
  await expect(page).toHaveTitle(/^Resolution 92 \(Rev\. New Delhi, 2024\) – Recital$/);
  await page.evaluate('window.scrollTo(0, 1500)');
  await page.waitForFunction('window.scrollY === 1500');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('network slicing');
  await page.keyboard.press('Enter');
  await expect(page).toHaveTitle('Search: network slicing – Recital');
  expect(await page.evaluate(scrollTop)).toBe(0);

  await page.goBack();
  await expect(page).toHaveTitle(/^Resolution 92/);
  await expect.poll(() => page.evaluate(scrollTop)).toBe(1500);
  await page.goBack();
  await expect(page).toHaveTitle('ITU resolutions, to read and to search – Recital');
  await page.goForward();
  await expect.poll(() => page.evaluate(scrollTop)).toBe(1500);
  await page.goForward();
  await expect(page.getByRole('combobox', { name: 'Search the library' })).toHaveValue(
    'network slicing',
  );
});

test('a reload stays at the place where one was reading', async ({ recital }) => {
  await recital.open(newer);
  await recital.page.evaluate('window.scrollTo(0, 1200)');
  await recital.page.waitForFunction('window.scrollY === 1200');
  await recital.page.reload();
  await expect(recital.page.getByRole('heading', { level: 1 })).toBeAttached();
  await expect.poll(() => recital.page.evaluate(scrollTop)).toBe(1200);
});

test('an address typed into the address bar is followed', async ({ recital }) => {
  await recital.open(newer);
  await recital.page.evaluate('location.hash = "#/wtdc/resolution/43@2017/noting.c"');
  await expect(recital.page.locator('[id="at-noting.c"]')).toBeFocused();
  await recital.page.goBack();
  await expect(recital.page).toHaveTitle(/^Resolution 92/);
});

test('with the keyboard alone: skip link, search, result, citation, card, its text, and back', async ({
  recital,
}) => {
  await recital.open();
  const { page } = recital;
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Skip to the text' })).toBeFocused();
  await expect(page.getByRole('button', { name: 'Skip to the text' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('continuous need to promote');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();

  const hit = page.getByRole('link', { name: /considering\si\)/ });
  await tabTo(page, hit);
  await page.keyboard.press('Enter');
  const provision = page.locator('[id="at-considering.i"]');
  await expect(provision).toBeFocused();
  await page.keyboard.press('Tab');
  const citation = provision.getByRole('link', { name: /^Resolution 43/ });
  await expect(citation).toBeFocused();
  await expect(citation).toHaveCSS('outline-style', 'solid');
  await page.keyboard.press('Enter');
  const card = page.getByRole('dialog');
  await tabTo(page, card.getByRole('link', { name: /^Read / }));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/wtdc\/resolution\/43@2017$/);
  await page.goBack();
  await expect(provision).toBeFocused();
});

async function tabTo(page: Page, place: Locator): Promise<void> {
  await expect(place).toBeVisible();
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    if (await place.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error('Tab does not reach it.');
}

test('everything that Tab reaches shows that it has the focus', async ({ recital }) => {
  await recital.open(`${wtdc}/recalling.a`);
  const { page } = recital;
  for (let presses = 0; presses < 25; presses += 1) {
    await page.keyboard.press('Tab');
    const ring = await page.evaluate(() => {
      const style = getComputedStyle(document.activeElement ?? document.body);
      return { style: style.outlineStyle, opacity: style.opacity };
    });
    expect(ring).toEqual({ style: 'solid', opacity: '1' });
  }
});

test('the theme follows the system until a person chooses one in the menu, and the choice stays', async ({
  recital,
}) => {
  const { page } = recital;
  const paper = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await page.emulateMedia({ colorScheme: 'light' });
  await recital.open();
  const light = await paper();
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(paper).not.toBe(light);
  const dark = await paper();
  await page.emulateMedia({ colorScheme: 'light' });
  const menu = page.getByRole('dialog', { name: 'Display' });
  await page.getByRole('button', { name: 'Menu' }).click();
  await menu.getByRole('radio', { name: 'Dark' }).check();
  await expect.poll(paper).toBe(dark);
  await page.reload();
  expect(await paper()).toBe(dark);
  await page.getByRole('button', { name: 'Menu' }).click();
  await expect(menu.getByRole('radio', { name: 'Dark' })).toBeChecked();
  await menu.getByRole('radio', { name: 'As the system' }).check();
  await expect.poll(paper).toBe(light);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Menu' })).toBeFocused();
});

test('another language is spoken at once, in the open menu and where one is', async ({
  recital,
}) => {
  await recital.open(`${wtdc}/noting.c`);
  const { page } = recital;
  const place = await page.evaluate(scrollTop);
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('radio', { name: 'العربية' }).check();
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.getByRole('radio', { name: 'العربية' })).toBeFocused();
  expect(await page.evaluate(scrollTop)).toBe(place);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
  await expect(page.locator('.document')).toHaveAttribute('dir', 'ltr');
});

test('single keys are no shortcuts where a person has put them off', async ({ recital }) => {
  await recital.open(newer);
  const { page } = recital;
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('checkbox', { name: /^Single letters/ }).uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await expect(page.getByRole('button', { name: 'Menu' })).toBeFocused();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Search the library' })).toBeFocused();
});

test('enlarged four times the head leaves the text its room, and nothing sticks out', async ({
  recital,
}) => {
  const { page } = recital;
  await page.setViewportSize({ width: 320, height: 256 });
  for (const place of ['', newer, '#/search?q=network+slicing', '#/nonsense']) {
    await recital.open(place);
    // The wheel turns a page only once it is drawn and higher than its window.
    await expect(async () => {
      await page.mouse.wheel(0, 600);
      await expect(page.getByRole('banner').first()).not.toBeInViewport({ timeout: 500 });
    }).toPass({ timeout: 15_000 });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, place).toBe(0);
  }
});

test('what the keyboard comes to is never under the head', async ({ recital }) => {
  await recital.open('#/search?q=network');
  const { page } = recital;
  const last = page.locator('.hit a.open').last();
  await last.focus();
  for (let presses = 0; presses < 20; presses += 1) {
    await page.keyboard.press('Shift+Tab');
    const clear = await page.evaluate(() => {
      const focused = document.activeElement;
      const head = document.querySelector('.frame-head');
      if (focused === null || head === null || head.contains(focused)) return 0;
      return focused.getBoundingClientRect().top - head.getBoundingClientRect().bottom;
    });
    expect(clear).toBeGreaterThanOrEqual(0);
  }
});

test('moving between screens shifts nothing', async ({ recital }) => {
  await recital.open(newer);
  const { page } = recital;
  await page.getByRole('link', { name: 'Recital, first page' }).click();
  await expect(page.getByRole('heading', { name: /to read and to search/ })).toBeVisible();
  await page.getByRole('combobox').pressSequentially('study');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Results' })).toBeVisible();
  expect((await recital.layoutShift()).unasked).toBeLessThan(0.01);
});

test('the old screen stays until the new one is there; only a late one is announced', async ({
  recital,
}) => {
  await recital.open();
  const { page } = recital;
  const calls = await holdCalls(page, 'show');
  await page
    .getByRole('region', { name: 'Resolutions' })
    .getByRole('link', { name: /Resolution 43/ })
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/to read and to search/);
  await expect(page.locator('.slow')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/to read and to search/);
  calls.release();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Assistance/);
  await expect(page.locator('.slow')).toBeHidden();
});

test('where the server is gone a sentence says so and what to do, and nothing typed is lost', async ({
  page,
}) => {
  const server = await startServer();
  await page.goto(server.url);
  const field = page.getByRole('combobox');
  await expect(field).toBeVisible();
  await server.stop();
  await field.pressSequentially('network slicing');
  await expect(page.getByText('Suggestions are not available').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Recital does not answer');
  await expect(
    page.getByText('Start Recital again or check the network, then try again.'),
  ).toBeVisible();
  await expect(field).toHaveValue('network slicing');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(field).toHaveValue('network slicing');
});

test('an address that is none says so, and leads to a search for it and back to the resolutions', async ({
  recital,
}) => {
  await recital.open('#/nonsense');
  const { page } = recital;
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This is not an address');
  await expect(page.getByText('nonsense', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Try again' })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Search for “nonsense”' })).toHaveAttribute(
    'href',
    '#/search?q=nonsense',
  );
  await page.getByRole('link', { name: 'All resolutions' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/to read and to search/);
});

test('a work that nothing here knows says so', async ({ recital }) => {
  await recital.open('#/wtsa/resolution/999@2024');
  await expect(recital.page.getByRole('heading', { level: 1 })).toHaveText('Not in this library');
});

test('on paper there is the text alone', async ({ recital }) => {
  await recital.open(newer);
  await recital.page.emulateMedia({ media: 'print' });
  await expect(recital.page.getByRole('banner').first()).toBeHidden();
  await expect(recital.page.getByRole('navigation', { name: 'Sections' })).toBeHidden();
  await expect(recital.page.getByRole('article')).toBeVisible();
});
