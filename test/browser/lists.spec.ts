import { expect, test } from './recital.ts';

test.use({ viewport: { width: 1440, height: 900 } });

test('references stand by series and number, each with its year and status', async ({
  recital,
}) => {
  await recital.open('#/references');
  const { page } = recital;
  const series = page.getByRole('region', { name: 'ITU-T Recommendations, A series' });
  const names = await series.getByRole('link').allInnerTexts();
  const numbers = names.map((name) => Number(/\d+$/.exec(name)?.[0]));
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  const entry = series.getByRole('listitem').filter({ hasText: 'Recommendation ITU-T A.4' });
  await expect(entry).toContainText('2012 · Withdrawn');
  await entry.getByRole('link').click();
  await expect(page).toHaveURL(/#\/itu-t\/recommendation\/a\.4$/);
});

test('the glossary is narrowed by what people say instead', async ({ recital }) => {
  await recital.open('#/glossary?filter=5G');
  const { page } = recital;
  const term = page
    .locator('.terms div')
    .filter({ has: page.getByRole('link', { name: 'IMT-2020', exact: true }) });
  await expect(term).toContainText('People also say 5G');
});

test('references are narrowed by words and status, and the address says so', async ({
  recital,
}) => {
  await recital.open('#/references');
  const { page } = recital;
  await page.getByLabel('Status').selectOption('Withdrawn');
  await page.getByRole('searchbox', { name: 'Filter the references' }).fill('forums a.4');
  const entries = page.locator('.references li');
  await expect(entries).toHaveCount(1);
  await expect(entries).toContainText('Recommendation ITU-T A.4');
  await expect(page).toHaveURL(/#\/references\?filter=forums\+a\.4&status=withdrawn$/);
  await page.reload();
  await expect(entries).toHaveCount(1);
  await page.getByRole('searchbox').fill('zebra');
  await expect(page.getByText('No entry fits.')).toBeVisible();
});

test('a narrowed list is as it was left when one comes back to it', async ({ recital }) => {
  await recital.open('#/references');
  const { page } = recital;
  await page.getByRole('searchbox').fill('a.4');
  await page.getByRole('link', { name: 'Recommendation ITU-T A.4' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Recommendation ITU-T A.4');
  await page.goBack();
  await expect(page.getByRole('searchbox')).toHaveValue('a.4');
});

test('references can be had by year, the newest first', async ({ recital }) => {
  await recital.open('#/references');
  const { page } = recital;
  await page.getByLabel('Order').selectOption('Newest first');
  const years = (await page.getByRole('heading', { level: 2 }).allInnerTexts()).map(Number);
  expect(years.length).toBeGreaterThan(5);
  expect(years).toEqual(years.toSorted((a, b) => b - a));
});

test('bodies stand by Sector', async ({ recital }) => {
  await recital.open('#/bodies');
  const { page } = recital;
  const sector = (name: string) => page.getByRole('region', { name });
  const [itut, itur] = [
    sector('ITU Telecommunication Standardization Sector (ITU-T)'),
    sector('ITU Radiocommunication Sector (ITU-R)'),
  ];
  await expect(itut.getByRole('link', { name: 'ITU-T Study Group 5' })).toBeVisible();
  await expect(itut.getByRole('link', { name: 'ITU-R Study Group 5' })).toHaveCount(0);
  await itur.getByRole('link', { name: 'ITU-R Study Group 5' }).click();
  await expect(page).toHaveURL(/#\/body\/itu-r-sg-5$/);
});

test('the glossary has every term with its definition, and letters to jump to', async ({
  recital,
}) => {
  await recital.open('#/glossary');
  const { page } = recital;
  await page
    .getByRole('navigation', { name: 'Letters' })
    .getByRole('button', { name: 'S', exact: true })
    .click();
  const letter = page.getByRole('heading', { level: 2, name: 'S', exact: true });
  await expect(letter).toBeFocused();
  await expect(letter).toBeInViewport();
  const terms = page.getByRole('term');
  const definitions = page.getByRole('definition');
  expect(await terms.count()).toBeGreaterThanOrEqual(120);
  await expect(definitions).toHaveCount(await terms.count());
});

test('the glossary is filtered as one types, and a term leads to its own address', async ({
  recital,
}) => {
  await recital.open('#/glossary');
  const { page } = recital;
  await page.getByRole('searchbox', { name: 'Filter the terms' }).pressSequentially('network slic');
  await expect(page.getByRole('status').filter({ hasText: / of \d+ entries/ })).toBeVisible();
  await page.getByRole('term').getByRole('link', { name: 'Network slicing' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Network slicing');
  await page.getByRole('link', { name: 'Glossary' }).first().click();
  await expect(page.getByRole('searchbox')).toHaveValue('');
});

test('meetings are reached from the bodies and stand from the last to the first', async ({
  recital,
}) => {
  await recital.open('#/bodies');
  const { page } = recital;
  await page.getByRole('link', { name: 'Assemblies and conferences by date' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Meetings');
  const lines = await page.getByRole('main').getByRole('listitem').allInnerTexts();
  const years = lines.map((line) => Number(/\b(?:19|20)\d\d\b/.exec(line)?.[0]));
  expect(years).toEqual(years.toSorted((a, b) => b - a));
});
