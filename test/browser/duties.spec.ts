import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { boxOf, expect, test } from './recital.ts';

test.use({ viewport: { width: 1440, height: 900 } });

const rows = (page: Page) => page.locator('.duty-table tbody tr');
const cell = (page: Page, actor: string, column: number) =>
  page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: actor, exact: true }) })
    .getByRole('cell')
    .nth(column);

test('the table tells who must do what in the texts\u2019 own words, and what became of it', async ({
  recital,
}) => {
  const { page } = recital;
  await recital.open('#/actions?actor=director-tsb&edition=wtsa/resolution/92@2024');
  await expect(page).toHaveTitle(/^Who must do what/);
  await expect(rows(page)).toHaveCount(2);
  const [kept, changed] = [rows(page).nth(0), rows(page).nth(1)];
  await expect(kept.getByRole('rowheader')).toHaveText(
    'Director of the Telecommunication Standardization Bureau',
  );
  await expect(kept).toContainText('to bring this resolution to the attention of the Directors');
  await expect(kept).toContainText('As in 2016');
  await expect(changed).toContainText('to continue conducting seminars and workshops');
  await changed.getByRole('link', { name: 'Changed since 2016' }).click();
  await expect(page).toHaveURL(
    /#\/compare\?from=wtsa\/resolution\/92@2016&to=wtsa\/resolution\/92@2024&at=instructs-director-tsb\.2$/,
  );
  await page.goBack();
  await kept.getByRole('link', { name: /^Link to/ }).click();
  await expect(page).toHaveURL(/92@2024\/instructs-director-tsb\.1$/);
});

test('choices narrow at once, are counted, stand in the address and come back with it', async ({
  recital,
}) => {
  const { page } = recital;
  await recital.open('#/actions');
  const all = await rows(page).count();
  await page.getByLabel('Who must act').selectOption({ label: 'ITU-T Study Group 13' });
  await expect(rows(page)).toHaveCount(7);
  await expect(page.getByRole('status').filter({ hasText: 'tasks' })).toHaveText(
    `7 of ${all} tasks`,
  );
  await page.getByLabel('What became of it').selectOption({ label: 'Added' });
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText('to maintain and update on an annual basis');
  await expect(page).toHaveURL(/#\/actions\?actor=itu-t-sg-13&became=added$/);
  await page.reload();
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'Show everything' }).click();
  await expect(rows(page)).toHaveCount(all);

  await page.getByLabel('Verb').selectOption('resolves to invite');
  await expect(rows(page)).toHaveCount(6);
  await page.getByLabel('Words in it').fill('open and interoperable');
  await expect(rows(page)).toHaveCount(2);
  await page.getByLabel('Words in it').fill('zebra');
  await expect(page.getByText('Nothing is left by these choices.')).toBeVisible();
});

test('a column\u2019s head sorts by it, and turns the order round', async ({ recital }) => {
  const { page } = recital;
  await recital.open('#/actions?edition=wtsa/resolution/92@2024');
  const head = (name: string) => page.getByRole('columnheader', { name });
  await expect(head('Who must act')).toHaveAttribute('aria-sort', 'ascending');
  await expect(rows(page).first()).toContainText('Academia');
  await head('Who must act').getByRole('button').click();
  await expect(head('Who must act')).toHaveAttribute('aria-sort', 'descending');
  await expect(rows(page).last()).toContainText('Academia');
  await head('Text').getByRole('button').click();
  await expect(head('Text')).toHaveAttribute('aria-sort', 'ascending');
  await expect(head('Who must act')).toHaveAttribute('aria-sort', 'none');
  // The first thing that the operative part says.
  await expect(rows(page).first()).toContainText('to facilitate coordination of');
  await expect(page).toHaveURL(/by=text$/);
});

test('a cell of the matrix says how many provisions there are and what became of them, and opens them', async ({
  recital,
}) => {
  const { page } = recital;
  await recital.open('#/actions');
  await page.getByRole('button', { name: 'Matrix' }).click();
  const matrix = page.getByRole('region', { name: /by edition/ });
  await expect(matrix.getByRole('columnheader')).toHaveText([
    'Who must act',
    'WTDC Resolution 43',
    'WTSA Resolution 92',
    /^Buenos Aires 2017/,
    /^Hammamet 2016/,
    /^New Delhi 2024/,
  ]);
  await expect(cell(page, 'ITU-T Study Group 13', 0)).toHaveText(/asked nothing$/);
  await expect(cell(page, 'ITU-T Study Group 13', 1)).toHaveText('3 provisions');
  await expect(cell(page, 'ITU-T Study Group 13', 2)).toHaveText(
    '4 provisions: 1 added, 3 changed',
  );
  await expect(cell(page, 'ITU-T Study Group 20', 2)).toHaveText('1 provision: 1 added');
  await expect(
    cell(page, 'Director of the Telecommunication Standardization Bureau', 2),
  ).toHaveText('2 provisions: 1 kept, 1 changed');
  await cell(page, 'ITU-T Study Group 13', 2).getByRole('link').click();
  await expect(rows(page)).toHaveCount(4);
  await page.goBack();
  await expect(matrix).toBeVisible();
});

test('what is shown is copied and saved as CSV, as a table and as figures', async ({
  recital,
  context,
}) => {
  const { page } = recital;
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await recital.open('#/actions?actor=director-tsb&edition=wtsa/resolution/92@2024');
  await page.getByRole('button', { name: 'Copy as CSV' }).click();
  await expect(page.getByText('Copied.')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const [head, first] = copied.split(/\r?\n/);
  expect(head).toMatch(/^Who must act,Verb,Label,/);
  expect(first).toMatch(
    /^Director of the Telecommunication Standardization Bureau,instructs,1,to bring this resolution to the attention/,
  );
  expect(first).toMatch(/"Resolution 92 \(Rev\. New Delhi, 2024\)",Kept,/);

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as CSV' }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toBe('who-must-do-what.csv');
  const bytes = await readFile(await saved.path());
  expect(bytes.subarray(0, 3).toString('hex')).toBe('efbbbf');
  expect(bytes.toString('utf8').split('\r\n')).toHaveLength(4);

  await page.getByRole('button', { name: 'Matrix' }).click();
  await page.getByRole('button', { name: 'Copy as CSV' }).click();
  await expect(page.getByText('Copied.')).toBeVisible();
  const figures = await page.evaluate(() => navigator.clipboard.readText());
  expect(figures).toContain('Director of the Telecommunication Standardization Bureau,2,0,1,1,0');
});

test('where the clipboard is closed the text stands selected to be copied', async ({ recital }) => {
  const { page } = recital;
  await page.addInitScript(() =>
    Object.defineProperty(navigator, 'clipboard', { get: () => undefined }),
  );
  await recital.open('#/actions?actor=tsag');
  await page.getByRole('button', { name: 'Copy as CSV' }).click();
  const field = page.getByLabel(/^The clipboard is closed/);
  await expect(field).toBeFocused();
  await expect(field).toHaveValue(/^Who must act,/);
});

test('on paper there is the table alone, its head on every page', async ({ recital }) => {
  const { page } = recital;
  await recital.open('#/actions');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
  await expect(page.getByLabel('Verb')).toBeHidden();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('.duty-table thead')).toHaveCSS('display', 'table-header-group');
});

test('on paper stands what the table was narrowed to', async ({ recital }) => {
  const { page } = recital;
  await recital.open('#/actions?actor=itu-t-sg-13&became=added');
  const told = page.getByText(/^Narrowed to:/);
  await expect(told).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(told).toBeVisible();
  await expect(told).toHaveText('Narrowed to: ITU-T Study Group 13, Added');
  await page.goto(`${recital.url}#/actions`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(told).toHaveCount(0);
});

test('on a phone the first task stands on the first screen, and what narrows the tasks is folded', async ({
  recital,
}) => {
  const { page } = recital;
  await page.setViewportSize({ width: 390, height: 844 });
  await recital.open('#/actions');
  await expect(rows(page).first().getByRole('paragraph')).toBeInViewport({ ratio: 1 });
  const verb = page.getByLabel('Verb');
  await expect(verb).toBeHidden();
  await page.getByText('Narrow the list', { exact: true }).click();
  await verb.selectOption('resolves to invite');
  await expect(rows(page)).toHaveCount(6);
  await expect(page.getByText('Narrow the list (1)')).toBeVisible();
});

test('on a projector the words of the text are the widest part of a line', async ({ recital }) => {
  const { page } = recital;
  await page.setViewportSize({ width: 1024, height: 768 });
  await recital.open('#/actions');
  const widths = await Promise.all(
    [rows(page).first(), rows(page).first().getByRole('paragraph').first()].map(boxOf),
  );
  const [line = 0, text = 0] = widths.map(({ width }) => width);
  expect(text).toBeGreaterThan(line * 0.45);
});

test('on a phone the lines are cards with the same content, and the matrix scrolls by itself', async ({
  recital,
}) => {
  const { page } = recital;
  await page.setViewportSize({ width: 390, height: 844 });
  await recital.open('#/actions?actor=itu-t-sg-13&edition=wtsa/resolution/92@2024');
  const card = rows(page).nth(1);
  for (const part of ['ITU-T Study Group 13', 'instructs', 'to maintain and update', 'Added since'])
    await expect(card).toContainText(part);
  const box = await card.boundingBox();
  expect(box?.width).toBeLessThan(391);
  await page.goto(`${recital.url}#/actions?as=matrix`);
  const matrix = page.getByRole('region', { name: /by edition/ });
  await matrix.focus();
  const scrolled = () => matrix.evaluate((element) => element.scrollLeft);
  await expect
    .poll(async () => {
      await page.keyboard.press('ArrowRight');
      return scrolled();
    })
    .toBeGreaterThan(40);
  // Who is meant stays in sight.
  await expect(matrix.getByRole('rowheader', { name: 'Academia' })).toBeInViewport({ ratio: 1 });
});

test('thousands of lines are drawn as one comes to them, and all can be sorted and narrowed', async ({
  recital,
}) => {
  const { page } = recital;
  const edition = 'wtsa/resolution/92@2024';
  await page.route('**/api/duties', async (route) => {
    const answer = await route.fetch();
    const { value } = (await answer.json()) as { value: { duties: { label: string }[] } };
    const [first] = value.duties;
    const duties = Array.from({ length: 4000 }, (_none, at) => ({
      ...first,
      edition,
      label: `${at + 1}`,
      address: `${edition}#resolves.${at + 1}`,
    }));
    await route.fulfill({ json: { ok: true, value: { ...value, duties, total: 4000 } } });
  });
  await recital.open('#/actions?by=text');
  await expect(page.getByRole('status').filter({ hasText: 'tasks' })).toHaveText('4,000 tasks');
  expect(await rows(page).count()).toBeLessThan(400);
  await expect(async () => {
    await page.keyboard.press('End');
    await expect(page.getByRole('link', { name: 'Link to resolves 4000' })).toBeAttached({
      timeout: 1000,
    });
  }).toPass();
  expect(await rows(page).count()).toBeLessThan(400);
  await page.getByLabel('Words in it').fill('zebra');
  await expect(page.getByText('Nothing is left by these choices.')).toBeVisible();
});

test('by keys alone one narrows, sorts, goes over to the matrix and opens a cell', async ({
  recital,
}) => {
  const { page } = recital;
  await recital.open('#/actions');
  const { keyboard } = page;
  const tabTo = async (name: string | RegExp, role: 'button' | 'link' | 'combobox') => {
    const target = page.getByRole(role, { name }).first();
    for (let press = 0; press < 40; press += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await keyboard.press('Tab');
    }
    await expect(target).toBeFocused();
  };
  await tabTo('Verb', 'combobox');
  await keyboard.type('encour');
  await expect(rows(page).first()).toContainText('encourages');
  await tabTo('What became of it', 'button');
  await keyboard.press('Enter');
  await expect(page).toHaveURL(/verb=encourages&by=became$/);
  await expect(page.getByRole('columnheader', { name: 'What became of it' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
  await page.getByRole('heading', { level: 1 }).focus();
  await tabTo('Matrix', 'button');
  await keyboard.press('Enter');
  await tabTo(/^3 provisions/, 'link');
  await keyboard.press('Enter');
  await expect(rows(page)).toHaveCount(3);
});

test('a body shows its study periods, what became of each request, and the way to the table', async ({
  recital,
}) => {
  const { page } = recital;
  await recital.open('#/body/itu-t-sg-13');
  const periods = page.getByRole('navigation', { name: 'Study periods' }).getByRole('listitem');
  await expect(periods).toHaveText([
    /^WTSA-16\s*2016 to 2022\s*3 tasks$/,
    /^WTSA-20\s*2022 to 2024$/,
    /^WTSA-24\s*2025 to 2028\s*4 tasks$/,
  ]);
  const asked = page.getByRole('region', { name: 'What it is asked to do' });
  const roadmap = asked.getByRole('listitem').filter({ hasText: 'on an annual basis' });
  await expect(roadmap.getByRole('link', { name: /^Added since 2016/ })).toBeVisible();
  await expect(page.getByRole('region', { name: 'History' })).toContainText('What came before');
  await asked.getByRole('link', { name: 'All of it as a table' }).click();
  await expect(page).toHaveURL(/#\/actions\?actor=itu-t-sg-13$/);
  await expect(rows(page)).toHaveCount(7);
});
