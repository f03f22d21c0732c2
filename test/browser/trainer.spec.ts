import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { faultsOf } from './axe.ts';
import { asTrainer, callApi, expect, test } from './trainer.ts';

const screens = join(import.meta.dirname, '../../out/screens');

/** Begins with no tour of one's own: other tests of the same server may have left some. */
async function withoutTours(page: Page): Promise<void> {
  const list = (await callApi(page, 'records', { kind: 'tour' })) as {
    value: { records: { address: string }[] };
  };
  for (const { address } of list.value.records)
    if (address.startsWith('tour/own-')) await callApi(page, 'dropTour', { address });
}

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Add to tour' });
/** The key is heard once the screen is painted; while the dialog is open it means nothing. */
const add = (page: Page): Promise<void> =>
  expect(async () => {
    await page.keyboard.press('t');
    await expect(dialogOf(page)).toBeVisible({ timeout: 1000 });
  }).toPass();

const notice = (page: Page) => page.locator('.added').first();

test('what is read is added to a tour with one key, again where the last thing went, and taken out again', async ({
  page,
  trainer,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await asTrainer(page, trainer, '#/wtsa/resolution/92@2024/considering.t');
  await withoutTours(page);
  await expect(page.getByRole('button', { name: 'Add to tour' }).first()).toBeVisible();
  await add(page);
  await expect(dialogOf(page)).toContainText(
    'Resolution 92 (Rev. New Delhi, 2024), considering t)',
  );
  // The first tour of all is named here.
  await expect(page.getByLabel('Title of the new tour')).toBeFocused();
  expect(await faultsOf(page)).toEqual([]);
  await page.screenshot({ path: join(screens, 'add-to-tour-desk-light.png') });
  await page.keyboard.type('For regulators');
  await page.keyboard.press('Tab');
  await page.keyboard.type('What comes next');
  await page.keyboard.press('Enter');
  await expect(notice(page)).toContainText('Added to “For regulators”, stop 1.');
  expect(await faultsOf(page)).toEqual([]);

  // A section, from the panel beside the text.
  await page.evaluate(() => (window.location.hash = '#/wtsa/resolution/92@2024/noting'));
  await page.locator('.context-panel').getByRole('button', { name: 'Add to tour' }).click();
  await expect(dialogOf(page).getByLabel('Tour', { exact: true })).toHaveValue(
    /own-for-regulators/,
  );
  await expect(dialogOf(page).getByRole('button', { name: 'Add', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(notice(page)).toContainText('Added to “For regulators”, stop 1.');

  // Everything else that a stop may show, each with the key.
  const things = {
    '#/body/itu-t-sg-13': 'ITU-T Study Group 13',
    '#/itu-t/recommendation/a.4': 'Recommendation ITU-T A.4',
    '#/handbook/reading-an-itu-resolution/verbs': '',
    '#/term/imt-2020': 'IMT-2020',
    '#/topic/security': '',
    '#/compare?from=wtsa/resolution/92@2016&to=wtsa/resolution/92@2024':
      'What changed from Resolution 92',
  };
  for (const [place, name] of Object.entries(things)) {
    const before = await page.title();
    await page.evaluate((hash) => (window.location.hash = hash), place);
    await expect(page).not.toHaveTitle(before);
    await add(page);
    await expect(dialogOf(page)).toContainText(name);
    await expect(dialogOf(page).getByRole('button', { name: 'Add', exact: true })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(dialogOf(page)).toBeHidden();
    await expect(notice(page)).toContainText('Added to “For regulators”, stop 1.');
  }
  // One row of a comparison, to a stop of its own.
  const row = page.locator('[id="at-considering.c"]');
  await row
    .getByRole('button', { name: /^Add to tour: What changed since .*considering, c\)$/ })
    .click();
  await dialogOf(page).getByLabel('Stop', { exact: true }).selectOption('A new stop');
  await page.getByLabel('Title of the new stop').fill('One change');
  await page.keyboard.press('Enter');
  await expect(notice(page)).toContainText('Added to “For regulators”, stop 2.');
  await page.getByRole('link', { name: 'Open the tour' }).click();
  await expect(page).toHaveURL(/#\/edit\/own-for-regulators\/2$/);
  await expect(page.locator('.edit-exhibits')).toContainText('considering c)');

  // Undo takes the last one out.
  await page.goBack();
  await expect(row).toBeVisible();
  await add(page);
  await dialogOf(page).getByRole('button', { name: 'Add', exact: true }).press('Enter');
  await notice(page).getByRole('button', { name: 'Undo' }).click();
  await expect(notice(page)).toContainText('Taken out again.');
  await page.evaluate(() => (window.location.hash = '#/tour/own-for-regulators'));
  await expect(page.locator('.stop').nth(0).getByRole('listitem')).toHaveCount(8);
  await expect(page.locator('.stop').nth(1).getByRole('listitem')).toHaveCount(1);
});

test('where single letters are no shortcuts, the key adds nothing', async ({ page, trainer }) => {
  await page.addInitScript(() => localStorage.setItem('recital.single-keys', 'off'));
  await asTrainer(page, trainer, '#/term/imt-2020');
  await expect(page.getByRole('button', { name: 'Add to tour' })).toBeVisible();
  await page.keyboard.press('t');
  await expect(dialogOf(page)).toBeHidden();
});

test('tours of one\u2019s own come first; they are deleted, brought back, saved as a file and opened from it', async ({
  page,
  trainer,
}, info) => {
  await asTrainer(page, trainer, '#/tour/resolution-92');
  await withoutTours(page);
  await page.getByRole('button', { name: 'Copy and adapt' }).click();
  const title = page.getByRole('textbox', { name: 'Title of the tour' });
  await title.fill('Résolution 92 en français');
  await page.getByLabel('Language of the tour').selectOption('fr');
  await page.getByRole('link', { name: 'See the tour' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveAttribute('lang', 'fr');
  await expect(page.getByRole('link', { name: 'Present' })).toHaveAttribute(
    'href',
    /^#\/present\/own-/,
  );
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as file' }).click();
  const file = await saved;
  expect(file.suggestedFilename()).toMatch(/\.tour\.json$/);
  const path = info.outputPath(file.suggestedFilename());
  await file.saveAs(path);
  await expect(page.getByText(`Saved as ${file.suggestedFilename()}.`)).toBeVisible();
  expect(await readFile(path, 'utf8')).toContain('Résolution 92 en français');

  await page.getByRole('link', { name: 'Tours', exact: true }).first().click();
  const tours = page.locator('.tours > li');
  await expect(tours.first()).toContainText('Résolution 92 en français');
  await expect(tours.first()).toContainText('Yours');
  await expect(page.locator('.tours .own-mark')).toHaveCount(1);
  expect(await faultsOf(page)).toEqual([]);
  await page.screenshot({ path: join(screens, 'tours-own-desk-light.png') });
  await tours
    .first()
    .getByRole('button', { name: /^Delete: Résolution/ })
    .click();
  await expect(page.locator('.tours .own-mark')).toHaveCount(0);
  await expect(page.getByText('“Résolution 92 en français” is deleted.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(tours.first()).toContainText('Résolution 92 en français');

  await page.locator('input[type=file]').setInputFiles(path);
  await expect(page).toHaveURL(/#\/edit\/own-/);
  await expect(title).toHaveValue('Résolution 92 en français');
  await page.goBack();
  await expect(page.locator('.tours .own-mark')).toHaveCount(2);
  await page.locator('input[type=file]').setInputFiles({
    name: 'x.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"no": 1}'),
  });
  await expect(page.getByRole('alert')).toContainText('This did not work: ');
});
