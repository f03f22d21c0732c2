import { boxOf, expect, newer, older, test, wtdc } from './recital.ts';

test.use({ viewport: { width: 1440, height: 900 } });

test('the outline marks the section that is read and keeps it in sight; its name stands at the head', async ({
  recital,
}) => {
  await recital.page.setViewportSize({ width: 1280, height: 500 });
  await recital.open(newer);
  const { page } = recital;
  const here = page.getByRole('navigation', { name: 'Sections' }).locator('[aria-current]');
  await expect(here).toHaveCount(0);
  await page.locator('[id="at-instructs-itu-t-sg-17.2"]').scrollIntoViewIfNeeded();
  await page.locator('[id="at-instructs-itu-t-sg-17.2"]').evaluate((one) => one.scrollIntoView());
  await expect(here).toHaveText(/instructs ITU-T Study Group\s17/);
  await expect(here).toBeInViewport();
  await expect(page.locator('.running-head')).toHaveText(/instructs ITU-T Study Group\s17/);
  await page.getByRole('heading', { level: 1 }).evaluate((one) => one.scrollIntoView());
  await expect(here).toHaveCount(0);
  await expect(page.locator('.running-head')).toHaveText('');
});

test('g goes to the field that leads to what is typed; what nothing is called stays typed', async ({
  recital,
}) => {
  await recital.open(wtdc);
  const { page } = recital;
  await page.keyboard.press('g');
  const field = page.getByRole('combobox', { name: 'Go to' });
  await expect(field).toBeFocused();
  await page.keyboard.type('res 2 ii');
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/43@2017\/resolves\.2\.ii$/);
  await expect(page.locator('[id="at-resolves.2.ii"]')).toBeFocused();

  await page.keyboard.press('g');
  await page.keyboard.type('resolves 99');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Nothing in this text is called “resolves 99”.')).toBeVisible();
  await expect(field).toHaveValue('resolves 99');

  await field.fill('wtsa/resolution/92@2024#considering.a');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/92@2024\/considering\.a$/);
});

test('suggestions are chosen by the arrows', async ({ recital }) => {
  await recital.open(newer);
  const { page } = recital;
  await page.keyboard.press('g');
  await page.keyboard.type('instructs sg13');
  const options = page.getByRole('option');
  await expect(options.first()).toHaveText(/^instructs ITU-T Study Group\s13$/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/instructs-itu-t-sg-13\.1$/);
});

test('beside the text stands the context of the provision that was asked for, then of the one that is read', async ({
  recital,
}) => {
  await recital.open(`${newer}/considering.i`);
  const { page } = recital;
  const panel = page.getByRole('region', { name: 'Around this provision' });
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText('considering i)');
  await expect(panel.getByRole('link', { name: 'WTDC Resolution 43 (2017)' })).toBeVisible();
  await expect(panel.getByRole('listitem').filter({ hasText: 'Hammamet, 2016' })).toContainText(
    'other words',
  );
  await page.locator('[id="at-instructs-itu-t-sg-13.3"]').evaluate((one) => one.scrollIntoView());
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText(/Study Group\s13 3$/);
  const [text, beside] = [await boxOf(page.locator('.provision').first()), await boxOf(panel)];
  expect(beside.x).toBeGreaterThan(text.x + text.width);
});

test('the same provision in another edition is a link to it, and a comparison where it has other words', async ({
  recital,
}) => {
  await recital.open(`${older}/considering.a`);
  const { page } = recital;
  const other = page
    .getByRole('region', { name: 'Around this provision' })
    .getByRole('listitem')
    .filter({ hasText: 'New Delhi, 2024' });
  await expect(other.getByRole('link', { name: 'Compare' })).toHaveAttribute(
    'href',
    /^#\/compare\?from=wtsa\/resolution\/92@2016&to=wtsa\/resolution\/92@2024&at=considering\.a$/,
  );
  await other.getByRole('link', { name: 'New Delhi, 2024' }).click();
  await expect(page).toHaveURL(/92@2024\/considering\.a$/);
});

test.describe('where there is no third column', () => {
  test.use({ viewport: { width: 1024, height: 768 } });

  test('the context opens under the place that was asked for', async ({ recital }) => {
    await recital.open(`${newer}/considering.i`);
    const provision = recital.page.locator('[id="at-considering.i"]');
    await provision.getByText('Around this provision').click();
    await expect(provision.getByRole('link', { name: 'WTDC Resolution 43 (2017)' })).toBeVisible();
    await expect(provision.getByText('Hammamet, 2016')).toBeVisible();
  });
});

test('a provision is copied with a proper reference, its address as it is typed; both are said', async ({
  recital,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await recital.open(`${newer}/instructs-itu-t-sg-13.2`);
  const { page } = recital;
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await page.getByRole('button', { name: 'Copy with reference' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toBeVisible();
  expect((await copied()).replaceAll('\u00a0', ' ')).toBe(
    '“to maintain and update on an annual basis the supplement to the ITU‑T Recommendation containing the current version of the IMT system standardization roadmap;” (WTSA Resolution 92 (Rev. New Delhi, 2024), instructs ITU-T Study Group 13, 2)',
  );
  await page.getByRole('button', { name: 'Copy address' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'address is copied' })).toBeVisible();
  expect(await copied()).toBe('wtsa/resolution/92@2024#instructs-itu-t-sg-13.2');
});

test('where the clipboard is closed the words are selected in a field', async ({ recital }) => {
  const { page } = recital;
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  await recital.open(`${newer}/considering.b`);
  await page.getByRole('button', { name: 'Copy address' }).click();
  const field = page.getByRole('textbox', { name: /^The clipboard is closed/ });
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('wtsa/resolution/92@2024#considering.b');
  expect(await page.evaluate(() => document.getSelection()?.toString())).toBe(
    'wtsa/resolution/92@2024#considering.b',
  );
});

test('f finds words in the text: how often, each in turn, all marked, and Escape ends it', async ({
  recital,
}) => {
  await recital.open(newer);
  const { page } = recital;
  await page.keyboard.press('f');
  const bar = page.getByRole('search', { name: 'Find in this text' });
  await expect(bar.getByRole('textbox')).toBeFocused();
  await page.keyboard.type('ROADMAP FOR');
  // In considering g) and o) of the text.
  await expect(bar.getByRole('status')).toHaveText('1 of 2');
  await expect(page.locator('[id="at-considering.g"]')).toBeInViewport();
  expect(await page.evaluate(() => CSS.highlights.get('found')?.size)).toBe(2);
  await page.keyboard.press('Enter');
  await expect(bar.getByRole('status')).toHaveText('2 of 2');
  await expect(page.locator('[id="at-considering.o"]')).toBeInViewport();
  await page.keyboard.press('Shift+Enter');
  await expect(bar.getByRole('status')).toHaveText('1 of 2');
  await bar.getByRole('textbox').fill('zebra');
  await expect(bar.getByRole('status')).toHaveText('Nothing found');
  await page.keyboard.press('Escape');
  await expect(bar).toHaveCount(0);
  expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
});

test('on paper stand the text, its notes and where it comes from, and its name over every page', async ({
  recital,
}) => {
  await recital.open(`${newer}/considering.i`);
  const { page } = recital;
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('article')).toBeVisible();
  await expect(page.getByText('These include the least developed countries')).toBeVisible();
  await expect(page.getByText('© ITU')).toBeVisible();
  for (const chrome of ['.frame-head', '.outline', '.context-panel', '.tools', '.self', '.chosen'])
    await expect(page.locator(chrome).first()).toBeHidden();
  const head = await page.evaluate(() =>
    document.adoptedStyleSheets.map((sheet) => sheet.cssRules[0]?.cssText ?? '').join(' '),
  );
  expect(head).toContain('Resolution 92 (Rev. New Delhi, 2024)');
});

test('the keyboard alone goes through the screen: to a place, to a citation, its card, back, and on', async ({
  recital,
}) => {
  await recital.open(newer);
  const { page } = recital;
  await page.keyboard.press('g');
  await page.keyboard.type('considering c');
  await page.keyboard.press('Enter');
  await expect(page.locator('[id="at-considering.c"]')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(
    page.getByRole('article').getByRole('link', { name: /^Recommendation 207/ }),
  ).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('f');
  await page.keyboard.type('slicing');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('search', { name: 'Find in this text' })).toHaveCount(0);
});
