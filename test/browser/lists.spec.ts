import { expect, test } from './recital.ts';

test.use({ viewport: { width: 1440, height: 900 } });

test('the glossary is narrowed by what people say instead', async ({ recital }) => {
  await recital.open('#/glossary?filter=5G');
  const { page } = recital;
  const term = page
    .getByRole('list', { name: 'Glossary' })
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name: 'IMT-2020', exact: true }) });
  await expect(term).toContainText('People also say 5G');
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
  const term = page
    .getByRole('list', { name: 'Glossary' })
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name: 'SDO', exact: true }) });
  await expect(term.getByRole('term')).toHaveText('SDO');
  await expect(term).toContainText(/standards/i);
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
  await page.getByRole('main').getByRole('link', { name: 'Glossary', exact: true }).first().click();
  await expect(page.getByRole('searchbox')).toHaveValue('');
});

test('the glossary is walked through by keys alone', async ({ recital }) => {
  await recital.open('#/glossary?filter=imt');
  const { page } = recital;
  const links = page.getByRole('list', { name: 'Glossary' }).getByRole('link');
  await page.getByRole('searchbox', { name: 'Filter the terms' }).focus();
  const isThere = () => links.first().evaluate((link) => link === document.activeElement);
  for (let tabs = 0; tabs < 40 && !(await isThere()); tabs += 1) await page.keyboard.press('Tab');
  await expect(links.first()).toBeFocused();
  await page.keyboard.press('End');
  await expect(links.last()).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
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

test('each tour says how long it takes, how many stops it has and whom it is for', async ({
  recital,
}) => {
  await recital.open('#/tours');
  const { page } = recital;
  const tours = page.getByRole('main').getByRole('listitem');
  const count = await tours.count();
  expect(count).toBeGreaterThan(0);
  for (const tour of await tours.all()) {
    await expect(tour).toContainText(/\d+ minutes\s*\d+ stops/);
    await expect(tour.locator('.audience')).toHaveText(/^For /);
  }
  await tours
    .filter({ hasText: 'For people who meet Resolution 92 for the first time.' })
    .getByRole('link')
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Resolution 92 in twelve stops');
});

test('handbooks say how many chapters they have', async ({ recital }) => {
  await recital.open('#/handbooks');
  const { page } = recital;
  await expect(
    page.getByRole('listitem').filter({ hasText: 'Reading an ITU resolution' }),
  ).toContainText('7 chapters');
});
