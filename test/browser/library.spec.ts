import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { boxOf, expect, startServer, test } from './recital.ts';

const project = join(import.meta.dirname, '../..');

test.use({ viewport: { width: 1440, height: 900 } });

const list = (page: Page): Locator => page.getByRole('list', { name: 'Entries' });
const entry = (page: Page, name: string): Locator =>
  list(page)
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name, exact: true }) });
const facet = (page: Page, name: string): Locator => page.getByRole('region', { name });

test('the library says of each entry whether its text is on this machine', async ({ recital }) => {
  await recital.open('#/library?body=wtsa');
  const { page } = recital;
  const newest = entry(page, 'Resolution 92 (Rev. New Delhi, 2024)');
  await expect(newest).toContainText('Text here');
  await expect(newest).toContainText('WTSA-24');
  await expect(entry(page, 'Resolution 92 (Hammamet, 2016)')).toContainText('Text here');
  // The record of a work whose texts are here is no entry beside them.
  await expect(entry(page, 'WTSA Resolution 92')).toHaveCount(0);
  await expect(entry(page, 'WTSA Resolution 44')).toContainText('Record only');
  await expect(entry(page, 'World Telecommunication Standardization Assembly')).toContainText(
    'Written for this library',
  );
  await newest.getByRole('link').click();
  await expect(page).toHaveURL(/#\/wtsa\/resolution\/92@2024$/);
});

test('facets narrow the list in place, each choice leaving what it counted', async ({
  recital,
}) => {
  await recital.open('#/library');
  const { page } = recital;
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/api/')) asked.push(request.url());
  });
  await facet(page, 'Text')
    .getByRole('button', { name: /^On this machine/ })
    .click();
  await expect(list(page).getByRole('listitem')).toHaveCount(3);
  await expect(page).toHaveURL(/#\/library\?here=yes$/);
  const body = facet(page, 'Body').getByRole('button', { name: /WTSA/ });
  await expect(body).toHaveText(/2$/);
  await body.click();
  await expect(list(page).getByRole('listitem')).toHaveCount(2);
  await expect(body).toHaveAttribute('aria-pressed', 'true');
  // Other values of a chosen facet say what they would leave in its place.
  await expect(facet(page, 'Body').getByRole('button', { name: /WTDC/ })).toHaveText(/1$/);
  await page
    .getByRole('list', { name: 'What narrows the list' })
    .getByRole('button', { name: 'Remove On this machine' })
    .click();
  await expect(page).toHaveURL(/#\/library\?body=wtsa$/);
  expect(asked).toEqual([]);
  await page.reload();
  await expect(body).toHaveAttribute('aria-pressed', 'true');
});

test('the library is browsed by meeting, by topic and by year, and sorted', async ({ recital }) => {
  await recital.open('#/library?meeting=wtsa-16');
  const { page } = recital;
  await expect(entry(page, 'Resolution 92 (Hammamet, 2016)')).toBeVisible();
  await expect(entry(page, 'Resolution 92 (Rev. New Delhi, 2024)')).toHaveCount(0);
  await recital.open('#/topic/security');
  await page.getByRole('link', { name: 'Everything on this topic in the library' }).click();
  await expect(entry(page, 'Security and resilience of mobile networks')).toBeVisible();
  await recital.open('#/library?kind=report');
  await expect(facet(page, 'Kind').getByRole('button', { pressed: true })).toHaveText(/^Reports/);
  await page.getByLabel('Order').selectOption('Newest first');
  await expect(page).toHaveURL(/sort=year/);
  const years = (await list(page).getByRole('heading').allInnerTexts()).map(Number);
  expect(years.length).toBeGreaterThan(3);
  expect(years).toEqual(years.toSorted((a, b) => b - a));
});

test('words narrow the library, and what fits nothing says so', async ({ recital }) => {
  await recital.open('#/library');
  const { page } = recital;
  const filter = page.getByRole('searchbox', { name: 'Filter the library' });
  await filter.fill('forums a.4');
  await expect(list(page).getByRole('listitem')).toHaveCount(1);
  await expect(entry(page, 'Recommendation ITU-T A.4')).toContainText('Withdrawn');
  await entry(page, 'Recommendation ITU-T A.4').getByRole('link').click();
  await page.goBack();
  await expect(filter).toHaveValue('forums a.4');
  await filter.fill('zebra');
  await expect(page.getByText('No entry fits.')).toBeVisible();
});

test('who goes back before the next screen is there keeps what they then type', async ({
  recital,
}) => {
  await recital.open('#/library');
  const { page } = recital;
  const filter = page.getByRole('searchbox', { name: 'Filter the library' });
  await filter.fill('forums a.4');
  await expect(page).toHaveURL(/filter=forums/);
  const release = Promise.withResolvers<void>();
  await page.route('**/api/**', async (route) => {
    await release.promise;
    await route.continue();
  });
  await entry(page, 'Recommendation ITU-T A.4').getByRole('link').click();
  await expect(page).toHaveURL(/#\/itu-t\/recommendation\/a\.4$/);
  await page.goBack();
  await filter.fill('zebra');
  release.resolve();
  await expect(page).toHaveURL(/filter=zebra$/);
  await expect(filter).toHaveValue('zebra');
  await expect(page.getByText('No entry fits.')).toBeVisible();
  // Another visit says anew what is narrowed.
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: 'Library' })
    .click();
  await expect(filter).toHaveValue('');
});

test('the address that references once had leads into the library', async ({ recital }) => {
  await recital.open('#/references?status=withdrawn');
  const { page } = recital;
  await expect(page).toHaveURL(/#\/library\?status=withdrawn&here=no$/);
  await expect(entry(page, 'Recommendation ITU-T A.4')).toBeVisible();
});

test('letters lead to the names that begin with them', async ({ recital }) => {
  await recital.open('#/library?sort=name');
  const { page } = recital;
  await page
    .getByRole('navigation', { name: 'Letters' })
    .getByRole('button', { name: 'S', exact: true })
    .click();
  const letter = list(page).getByRole('heading', { name: 'S', exact: true });
  await expect(letter).toBeFocused();
  await expect(letter).toBeInViewport();
});

test('one\u2019s own documents stand first among the others, marked, and can be had alone', async ({
  page,
}) => {
  const data = await mkdtemp(join(tmpdir(), 'recital-own-'));
  const files = ['resolution.docx', 'arabic.docx'].map((name) =>
    join(project, 'test/fixtures/files', name),
  );
  spawnSync(process.execPath, [join(project, 'main/cli/recital.js'), 'import', ...files], {
    env: { ...process.env, RECITAL_DATA: data },
  });
  const server = await startServer(data);
  await page.goto(`${server.url}#/library`);
  await facet(page, 'Yours')
    .getByRole('button', { name: /^Your own documents/ })
    .click();
  const rows = list(page).getByRole('listitem');
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText('Your own document');
  await expect(rows.locator('[lang="ar"][dir="rtl"]')).toHaveCount(1);
  await server.stop();
  await rm(data, { recursive: true });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('what narrows the library is folded away and says how much of it is chosen', async ({
    recital,
  }) => {
    await recital.open('#/library?kind=resolution');
    const { page } = recital;
    const kind = facet(page, 'Kind');
    await expect(kind).toBeHidden();
    await page.getByText('Narrow the list (1)').click();
    await kind.getByRole('button', { name: /^Reports/ }).click();
    await expect(page).toHaveURL(/kind=report$/);
  });
});

test.describe('on a phone, at once', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the first entries stand on the first screen', async ({ recital }) => {
    await recital.open('#/library');
    const rows = list(recital.page).getByRole('listitem');
    await expect(rows.nth(2).getByRole('link')).toBeInViewport();
  });
});

test('the library is walked through by keys alone', async ({ recital }) => {
  await recital.open('#/library?here=yes');
  const { page } = recital;
  await page.getByRole('searchbox', { name: 'Filter the library' }).focus();
  await page.keyboard.type('2024');
  await expect(list(page).getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Order')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(page).toHaveURL(/#\/library\?filter=2024$/);
  await list(page).getByRole('link').first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(list(page).getByRole('link').nth(1)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});

/** So many references as no library here has: what an answer would say of them, in parts. */
const many = 50_000;

async function answerWithMany(page: Page): Promise<void> {
  const partSize = 5000;
  await page.route('**/api/listing', async (route) => {
    const { after = '0' } = route.request().postDataJSON() as { after?: string };
    const from = Number(after);
    const entries = Array.from({ length: partSize }, (_, at) => ({
      address: `itu-t/recommendation/z.${from + at + 1}`,
      kind: 'reference',
      work: null,
      name: `Recommendation ITU-T Z.${from + at + 1}`,
      title: 'Lanterns along the coast and far beyond it, in fog and in rain. '.repeat(
        1 + (at % 4),
      ),
      also: [],
      type: 'recommendation',
      body: 'itu-t',
      year: 1950 + (at % 70),
      meeting: null,
      status: 'in-force',
      isOwn: false,
      language: 'en',
      topics: [],
    }));
    const next = from + partSize < many ? String(from + partSize) : null;
    await route.fulfill({ json: { ok: true, value: { entries, next, state: 'one' } } });
  });
}

test('a library of fifty thousand entries keeps few of them in the page, from the first to the last', async ({
  recital,
}) => {
  const { page } = recital;
  await answerWithMany(page);
  await recital.open('#/library');
  const rows = list(page).getByRole('listitem');
  const link = (number: number) =>
    page.getByRole('link', { name: `Recommendation ITU-T Z.${number}`, exact: true });
  await expect(page.getByText('50,000 entries')).toBeVisible();
  await expect(rows.first()).toHaveAttribute('aria-setsize', String(many));

  // Down the whole list, a bit at a time and in leaps.
  let most = 0;
  for (const share of [0.0001, 0.0002, 0.001, 0.1, 0.5, 0.9]) {
    await page.evaluate((part) => window.scrollTo(0, document.body.scrollHeight * part), share);
    await expect(rows.filter({ visible: true }).first()).toBeVisible();
    most = Math.max(most, await rows.count());
  }
  expect(most).toBeLessThan(80);

  await page.evaluate(() => window.scrollTo(0, 0));
  await link(1).focus();
  await page.keyboard.press('End');
  await expect(link(many)).toBeFocused();
  await expect(link(many)).toBeInViewport();
  await expect(rows.last()).toHaveAttribute('aria-posinset', String(many));
  expect(await rows.count()).toBeLessThan(80);

  // What has the focus stays while one scrolls away from it.
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight / 2));
  await expect(link(many)).not.toBeInViewport();
  await expect(link(many)).toBeFocused();

  await page.keyboard.press('Home');
  await expect(link(1)).toBeFocused();
  await expect(link(1)).toBeInViewport();
  await page.keyboard.press('PageDown');
  await expect(page.locator(':focus')).toBeInViewport();
  expect(Number(/\d+$/.exec(await page.locator(':focus').innerText())?.[0])).toBeGreaterThan(3);
});

test('one comes back to the place in a long list that one left', async ({ recital }) => {
  const { page } = recital;
  await answerWithMany(page);
  await recital.open('#/library');
  await list(page).getByRole('link').first().focus();
  for (let times = 0; times < 6; times += 1) await page.keyboard.press('PageDown');
  const left = page.locator(':focus');
  await expect(left).toBeInViewport();
  const name = await left.innerText();
  const { y } = await boxOf(left);
  await left.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Library');
  await page.goBack();
  const again = page.getByRole('link', { name, exact: true });
  await expect(again).toBeInViewport();
  expect(Math.abs((await boxOf(again)).y - y)).toBeLessThan(3);
});

test('paper takes the beginning of a long list, and says how long it is', async ({ recital }) => {
  const { page } = recital;
  await answerWithMany(page);
  await recital.open('#/library');
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await expect(page.getByText('The first 2,000 of 50,000 entries are printed.')).toBeVisible();
  await expect(list(page).getByRole('listitem')).toHaveCount(2000);
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  expect(await list(page).getByRole('listitem').count()).toBeLessThan(80);
});
