import { boxOf, expect, newer, older, test, wtdc } from './recital.ts';

test.use({ viewport: { width: 1440, height: 900 } });

test('the head of a text gives its body, name, title, history, meeting and days', async ({
  recital,
}) => {
  await recital.open(newer);
  const head = recital.page.getByRole('article').locator('header');
  await expect(
    head.getByText('World Telecommunication Standardization Assembly (WTSA)'),
  ).toBeVisible();
  await expect(head.getByText('Resolution 92 (Rev. New Delhi, 2024)')).toBeVisible();
  await expect(head.getByRole('heading', { level: 1 })).toHaveText(
    /^Enhancing the standardization activities .* mobile telecommunications$/,
  );
  await expect(head.getByText('(Hammamet, 2016; Geneva, 2022; New Delhi, 2024)')).toBeVisible();
  await expect(head.getByText(/WTSA-24 · New Delhi · 15\s–\s24 October 2024/)).toBeVisible();
});

test('a full line of the text holds about 68 characters', async ({ recital }) => {
  await recital.open(newer);
  const lengths = await recital.page.locator('.provision > p').evaluateAll((paragraphs) =>
    paragraphs.flatMap((paragraph) => {
      const lines = Math.round(
        paragraph.getBoundingClientRect().height /
          Number.parseFloat(getComputedStyle(paragraph).lineHeight),
      );
      return lines >= 5 ? [(paragraph.textContent ?? '').length / (lines - 0.5)] : [];
    }),
  );
  expect(lengths.length).toBeGreaterThan(3);
  const mean = lengths.reduce((sum, one) => sum + one, 0) / lengths.length;
  expect(mean).toBeGreaterThan(58);
  expect(mean).toBeLessThan(76);
});

test('every section is a landmark under a real heading, in the order of the text', async ({
  recital,
}) => {
  await recital.open(wtdc);
  const { page } = recital;
  const headings = page.locator('article .section > h2');
  await expect(headings).toHaveText([
    'recalling',
    'considering',
    'noting',
    'recognizing',
    'resolves',
    /^instructs the Director of the Telecommunication Development Bureau/,
    'invites the study groups of the ITU Telecommunication Development Sector',
    'encourages Member States',
  ]);
  await expect(page.getByRole('region', { name: 'recognizing' })).toBeVisible();
});

test('labels hang in the margin, those of nested provisions within the text of the outer one', async ({
  recital,
}) => {
  await recital.open(`${wtdc}/resolves.2`);
  const { page } = recital;
  const outer = page.locator('[id="at-resolves.2"]');
  const inner = page.locator('[id="at-resolves.2.ii"]');
  const leftOf = async (part: typeof outer) => (await boxOf(part)).x;
  await expect(outer.locator('.label')).toHaveText('2');
  await expect(inner.locator('.label')).toHaveText('ii)');
  expect(await leftOf(outer.locator('.label'))).toBeLessThan(await leftOf(outer.locator('p')));
  expect(await leftOf(inner.locator('.label'))).toBeGreaterThanOrEqual(
    await leftOf(outer.locator('p')),
  );
});

test('a footnote opens beside its mark under the pointer and the focus; the keyboard goes on to the foot and back', async ({
  recital,
}) => {
  await recital.open(`${newer}/considering.i`);
  const { page } = recital;
  const mark = page
    .locator('[id="at-considering.i"]')
    .getByRole('button', { name: 'Footnote 1', exact: true });
  const beside = page.getByRole('note', { name: 'Footnote 1' });
  await mark.hover();
  await expect(beside).toContainText('These include the least developed countries');
  await beside.hover();
  await page.waitForTimeout(400);
  await expect(beside).toBeVisible();
  await page.mouse.move(5, 500);
  await expect(beside).toBeHidden();

  await mark.focus();
  await expect(mark).toHaveAccessibleDescription(/small island developing states/);
  await page.keyboard.press('Escape');
  await expect(beside).toBeHidden();
  await page.keyboard.press('Enter');
  const foot = page.getByRole('region', { name: 'Footnotes' }).getByRole('listitem');
  await expect(foot).toBeFocused();
  await expect(foot).toContainText('These include the least developed countries');
  await foot.getByRole('button', { name: 'Back to the text, from footnote 1' }).click();
  await expect(mark).toBeFocused();
});

test('each provision has a link to itself, shown under the pointer, that leads to its address', async ({
  recital,
}) => {
  await recital.open(newer);
  const { page } = recital;
  const provision = page.locator('[id="at-considering.b"]');
  const self = provision.getByRole('link', { name: 'Link to considering b)' });
  await expect(self).toHaveCSS('opacity', '0');
  await provision.hover();
  await expect(self).toHaveCSS('opacity', '1');
  await self.click();
  await expect(page).toHaveURL(/#\/wtsa\/resolution\/92@2024\/considering\.b$/);
  await expect(provision).toHaveAttribute('aria-current', 'location');
  expect(await page.locator('.provision:not(:has(.self))').count()).toBe(0);
});

test('a deep link scrolls to its provision, marks it and gives it the focus', async ({
  recital,
}) => {
  await recital.open(`${newer}/instructs-itu-t-sg-13.3`);
  const provision = recital.page.locator('[id="at-instructs-itu-t-sg-13.3"]');
  await expect(provision).toBeInViewport();
  await expect(provision).toBeFocused();
  await expect(provision).toHaveAttribute('aria-current', 'location');
  await expect(provision).toContainText('network slicing');
});

test('a deep link to what the edition does not have says so above the text', async ({
  recital,
}) => {
  await recital.open(`${older}/considering.zz`);
  await expect(recital.page.getByText('This edition has no “considering.zz”.')).toBeVisible();
  await expect(
    recital.page.getByRole('heading', { name: 'considering', exact: true }),
  ).toBeVisible();
});

test('the outline stands beside the text on a wide screen and leads to each section', async ({
  recital,
}) => {
  await recital.open(newer);
  const { page } = recital;
  const outline = page.getByRole('navigation', { name: 'Sections' });
  await outline.getByRole('link', { name: /instructs ITU-T Study Group\s13/ }).click();
  const section = page.getByRole('region', { name: /^instructs Study Group 13/ });
  await expect(section).toBeFocused();
  await expect(section).toBeInViewport();
  await expect(outline).toBeInViewport();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the outline is folded above the text and opens', async ({ recital }) => {
    await recital.open(newer);
    const outline = recital.page.getByRole('navigation', { name: 'Sections' });
    const link = outline.getByRole('link', { name: /^considering/ });
    await expect(link).toBeHidden();
    await outline.getByText('Sections', { exact: true }).click();
    await link.click();
    await expect(recital.page.getByRole('region', { name: 'considering' })).toBeFocused();
  });
});

test('the foreword is folded until it is asked for', async ({ recital }) => {
  await recital.open(newer);
  const { page } = recital;
  const words = page.getByText('is the United Nations specialized agency');
  await expect(words).toBeHidden();
  await page.getByText('Foreword', { exact: true }).click();
  await expect(words).toBeVisible();
});

test('the foot gives provenance, rights, other editions, and where the text is cited', async ({
  recital,
}) => {
  await recital.open(newer);
  const foot = recital.page.locator('.document-foot');
  await expect(foot.getByRole('definition').filter({ hasText: '© ITU' })).toBeVisible();
  await expect(foot.getByText(/^[0-9a-f]{64}$/)).toBeVisible();
  await foot.getByRole('link', { name: 'Resolution 92 (Hammamet, 2016)' }).click();
  await expect(recital.page).toHaveURL(/92@2016$/);
  const cited = recital.page.getByRole('region', { name: 'Where this resolution is cited' });
  await expect(cited.getByRole('link', { name: /recalling m\)/ })).toBeVisible();
});

test('no word of a document becomes markup, and the page keeps to its security policy', async ({
  recital,
  errors,
}) => {
  await recital.open(newer);
  await expect(recital.page.locator('article script, article style, article [style]')).toHaveCount(
    0,
  );
  expect(errors).toEqual([]);
});
