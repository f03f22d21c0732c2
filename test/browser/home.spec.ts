import { expect, newer, test } from './recital.ts';

test('the first screen says what this is and asks for words to search', async ({ recital }) => {
  await recital.open();
  const { page } = recital;
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'ITU resolutions, to read and to search',
  );
  await expect(page.getByText('International Telecommunication Union, offline')).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Search the library' })).toBeInViewport();
});

test('the first screen lists the resolutions by body and, within it, newest first', async ({
  recital,
}) => {
  await recital.open();
  const { page } = recital;
  const assembly = page.getByRole('region', {
    name: 'World Telecommunication Standardization Assembly (WTSA)',
  });
  await expect(assembly.getByRole('listitem')).toHaveText([
    /2024.*Resolution 92 \(Rev\. New Delhi, 2024\)/,
    /2016.*Resolution 92 \(Hammamet, 2016\)/,
  ]);
  const conference = page.getByRole('region', {
    name: 'World Telecommunication Development Conference (WTDC)',
  });
  await expect(conference.getByRole('listitem')).toHaveText([
    /2017.*Resolution 43 \(.*Buenos Aires, 2017\)/,
  ]);
});

test('a resolution of the list opens to be read', async ({ recital }) => {
  await recital.open();
  const { page } = recital;
  await page
    .getByRole('region', { name: 'Resolutions' })
    .getByRole('link', { name: /Resolution 92 \(Hammamet, 2016\)/ })
    .click();
  await expect(page).toHaveURL(/#\/wtsa\/resolution\/92@2016$/);
  await expect(page.locator('.document-head .history')).toHaveText('(Hammamet, 2016)');
});

test('quiet entries lead to the rest of the library, each with how much there is', async ({
  recital,
}) => {
  await recital.open();
  const { page } = recital;
  const entries = page.getByRole('navigation', { name: 'Also in this library' });
  await expect(entries.getByRole('link')).toHaveText([
    /^Handbooks \d+/,
    /^Tours \d+/,
    /^Who does what \d+/,
    /^References \d+/,
    /^Glossary \d+/,
    /^Topics \d+/,
    /^Meetings \d+/,
  ]);
  const count = Number(
    /\d+/.exec(await entries.getByRole('link', { name: /^Tours/ }).innerText())?.[0],
  );
  await entries.getByRole('link', { name: /^Tours/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Tours' })).toBeFocused();
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(count);
});

test('examples lead to what they find', async ({ recital }) => {
  await recital.open();
  const { page } = recital;
  await page.getByRole('link', { name: 'network slicing' }).click();
  await expect(page).toHaveURL(/#\/search\?q=network\+slicing$/);
  await expect(page.getByRole('combobox')).toHaveValue('network slicing');
  await expect(page.getByRole('article').first()).toContainText('slicing');
});

test('what is new in Resolution 92 leads to the comparison, and to provisions that are new', async ({
  recital,
}) => {
  await recital.open();
  const { page } = recital;
  const news = page.getByRole('region', { name: 'New in the newest editions' });
  await expect(news.getByRole('link', { name: /^Resolution 92 .*New Delhi/ })).toBeVisible();
  await expect(news).toContainText(/Against 2016: \d+ amended, 24 new and 7 removed/);
  const provision = news.getByRole('listitem').getByRole('link').first();
  await expect(provision).toHaveAttribute('href', /^#\/wtsa\/resolution\/92@2024\//);
  await news.getByRole('link', { name: 'See what changed' }).click();
  await expect(page).toHaveURL(/#\/compare\?from=.*92@2016&to=.*92@2024$/);
});

test('reading goes on where it stopped, on this machine alone, until a person clears it', async ({
  recital,
}) => {
  const { page } = recital;
  await page.clock.install();
  await recital.open(newer);
  await expect(page.locator('[id="at-considering.a"]')).toBeAttached();
  await page.clock.runFor(5000);
  await page.locator('[id="at-considering.q"]').evaluate((part) => part.scrollIntoView());
  await page.evaluate('window.scrollBy(0, -160)');
  await expect
    .poll(async () => {
      await page.clock.runFor(1000);
      return page.evaluate(() => localStorage.getItem('recital.recent'));
    })
    .toContain('considering');
  await recital.open('#/tour/resolution-92');
  await expect(page.getByRole('heading', { level: 1, name: /twelve stops/ })).toBeVisible();
  await page.clock.runFor(5000);
  await page.getByRole('link', { name: 'Recital, first page' }).click();

  const list = page.getByRole('region', { name: 'Continue reading' });
  await expect(list.getByRole('listitem')).toHaveText([
    /Resolution 92 in twelve stops/,
    /Resolution 92 \(Rev\. New Delhi, 2024\)\s*considering\s[a-z]\)/,
  ]);
  await list.getByRole('link', { name: /New Delhi, 2024/ }).click();
  await expect(page).toHaveURL(/92@2024\/considering\.[a-z]$/);
  await page.goBack();
  await list.getByRole('button', { name: 'Clear this list' }).click();
  await expect(list).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(list).toHaveCount(0);
});

test('the first screen does without what is new where that cannot be told', async ({ recital }) => {
  const { page } = recital;
  await page.route('**/api/news', (route) => route.abort());
  await recital.open();
  await expect(page.getByRole('region', { name: 'Resolutions' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'New in the newest editions' })).toHaveCount(0);
});
