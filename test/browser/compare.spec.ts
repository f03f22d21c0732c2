import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { boxOf, expect, startServer, test } from './recital.ts';

const editions = 'from=wtsa/resolution/92@2016&to=wtsa/resolution/92@2024';
const comparison = `#/compare?${editions}`;

test.use({ viewport: { width: 1440, height: 900 } });

const bar = (page: Page) => page.locator('.compare-bar');
const line = (page: Page, at: string) => page.locator(`[id="at-${at}"]`);

test('what changed is told in figures, in all and by section', async ({ recital }) => {
  const { page } = recital;
  await recital.open(comparison);
  await expect(page.locator('.figures')).toContainText(
    '26 amended, 24 new, 7 removed and 2 unchanged',
  );
  await page.getByText('By section').click();
  const noting = page.getByRole('row').filter({ hasText: /^noting/ });
  await expect(noting.getByRole('cell')).toHaveText(['1', '0', '5', '0']);
  await noting.getByRole('link').click();
  await expect(line(page, 'noting')).toBeFocused();
  await expect(line(page, 'noting')).toBeInViewport();
  await expect(page).toHaveURL(/at=noting$/);
});

test('side by side, each provision stands beside what it was, and its words are marked', async ({
  recital,
}) => {
  const { page } = recital;
  await recital.open(`${comparison}&at=considering.i`);
  const row = line(page, 'considering.i');
  const [older, newer] = [row.locator('.old'), row.locator('.new')];
  await expect(older.getByText('h)', { exact: true })).toBeVisible();
  await expect(newer.getByText('i)', { exact: true })).toBeVisible();
  const [before, after] = [await boxOf(older), await boxOf(newer)];
  expect(Math.abs(before.y - after.y)).toBeLessThan(2);
  expect(before.x + before.width).toBeLessThan(after.x);

  const gone = older.getByRole('deletion').filter({ hasText: 'Dubai, 2014' });
  const come = newer.getByRole('insertion').filter({ hasText: 'Buenos Aires, 2017' });
  // Told apart without colour, and to those who listen.
  await expect(gone).toHaveCSS('text-decoration-line', 'line-through');
  await expect(come).toHaveCSS('text-decoration-line', 'underline');
  await expect(older.getByRole('insertion')).toHaveCount(0);
  await expect(newer.locator('del:visible')).toHaveCount(0);
  await expect(row).toHaveAccessibleName('considering i), Amended, Former place: h)');
});

test('headings are compared like provisions', async ({ recital }) => {
  const { page } = recital;
  await recital.open(`${comparison}&at=instructs-itu-t-sg-11`);
  const heading = page.getByRole('heading', { name: /Study Group 11/ });
  await expect(heading.getByRole('insertion')).toHaveText(
    ' of the ITU Telecommunication Standardization Sector',
  );
});

test('merged, both texts stand in one; the choice is in the address and survives a reload', async ({
  recital,
}) => {
  const { page } = recital;
  await recital.open(`${comparison}&at=considering.i`);
  await page.getByRole('button', { name: 'Merged' }).click();
  await expect(page).toHaveURL(/view=merged/);
  await page.reload();
  const row = line(page, 'considering.i');
  await expect(row.locator('.old')).toBeHidden();
  await expect(row.locator('.new')).toContainText('(Rev. Dubai, 2014Buenos Aires, 2017)');
  await expect(row.locator('.new del').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Merged' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
});

test('what moved is joined with where it stood by a thread, and by links both ways', async ({
  recital,
}) => {
  const { page } = recital;
  await recital.open(`${comparison}&view=side&only=changes&at=considering.c`);
  const [now, former] = [line(page, 'considering.c'), line(page, '-considering.f')];
  await expect(now).toContainText('Moved and amended');
  const thread = await boxOf(page.locator('.thread').first());
  const [top, bottom] = [await boxOf(now), await boxOf(former)];
  expect(thread.y).toBeGreaterThan(top.y);
  expect(thread.y).toBeLessThan(top.y + top.height);
  expect(thread.y + thread.height).toBeGreaterThan(bottom.y);
  expect(thread.y + thread.height).toBeLessThan(bottom.y + bottom.height);

  await now.getByRole('link', { name: 'Former place: f)' }).click();
  await expect(former).toBeFocused();
  await former.getByRole('link', { name: 'Place now: c)' }).click();
  await expect(now).toBeFocused();
  // What was chosen stays.
  await expect(page).toHaveURL(/view=side&only=changes&at=considering\.c$/);
});

test('only changes, only the operative part, or what one actor is told can be shown', async ({
  recital,
}) => {
  const { page } = recital;
  await recital.open(comparison);
  await page.getByRole('button', { name: 'Only changes' }).click();
  await expect(line(page, 'considering.b')).toHaveCount(0);
  await expect(page.getByText('57 of 59 provisions')).toBeVisible();
  await page.getByRole('button', { name: 'Only the operative part' }).click();
  await expect(page.getByRole('heading', { name: 'considering' })).toHaveCount(0);
  await page
    .getByRole('combobox', { name: 'Who must act' })
    .selectOption('ITU-T Study Group\u00a017');
  await expect(page.getByRole('heading', { level: 2 })).toHaveCount(1);
  await expect(bar(page)).toContainText('3 changes');
  await expect(page).toHaveURL(/only=changes&part=operative&actor=itu-t-sg-17$/);
  await page.reload();
  await expect(bar(page)).toContainText('3 changes');
});

test('choices that leave nothing say so and can be taken back', async ({ recital }) => {
  const { page } = recital;
  await recital.open(`${comparison}&actor=academy`);
  await page.getByRole('button', { name: 'Show everything' }).click();
  await expect(line(page, 'considering.a')).toBeVisible();
});

test('keys go from change to change, and it is told which one it is', async ({ recital }) => {
  const { page } = recital;
  await recital.open(comparison);
  await expect(bar(page)).toContainText('57 changes');
  await page.keyboard.press('n');
  await expect(line(page, 'considering.a')).toBeFocused();
  await expect(page.getByRole('status').filter({ hasText: 'Change 1 of 57' })).toBeVisible();
  // Unchanged b) is passed over.
  await page.keyboard.press('j');
  await expect(line(page, 'considering.c')).toBeFocused();
  await page.keyboard.press('p');
  await page.keyboard.press('k');
  await expect(bar(page)).toContainText('Change 57 of 57');
  await expect(line(page, 'invites.2')).toBeInViewport();
  await expect(page).toHaveURL(/at=invites\.2$/);
});

test('with keys alone a person chooses a view, narrows, and goes through the changes', async ({
  recital,
}) => {
  const { page } = recital;
  await recital.open(comparison);
  const reach = async (name: string) => {
    const button = page.getByRole('button', { name, exact: true });
    for (let tabs = 0; tabs < 40; tabs += 1) {
      if (await button.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab does not lead to ${name}.`);
  };
  await reach('Merged');
  await page.keyboard.press('Enter');
  await expect(page.locator('.compare')).not.toHaveClass(/is-side/);
  await reach('Only the operative part');
  await page.keyboard.press('Space');
  await reach('Next change');
  await page.keyboard.press('Enter');
  await expect(bar(page)).toContainText('Change 1 of 30');
  // The focus stays on the button, so the place is told with the number.
  await expect(page.getByRole('status').filter({ hasText: 'Change 1' })).toContainText(
    'Telecommunication Standardization Advisory Group 1, Amended',
  );
  await page.keyboard.press('Enter');
  await expect(bar(page)).toContainText('Change 2 of 30');
});

test('the names of both texts stay in sight', async ({ recital }) => {
  const { page } = recital;
  await recital.open(`${comparison}&at=invites.2`);
  await expect(bar(page).getByRole('link')).toHaveText([
    'Resolution 92 (Hammamet, 2016)',
    'Resolution 92 (Rev. New Delhi, 2024)',
  ]);
  await expect(bar(page)).toBeInViewport({ ratio: 1 });
  const [names, row] = [await boxOf(bar(page)), await boxOf(line(page, 'invites.2'))];
  expect(row.y).toBeGreaterThanOrEqual(names.y + names.height);
});

test('any two documents are chosen from the library and compared', async ({ recital }) => {
  const { page } = recital;
  await recital.open('#/compare');
  await page.getByLabel('Start from').selectOption('Resolution 43 (Rev. Buenos Aires, 2017)');
  await page.getByLabel('Compare with').selectOption('Resolution 92 (Rev. New Delhi, 2024)');
  await page.getByRole('link', { name: 'Compare', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Resolution 92 (Rev. New Delhi, 2024) compared with Resolution 43 (Rev. Buenos Aires, 2017)',
  );
  await page.getByText('Compare other texts').click();
  await page.getByRole('button', { name: 'The other way round' }).click();
  await page.getByRole('link', { name: 'Compare', exact: true }).click();
  await expect(page).toHaveURL(/from=wtsa\/resolution\/92@2024&to=wtdc\/resolution\/43@2017$/);
});

test('printed, it is merged, without what only a screen needs', async ({ recital }) => {
  const { page } = recital;
  await recital.open(`${comparison}&view=side`);
  await page.emulateMedia({ media: 'print' });
  const row = line(page, 'considering.i');
  await expect(row.locator('.old')).toBeHidden();
  await expect(row.locator('.new del').first()).toBeVisible();
  await expect(bar(page)).toBeHidden();
  await expect(page.locator('.compare-tools')).toBeHidden();
});

test('the timeline of a work goes through its meetings and leads to comparisons', async ({
  recital,
}) => {
  const { page } = recital;
  await recital.open('#/wtsa/resolution/92');
  const stops = page.getByRole('region', { name: 'Editions through the meetings' });
  await expect(stops.getByRole('listitem')).toHaveText([
    /New Delhi, 2024.*WTSA-24.*Text here/,
    /Geneva, 2022.*WTSA-20.*text not here/,
    /Hammamet, 2016.*WTSA-16.*Text here/,
  ]);
  await stops.getByRole('link', { name: 'Compare 2016 with 2024' }).click();
  await expect(page.locator('.figures')).toContainText('26 amended');
});

test('a stop of a tour that shows a change opens the comparison at that place', async ({
  recital,
}) => {
  const { page } = recital;
  await recital.open('#/tour/hammamet-to-new-delhi');
  await page
    .getByRole('link', {
      name: /^What changed since Resolution 92 \(Hammamet, 2016\): .*considering a\)/,
    })
    .click();
  await expect(line(page, 'considering.a')).toBeFocused();
  await expect(line(page, 'considering.a')).toHaveAttribute('aria-current', 'location');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the texts are merged, and side by side means one above the other', async ({ recital }) => {
    const { page } = recital;
    await recital.open(`${comparison}&at=considering.i`);
    const row = line(page, 'considering.i');
    await expect(row.locator('.old')).toBeHidden();
    await page.getByRole('button', { name: 'Side by side' }).click();
    const [before, after] = [await boxOf(row.locator('.old')), await boxOf(row.locator('.new'))];
    expect(before.x).toBe(after.x);
    expect(before.y + before.height).toBeLessThanOrEqual(after.y);
  });
});

const secretaries = Array.from({ length: 30 }, (_, group) =>
  [
    `instructs Study Group ${group + 1}`,
    ...Array.from(
      { length: 20 },
      (__, order) =>
        `${order + 1}\tto keep lighthouse ${group * 20 + order} lit in every season of the year;`,
    ),
  ].join('\n'),
);
const longText = (place: string, year: number, sections: readonly string[]) =>
  [
    `Resolution 7 (${place}, ${year})`,
    'On lighthouses',
    `The World Telecommunication Standardization Assembly (${place}, ${year}),`,
    ...sections,
  ].join('\n');

test('a place far down in a long comparison of one\u2019s own documents is there at once, the rest follows', async ({
  page,
}) => {
  const data = await mkdtemp(join(tmpdir(), 'recital-compare-'));
  const files = [join(data, 'older.txt'), join(data, 'newer.txt')] as const;
  await writeFile(files[0], longText('Hammamet', 2016, secretaries));
  await writeFile(
    files[1],
    longText(
      'New Delhi',
      2024,
      secretaries.map((section) => section.replaceAll('lit', 'bright')),
    ),
  );
  const command = join(import.meta.dirname, '../../main/cli/recital.js');
  spawnSync(process.execPath, [command, 'import', ...files, '--json'], {
    env: { ...process.env, RECITAL_DATA: data },
  });
  const server = await startServer(data);
  try {
    const place = '#/compare?from=wtsa/resolution/7@2016&to=wtsa/resolution/7@2024';
    await page.goto(`${server.url}${place}&at=instructs-itu-t-sg-25.9`);
    await expect(line(page, 'instructs-itu-t-sg-25.9')).toBeInViewport();
    await expect(page.getByRole('article')).toHaveCount(600);
    await expect(line(page, 'instructs-itu-t-sg-25.9')).toBeInViewport();
    await page.keyboard.press('n');
    await expect(line(page, 'instructs-itu-t-sg-25.10')).toBeInViewport();
  } finally {
    await server.stop();
    await rm(data, { recursive: true });
  }
});
