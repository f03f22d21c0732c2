import { expect, holdCalls, newer, test } from './recital.ts';

test.use({ viewport: { width: 1440, height: 900 } });

for (const keys of ['Control+k', 'Meta+k', '/']) {
  test(`${keys} goes to the search field from anywhere`, async ({ recital }) => {
    await recital.open(newer);
    await recital.page.keyboard.press(keys);
    await expect(recital.page.getByRole('combobox')).toBeFocused();
    await expect(recital.page.getByRole('combobox')).toHaveValue('');
  });
}

test('suggestions appear as one types; arrow keys choose one and Enter goes there', async ({
  recital,
}) => {
  await recital.open();
  const { page } = recital;
  const field = page.getByRole('combobox');
  await field.pressSequentially('study group 13');
  // The suggestions for the whole of what was typed: those for its beginning name other groups first.
  await expect(page.getByRole('option').first()).toContainText('ITU-T Study Group 13');
  await expect(field).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
  await expect(field).toHaveAttribute('aria-activedescendant', 'suggestion-0');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/instructs-itu-t-sg-13$/);
  await expect(page.getByRole('region', { name: /^instructs Study Group 13/ })).toBeFocused();
});

test('Escape closes the suggestions and keeps what was typed', async ({ recital }) => {
  await recital.open();
  const { page } = recital;
  const field = page.getByRole('combobox');
  await field.pressSequentially('study');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('option')).toHaveCount(0);
  await expect(field).toHaveValue('study');
  await expect(field).toBeFocused();
});

test('a pointer chooses a suggestion', async ({ recital }) => {
  await recital.open();
  const { page } = recital;
  await page.getByRole('combobox').pressSequentially('hammamet');
  await page.getByRole('option', { name: /^Resolution 92 \(Hammamet, 2016\)/ }).click();
  await expect(page).toHaveURL(/#\/wtsa\/resolution\/92@2016$/);
});

test('Enter shows results with section, label, marked words, edition and count', async ({
  recital,
}) => {
  await recital.open();
  const { page } = recital;
  await page.getByRole('combobox').fill('network slicing');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/search\?q=network\+slicing$/);
  const results = page.getByRole('region', { name: 'Results' });
  const hit = results
    .getByRole('listitem')
    .filter({ hasText: 'Resolution 92 (Rev. New Delhi, 2024)' })
    .filter({ has: page.getByRole('link', { name: /^instructs Study Group 13 .*\s3$/ }) });
  await expect(hit.locator('mark', { hasText: 'slicing' })).toBeVisible();
  const total = await page.locator('.total').innerText();
  expect(total).toMatch(/^[1-9]\d* results found$/);
  await expect(page.getByRole('status')).toHaveText(total);
  await expect(page.getByRole('combobox')).toHaveValue('network slicing');
  await hit.getByRole('link').click();
  await expect(page.locator('[id="at-instructs-itu-t-sg-13.3"]')).toBeFocused();
});

test('a filter narrows the results by its count, and can be taken away again', async ({
  recital,
}) => {
  await recital.open('#/search?q=network');
  const { page } = recital;
  const all = await page.locator('.total').innerText();
  const filters = page.getByRole('navigation', { name: 'Narrow the search' });
  const year = filters.getByRole('link', { name: /^2016/ });
  const count = Number((await year.locator('.count').innerText()).replace(/\D/g, ''));
  await year.click();
  await expect(page).toHaveURL(/year=2016/);
  await expect(page.locator('.total')).toHaveText(`${count} results found`);
  await filters.getByRole('link', { name: 'Remove 2016' }).click();
  await expect(page.locator('.total')).toHaveText(all);
});

for (const [name, value] of [
  ['body', 'wtdc'],
  ['section', 'instructs'],
  ['actor', 'itu-t-sg-13'],
] as const) {
  test(`the filter ${name} is in the address and works from there`, async ({ recital }) => {
    await recital.open(`#/search?q=network&${name}=${value}`);
    const total = recital.page.locator('.total');
    await expect(total).toHaveText(/^[1-9]\d* results? found$/);
    const narrowed = await total.innerText();
    await recital.page.getByRole('link', { name: /^Remove/ }).click();
    await expect(total).not.toHaveText(narrowed);
  });
}

test('more results follow on a page of their own', async ({ recital }) => {
  await recital.open('#/search?q=IMT');
  const { page } = recital;
  await expect(page.getByRole('article')).toHaveCount(20);
  await page.getByRole('link', { name: 'More results' }).click();
  await expect(page).toHaveURL(/from=20/);
  await expect(page.getByText(/^21 to 40 of \d+$/)).toBeVisible();
});

test('an empty result says so, to ears as well, and what to try', async ({ recital }) => {
  await recital.open('#/search?q=zebra&year=2024');
  const { page } = recital;
  await expect(page.getByRole('status')).toHaveText('Nothing found');
  await expect(page.getByText('Nothing in this library has these words together.')).toBeVisible();
  await page.getByRole('link', { name: 'Search without the filters' }).click();
  await expect(page).toHaveURL(/q=zebra$/);
});

test('a query that cannot be read is taken as plain words, and the page says so', async ({
  recital,
}) => {
  await recital.open('#/search?q=%22network');
  await expect(recital.page.getByText('each part was taken as a plain word')).toBeVisible();
  await expect(recital.page.getByRole('article').first()).toBeVisible();
});

test('typing a full address goes there', async ({ recital }) => {
  await recital.open();
  const { page } = recital;
  await page.getByRole('combobox').fill(' wtsa/resolution/92@2024#considering.a ');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/wtsa\/resolution\/92@2024\/considering\.a$/);
  await expect(page.locator('[id="at-considering.a"]')).toBeFocused();
});

test('an answer that comes late does not replace the suggestions for newer words', async ({
  recital,
}) => {
  await recital.open();
  const { page } = recital;
  const calls = await holdCalls(page, 'suggest', ({ prefix }) => prefix === 'study group 1');
  const field = page.getByRole('combobox');
  await field.fill('study group 1');
  await field.fill('hammamet');
  const newest = page.getByRole('option', { name: /^Resolution 92 \(Hammamet, 2016\)/ });
  await expect(newest).toBeVisible();
  const late = page.waitForResponse(
    (reply) => reply.request().postData()?.includes('group 1') ?? false,
  );
  calls.release();
  await (await late).finished();
  await expect(newest).toBeVisible();
  await expect(page.getByRole('option', { name: /^ITU-T Study Group/ })).toHaveCount(0);
});

test('results of an earlier search do not replace those of a later one', async ({ recital }) => {
  await recital.open('#/search?q=academia');
  const { page } = recital;
  const calls = await holdCalls(page, 'search', ({ query }) => query === 'network');
  const field = page.getByRole('combobox');
  await field.fill('network');
  await field.press('Enter');
  await field.fill('slicing');
  await field.press('Enter');
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText('“slicing”');
  const late = page.waitForResponse(
    (reply) => reply.request().postData()?.includes('"network"') ?? false,
  );
  calls.release();
  await (await late).finished();
  await expect(heading).toHaveText('“slicing”');
});

test('what one types while results are on their way is not overwritten by them', async ({
  recital,
}) => {
  await recital.open('#/search?q=academia');
  const { page } = recital;
  const calls = await holdCalls(page, 'search');
  const field = page.getByRole('combobox');
  await field.fill('network');
  await field.press('Enter');
  await field.fill('network sl');
  calls.release();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('“network”');
  await expect(field).toHaveValue('network sl');
});

test('results of every kind are found together, each named by its kind', async ({ recital }) => {
  await recital.open('#/search?q=slicing');
  const { page } = recital;
  const kinds = page.getByRole('article').locator('.kind');
  await expect(kinds.filter({ hasText: 'Provision' }).first()).toBeVisible();
  await expect(kinds.filter({ hasText: 'Glossary' }).first()).toBeVisible();
});

test('the kind narrows the results, and a result of that kind opens', async ({ recital }) => {
  await recital.open('#/search?q=slicing');
  const { page } = recital;
  const filters = page.getByRole('navigation', { name: 'Narrow the search' });
  await filters.getByRole('link', { name: /^Glossary/ }).click();
  await expect(page).toHaveURL(/type=term/);
  await page.getByRole('article').getByRole('link', { name: 'Network slicing' }).click();
  await expect(page).toHaveURL(/#\/term\/network-slicing$/);
});

test('suggestions name their kinds, and an everyday word finds its term', async ({ recital }) => {
  await recital.open();
  const { page } = recital;
  await page.getByRole('combobox').pressSequentially('IMT-2020');
  await expect(page.getByRole('option').filter({ hasText: 'Glossary' }).first()).toBeVisible();
});

test('typing the address of a record goes there', async ({ recital }) => {
  await recital.open();
  const { page } = recital;
  await page.getByRole('combobox').fill('tour/resolution-92#3');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/tour\/resolution-92\/3$/);
});
