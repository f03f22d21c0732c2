import type { Locator, Page } from '@playwright/test';
import { boxOf, expect, test } from './recital.ts';

test.use({ viewport: { width: 1440, height: 900 } });

const picture = (page: Page): Locator => page.locator('.map-picture > svg');
const work = (page: Page, name: string): Locator =>
  picture(page).getByRole('link', { name: new RegExp(`^${name},`) });
const heading = (page: Page, name: string): Locator =>
  page.getByRole('complementary').getByRole('heading', { name, exact: true });

/** How far two works stand apart. */
async function distance(page: Page, one: string, other: string): Promise<number> {
  const [a, b] = [await boxOf(work(page, one)), await boxOf(work(page, other))];
  return Math.hypot(a.x - b.x, a.y - b.y);
}

test('works are told apart by form and fill, and their names do not lie on each other', async ({
  recital,
}) => {
  const { page } = recital;
  await recital.open('#/map');
  await expect(work(page, 'WTSA Resolution 92')).toHaveClass(/is-here/);
  await expect(work(page, 'WRC Recommendation 207')).not.toHaveClass(/is-here/);
  // All three texts cite Recommendation 207, and only Resolution 43 cites Report M.2078.
  await expect(work(page, 'WRC Recommendation 207')).toHaveAccessibleName(/cited in 3 places/);
  const [often, once] = [
    await boxOf(work(page, 'WRC Recommendation 207').locator('path')),
    await boxOf(work(page, 'Recommendation ITU-T A.5').locator('path')),
  ];
  expect(often.width).toBeGreaterThan(once.width);
  const names = page.locator('.map-names .is-placed');
  await expect(names.filter({ hasText: 'WTSA Resolution 92' })).toBeVisible();
  await page.evaluate(() => document.fonts.ready);
  const boxes = await names.evaluateAll((all) =>
    all.map((name) => name.getBoundingClientRect().toJSON() as DOMRect),
  );
  expect(boxes.length).toBeGreaterThan(10);
  // The rim that parts a name from the lines behind it may touch another's.
  const rim = 2;
  for (const [order, a] of boxes.entries())
    for (const b of boxes.slice(order + 1))
      expect(
        a.x + rim >= b.x + b.width - rim ||
          b.x + rim >= a.x + a.width - rim ||
          a.y + rim >= b.y + b.height - rim ||
          b.y + rim >= a.y + a.height - rim,
      ).toBe(true);
});

test('a work that is chosen keeps what is next to it, and going back leaves it again', async ({
  recital,
}) => {
  const { page } = recital;
  await recital.open('#/map');
  await work(page, 'WTSA Resolution 92').click();
  await expect(page).toHaveURL(/#\/map\?focus=wtsa\/resolution\/92$/);
  await expect(page).toHaveTitle(/Map of citations: WTSA Resolution 92/);
  await expect(heading(page, 'WTSA Resolution 92')).toBeVisible();
  await expect(work(page, 'WRC Recommendation 207')).not.toHaveClass(/is-faint/);
  // It is cited by Resolution 43 alone.
  await expect(work(page, 'Report ITU-R M.2290')).toHaveClass(/is-faint/);
  const citedBy = page.getByRole('region', { name: 'It is cited by' });
  await expect(citedBy.getByRole('listitem')).toHaveText(['WTDC Resolution 43']);

  await page.getByRole('link', { name: 'Two steps' }).click();
  await expect(work(page, 'Report ITU-R M.2290')).not.toHaveClass(/is-faint/);
  await citedBy.getByRole('link').click();
  await expect(page).toHaveURL(/focus=wtdc\/resolution\/43&depth=2$/);
  await page.goBack();
  await page.goBack();
  await page.goBack();
  await expect(page).toHaveURL(/#\/map$/);
  await expect(heading(page, 'Most cited')).toBeVisible();
  await page.goForward();
  await page.getByRole('link', { name: 'Open WTSA Resolution 92' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('WTSA Resolution 92');
});

test('one comes nearer by wheel, key and button, and back to the whole', async ({ recital }) => {
  const { page } = recital;
  await recital.open('#/map');
  const apart = () => distance(page, 'WTSA Resolution 92', 'WTDC Resolution 43');
  const whole = await apart();
  const { x, y, width, height } = await boxOf(picture(page));
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.wheel(0, -200);
  await expect.poll(apart).toBeGreaterThan(whole * 1.1);
  await page.getByRole('button', { name: 'Show everything' }).click();
  await expect.poll(apart).toBeCloseTo(whole, 0);
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await expect.poll(apart).toBeCloseTo(whole * 1.5, 0);
  await page.getByRole('button', { name: 'Zoom out' }).click();
  await expect.poll(apart).toBeCloseTo(whole, 0);
});

test('everything can be done by keys', async ({ recital }) => {
  const { page } = recital;
  await recital.open('#/map');
  await page.getByRole('link', { name: 'Table' }).focus();
  // The picture comes after what stands beside it, the most cited work first.
  const list = page.getByRole('complementary').locator('summary');
  await list.focus();
  await page.keyboard.press('Tab');
  const first = picture(page).getByRole('link').first();
  await expect(first).toBeFocused();
  await expect(first).toHaveAccessibleName(/cited in 3 places/);
  const before = await boxOf(first);
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await boxOf(first)).x).toBeCloseTo(before.x - 60, 0);
  await page.keyboard.press('0');
  await page.keyboard.press('+');
  await expect(picture(page)).toHaveClass(/is-near/);
  await page.keyboard.press('-');
  await expect(picture(page)).not.toHaveClass(/is-near/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/focus=/);
  await expect(first).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(picture(page).locator(':focus')).toHaveCount(1);
});

test('kinds narrow the map, and the table has the same works as the picture', async ({
  recital,
}) => {
  const { page } = recital;
  await recital.open('#/map?kind=report');
  await expect(picture(page).getByRole('link')).toHaveCount(4);
  const shown = await page.locator('.map-names text').allTextContents();
  // Reports M.2078, M.2290 and M.2370 are in "instructs the Director … 10", M.2516 in "considering k)".
  expect(shown.toSorted()).toEqual([
    'Report ITU-R M.2078',
    'Report ITU-R M.2290',
    'Report ITU-R M.2370',
    'Report ITU-R M.2516',
  ]);
  await page.getByRole('link', { name: /^Questions/ }).click();
  await expect(page).toHaveURL(/kind=question,report$/);
  await page.getByRole('link', { name: 'Table', exact: true }).click();
  await expect(page).toHaveURL(/kind=question,report&as=table$/);
  const rows = page.getByRole('rowheader');
  await expect(rows).toHaveCount(5);
  await page.getByRole('link', { name: 'Work', exact: true }).click();
  await expect(page.getByRole('columnheader', { name: 'Work' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
  await expect(rows.first()).toContainText('Question 1/1 of ITU-D');
  await page.getByRole('link', { name: 'Work', exact: true }).click();
  await expect(rows.last()).toContainText('Question 1/1 of ITU-D');
  await rows.last().getByRole('link').click();
  await expect(page).toHaveURL(/#\/itu-d\/question\/1-1$/);
});

test('any work can be focused, and what records name can be drawn with the citations', async ({
  recital,
}) => {
  const { page } = recital;
  await recital.open('#/map?focus=itu-t/recommendation/y.3101');
  await expect(heading(page, 'Recommendation ITU-T Y.3101')).toBeVisible();
  await expect(page.getByText('No text here cites it')).toBeVisible();
  await page.getByRole('link', { name: 'With what records name' }).click();
  await expect(page).toHaveURL(/with=records$/);
  await expect(page.getByText('No text here cites it')).toBeHidden();
  await page.getByRole('searchbox', { name: 'Find a work' }).fill('naming mobile');
  await page.getByRole('complementary').getByRole('link', { name: 'Resolution ITU-R 56' }).click();
  await expect(page).toHaveURL(/focus=ra\/resolution\/56&with=records$/);
});

test('a work that the map does not show is found, and shown once it is chosen', async ({
  recital,
}) => {
  const { page } = recital;
  await recital.open('#/map');
  const find = page.getByRole('searchbox', { name: 'Find a work' });
  // No text here cites Y.3101: a record of it is all there is.
  await find.fill('y.3101');
  await page
    .getByRole('region', { name: 'In the library, not on this map' })
    .getByRole('link', { name: /^Recommendation ITU-T Y\.3101/ })
    .click();
  await expect(page).toHaveURL(/#\/map\?focus=itu-t\/recommendation\/y\.3101$/);
  await expect(heading(page, 'Recommendation ITU-T Y.3101')).toBeVisible();
  await find.fill('zebra');
  await expect(page.getByText('No work of this library has these words.')).toBeVisible();
});

test('on a projector the whole picture stands on the first screen', async ({ recital }) => {
  const { page } = recital;
  await page.setViewportSize({ width: 1024, height: 768 });
  await recital.open('#/map');
  await expect(picture(page)).toBeInViewport({ ratio: 1 });
});

test('on a phone the table is cards, and the picture stands on the first screen', async ({
  recital,
}) => {
  const { page } = recital;
  await page.setViewportSize({ width: 390, height: 844 });
  await recital.open('#/map');
  await expect(picture(page)).toBeInViewport({ ratio: 0.9 });
  await expect(page.getByRole('link', { name: /^Reports/ })).toBeHidden();
  await page.getByText('Kinds of works', { exact: true }).click();
  await page.getByRole('link', { name: /^Reports/ }).click();
  await expect(page).toHaveURL(/kind=report$/);
  await recital.open('#/map?as=table');
  const cell = page.getByRole('row').nth(1).getByRole('cell').last();
  await expect(cell).toBeInViewport({ ratio: 1 });
});

test('on a phone the works come before the picture, and nothing sticks out', async ({
  recital,
}) => {
  const { page } = recital;
  await page.setViewportSize({ width: 390, height: 844 });
  await recital.open('#/map?focus=wtsa/resolution/92');
  const [panel, drawing] = [
    await boxOf(page.getByRole('complementary')),
    await boxOf(picture(page)),
  ];
  expect(panel.y + panel.height).toBeLessThanOrEqual(drawing.y);
  expect(drawing.x + drawing.width).toBeLessThanOrEqual(390);
});

test('the timeline has a lane a body, marks the texts here and tells what is to come', async ({
  recital,
}) => {
  const { page } = recital;
  await page.clock.setFixedTime(new Date('2026-06-01'));
  await recital.open('#/timeline');
  const meeting = (name: string) =>
    page.getByRole('article').filter({ has: page.getByRole('heading', { name, exact: true }) });
  await expect(meeting('PP-26')).toContainText('to come');
  await expect(meeting('WTSA-24')).not.toContainText('to come');
  await expect(meeting('WTSA-24')).toContainText('15 – 24 October 2024');
  await expect(
    meeting('WTSA-24').getByRole('listitem').filter({ hasText: 'text here' }),
  ).toContainText('Resolution 92 (Rev. New Delhi, 2024)');
  const [of24, of16, other] = [
    await boxOf(meeting('WTSA-24')),
    await boxOf(meeting('WTSA-16')),
    await boxOf(meeting('WTDC-17')),
  ];
  expect(of24.x).toBe(of16.x);
  expect(of24.y).toBeLessThan(other.y);
  expect(other.y).toBeLessThan(of16.y);
  expect(other.x).toBeGreaterThan(of16.x);

  // By keys: from the bodies into the meetings.
  await page.getByRole('link', { name: 'WTDC', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/timeline\?body=wtdc$/);
  const meetings = page.getByRole('heading', { level: 3 });
  await expect(meetings.filter({ hasNotText: 'WTDC-' })).toHaveCount(0);
  await expect(meetings.first()).toBeVisible();
});
