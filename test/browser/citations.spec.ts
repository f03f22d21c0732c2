import { boxOf, expect, newer, test, wtdc } from './recital.ts';

test('a citation opens a card that says what it is and that its text is here, and leads there', async ({
  recital,
}) => {
  await recital.open(`${wtdc}/recalling.m`);
  const { page } = recital;
  await page.getByRole('link', { name: 'Resolution 92 (Hammamet, 2016)' }).first().click();
  const card = page.getByRole('dialog');
  await expect(card.getByRole('heading', { level: 2 })).toHaveText('WTSA Resolution 92 (2016)');
  await expect(card.getByRole('heading', { level: 2 })).toBeFocused();
  await expect(card.getByText('The text is in this library.')).toBeVisible();
  await card.getByRole('link', { name: /^Read / }).click();
  await expect(card).toBeHidden();
  await expect(page).toHaveURL(/#\/wtsa\/resolution\/92@2016$/);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});

test('the card of a work without text says so and where else it is cited, with the sentence', async ({
  recital,
}) => {
  await recital.open(`${newer}/considering.c`);
  const { page } = recital;
  await page.getByRole('link', { name: /^Recommendation 207/ }).click();
  const card = page.getByRole('dialog');
  await expect(card.getByText('The text is not in this library.')).toBeVisible();
  const place = card.getByRole('listitem').filter({ hasText: 'Resolution 43' });
  await expect(place.getByRole('link')).toContainText('recalling l)');
  await expect(place).toContainText('of WRC, on future IMT systems');
  await place.getByRole('link').click();
  await expect(page).toHaveURL(/#\/wtdc\/resolution\/43@2017\/recalling\.l$/);
  await expect(page.locator('[id="at-recalling.l"]')).toBeFocused();
});

test('the keyboard opens a card, keeps the focus in it, and Escape gives it back to the citation', async ({
  recital,
}) => {
  await recital.open(`${newer}/considering.c`);
  const { page } = recital;
  const citation = page.getByRole('link', { name: /^Recommendation 207/ });
  await citation.focus();
  await page.keyboard.press('Enter');
  const card = page.getByRole('dialog');
  await expect(card).toBeVisible();
  for (let presses = 0; presses < 8; presses += 1) {
    await page.keyboard.press('Tab');
    const isOutside = await page.evaluate(() => {
      const { activeElement } = document;
      return activeElement !== document.body && activeElement?.closest('dialog') === null;
    });
    expect(isOutside).toBe(false);
  }
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
  await expect(citation).toBeFocused();
});

test('Ctrl+K goes from an open card to the search field', async ({ recital }) => {
  await recital.open(`${newer}/considering.k`);
  const { page } = recital;
  await page.getByRole('link', { name: /M\.2516/ }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('combobox', { name: 'Search the library' })).toBeFocused();
});

test('a click beside the card closes it, and the page has not moved', async ({ recital }) => {
  await recital.open(`${newer}/considering.k`);
  const { page } = recital;
  const before = await page.evaluate(() => window.scrollY);
  await page.getByRole('link', { name: /M\.2516/ }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await page.evaluate(() => window.scrollY)).toBe(before);
  await page.mouse.click(5, 300);
  await expect(page.getByRole('dialog')).toBeHidden();
  expect((await recital.layoutShift()).all).toBeLessThan(0.01);
});

test('the card stands beside its link on a wide screen', async ({ recital }) => {
  await recital.page.setViewportSize({ width: 1440, height: 900 });
  await recital.open(`${newer}/considering.k`);
  const link = recital.page.getByRole('article').getByRole('link', { name: /M\.2516/ });
  await link.click();
  const card = await boxOf(recital.page.getByRole('dialog'));
  const line = await boxOf(link);
  const gap = Math.min(
    Math.abs(card.y - (line.y + line.height)),
    Math.abs(line.y - (card.y + card.height)),
  );
  expect(gap).toBeLessThan(24);
});

test('the card is a sheet at the foot of a phone', async ({ recital }) => {
  await recital.page.setViewportSize({ width: 390, height: 844 });
  await recital.open(`${newer}/considering.k`);
  await recital.page.getByRole('link', { name: /M\.2516/ }).click();
  const card = await boxOf(recital.page.getByRole('dialog'));
  expect(Math.round(card.width)).toBe(390);
  expect(Math.round(card.y + card.height)).toBe(844);
});

test('a citation is a true link: a click with Ctrl opens it in a new tab', async ({
  recital,
  context,
}) => {
  await recital.open(`${wtdc}/recalling.m`);
  const opened = context.waitForEvent('page');
  await recital.page
    .getByRole('link', { name: 'Resolution 92 (Hammamet, 2016)' })
    .first()
    .click({ modifiers: ['ControlOrMeta'] });
  const tab = await opened;
  await expect(tab).toHaveURL(/#\/wtsa\/resolution\/92@2016$/);
  await expect(recital.page.getByRole('dialog')).toBeHidden();
});

test('a place in the foreword that cites a work is called so', async ({ recital }) => {
  await recital.open('#/wtsa/resolution/1');
  await expect(recital.page.getByRole('link', { name: /^Foreword/ })).toHaveCount(2);
});

test('a cited work without text has a page of its own with every place that cites it', async ({
  recital,
}) => {
  await recital.open('#/ra/resolution/56@2015');
  const { page } = recital;
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Resolution ITU-R 56');
  await expect(page.getByText('The text of this work is not in this library.')).toBeVisible();
  const cited = page.getByRole('region', { name: /Cited in \d+ places/ });
  await expect(cited.getByRole('listitem').filter({ hasText: 'Resolution 43' })).toContainText(
    'on naming for IMT',
  );
});

test('a citation shows a preview after the pointer has rested on it, which the pointer can go to', async ({
  recital,
}) => {
  await recital.page.setViewportSize({ width: 1440, height: 900 });
  await recital.open(`${newer}/considering.c`);
  const { page } = recital;
  const citation = page.getByRole('article').getByRole('link', { name: /^Recommendation 207/ });
  await citation.hover();
  const preview = page.getByRole('complementary', { name: 'Preview' });
  await expect(preview).toContainText('WRC Recommendation 207 (2019)');
  await expect(preview).toContainText('The text is not in this library.');
  await expect(preview).toContainText(/Also cited in \d+ places/);
  await preview.getByRole('link', { name: 'What is known of it' }).hover();
  await page.waitForTimeout(400);
  await expect(preview).toBeVisible();
  await page.mouse.move(5, 500);
  await expect(preview).toBeHidden();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('the focus shows the preview too, ears hear it, Escape dismisses it for as long as one stays', async ({
  recital,
}) => {
  await recital.open(`${newer}/considering.c`);
  const { page } = recital;
  const citation = page.getByRole('article').getByRole('link', { name: /^Recommendation 207/ });
  await citation.focus();
  const preview = page.getByRole('complementary', { name: 'Preview' });
  await expect(preview).toBeVisible();
  await expect(citation).toHaveAccessibleDescription(/Future IMT systems/);
  await page.keyboard.press('Escape');
  await expect(preview).toBeHidden();
  await expect(citation).toBeFocused();
  await page.keyboard.press('Enter');
  const card = page.getByRole('dialog');
  await expect(card).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(citation).toBeFocused();
  await page.waitForTimeout(600);
  await expect(preview).toBeHidden();
});

test('a card asks for a glance and not for all that is known of the work', async ({ recital }) => {
  await recital.open(`${wtdc}/recalling.m`);
  const { page } = recital;
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.getByRole('link', { name: 'Resolution 92 (Hammamet, 2016)' }).first().click();
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(asked).toContain('/api/glance');
  expect(asked).not.toContain('/api/show');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('a tap opens the card and no preview', async ({ recital }) => {
    await recital.open(`${newer}/considering.k`);
    const { page } = recital;
    await page
      .getByRole('article')
      .getByRole('link', { name: /M\.2516/ })
      .tap();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expect(page.getByRole('complementary', { name: 'Preview' })).toHaveCount(0);
  });
});
