import { expect, holdCalls, newer, test } from './recital.ts';

test.use({ viewport: { width: 1440, height: 900 } });

for (const keys of ['Control+k', 'Meta+k', '/']) {
  test(`${keys} goes to the search field from anywhere`, async ({ recital }) => {
    await recital.open(newer);
    await recital.page.keyboard.press(keys);
    const field = recital.page.getByRole('combobox', { name: 'Search the library' });
    await expect(field).toBeFocused();
    await expect(field).toHaveValue('');
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
  await expect(page).toHaveURL(/itu-t-sg-13$/);
  await expect(page.getByRole('main').locator(':focus')).toContainText('Study Group 13');
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
  const document = results
    .locator('.found-documents > li')
    .filter({ has: page.getByRole('link', { name: 'Resolution 92 (Rev. New Delhi, 2024)' }) });
  const hit = document
    .getByRole('article')
    .filter({ has: page.getByRole('link', { name: /^instructs Study Group 13 .*\s3$/ }) });
  await expect(hit.locator('mark', { hasText: 'slicing' })).toBeVisible();
  const total = await page.locator('.total').innerText();
  expect(total).toMatch(/^[1-9]\d* results found$/);
  await expect(page.getByRole('status').filter({ hasText: /\S/ })).toContainText(total);
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
  const year = filters.getByRole('link', { name: /^2024/ });
  const count = Number((await year.locator('.count').innerText()).replace(/\D/g, ''));
  await year.click();
  await expect(page).toHaveURL(/year=2024/);
  await expect(page.locator('.total')).toHaveText(`${count} results found`);
  await filters.getByRole('link', { name: 'Remove 2024' }).click();
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

test('an empty result says so, to ears as well, and which word is to blame', async ({
  recital,
}) => {
  await recital.open('#/search?q=zebra&year=2024');
  const { page } = recital;
  await expect(page.getByRole('status').filter({ hasText: /\S/ })).toHaveText('Nothing found');
  await expect(page.getByText('“zebra” is nowhere in this library.')).toBeVisible();
});

test('where the filters are to blame, it says how many there are without them, and leads there', async ({
  recital,
}) => {
  await recital.open('#/search?q=slicing&year=1865');
  const { page } = recital;
  const without = page.getByRole('link', { name: /^\d+ results without the filters$/ });
  const found = /\d+/.exec(await without.innerText())?.[0];
  await without.click();
  await expect(page).toHaveURL(/q=slicing$/);
  await expect(page.locator('.total')).toHaveText(`${found} results found`);
});

test('fields of the query are taken away like filters', async ({ recital }) => {
  await recital.open('#/search?q=slicing+year%3A1865');
  const { page } = recital;
  await page.getByRole('link', { name: /results without the filters$/ }).click();
  await expect(page).toHaveURL(/q=slicing$/);
  await expect(page.locator('.total')).toHaveText(/^[1-9]\d* results found$/);
});

test('nothing in the texts: the references that one could request are counted and listed', async ({
  recital,
}) => {
  await recital.open('#/search?q=slicing&year=1865');
  const { page } = recital;
  await expect(page.getByText('0 in texts here;')).toBeVisible();
  const link = page.getByRole('link', { name: /^\d+ references you could request$/ });
  const found = /\d+/.exec(await link.innerText())?.[0];
  await link.click();
  await expect(page.locator('.total')).toHaveText(`${found} results found`);
  const kinds = await page.getByRole('article').locator('.kind').allInnerTexts();
  expect(new Set(kinds)).toEqual(new Set(['Reference']));
});

test('a misspelt word is corrected, which one click undoes; then the nearest words are links', async ({
  recital,
}) => {
  await recital.open('#/search?q=frounthaul');
  const { page } = recital;
  await expect(page.locator('.notice')).toContainText(
    'Searched for “fronthaul” instead of “frounthaul”.',
  );
  await expect(page.getByRole('status').filter({ hasText: /\S/ })).toContainText(
    'instead of “frounthaul”',
  );
  await page.getByRole('link', { name: 'Search for “frounthaul”' }).click();
  await expect(page).toHaveURL(/without=frounthaul$/);
  await expect(page.getByText('“frounthaul” is nowhere in this library.')).toBeVisible();
  await page.locator('.nothing').getByRole('link', { name: 'fronthaul', exact: true }).click();
  await expect(page).toHaveURL(/q=fronthaul&without=frounthaul$/);
  await expect(page.getByRole('article').first()).toContainText('fronthaul');
});

test('what people say finds what the texts say, which one click undoes and another does again', async ({
  recital,
}) => {
  await recital.open('#/search?q=5G');
  const { page } = recital;
  const total = page.locator('.total');
  const both = await total.innerText();
  await expect(page.locator('.notice')).toContainText(/^Also searched for .*“IMT-2020”/);
  await page.getByRole('link', { name: 'Only “5G”' }).click();
  await expect(page).toHaveURL(/q=5G&without=5G$/);
  await expect(total).not.toHaveText(both);
  await page
    .getByRole('link', { name: 'Search with corrections and other names for “5G”' })
    .click();
  await expect(total).toHaveText(both);
});

test('a number that means two works shows both first, then where they are cited', async ({
  recital,
}) => {
  await recital.open('#/search?q=M.2083');
  const { page } = recital;
  const named = page.getByRole('region', { name: 'What you asked for' });
  await expect(named.getByRole('link', { name: 'Recommendation ITU-R M.2083' })).toBeVisible();
  await expect(named.getByRole('link', { name: 'Report ITU-R M.2083' })).toBeVisible();
  const cited = page.getByRole('region', { name: 'Where it is cited' });
  await expect(cited.getByRole('article').first()).toContainText('M.2083');
  const names = await page.getByRole('region').getByRole('heading', { level: 2 }).allInnerTexts();
  expect(names.slice(0, 2)).toEqual(['What you asked for', 'Where it is cited']);
});

test('near-identical provisions of two editions are one result, which leads to both', async ({
  recital,
}) => {
  await recital.open('#/search?q=roadmap+standards+activities&body=wtsa');
  const { page } = recital;
  const document = page
    .locator('.found-documents > li')
    .filter({ has: page.getByRole('link', { name: 'Resolution 92 (Rev. New Delhi, 2024)' }) });
  const hit = document.getByRole('article').filter({ hasText: 'Also in' }).first();
  const other = hit.getByRole('link', { name: 'Resolution 92 (Hammamet, 2016)' });
  await expect(other).toHaveText('2016');
  await other.click();
  await expect(page).toHaveURL(/92@2016\//);
});

test('results stand by relevance, by date or as in the texts, and the address says so', async ({
  recital,
}) => {
  await recital.open('#/search?q=IMT&body=wtsa');
  const { page } = recital;
  const order = page.getByRole('navigation', { name: 'Order of the results' });
  await expect(order.getByRole('link', { name: 'By relevance' })).toHaveAttribute(
    'aria-current',
    'true',
  );
  await order.getByRole('link', { name: 'Newest first' }).click();
  await expect(page).toHaveURL(/sort=date/);
  const years = (await page.locator('.found-in :is(h2, h3)').allInnerTexts()).map((name) =>
    Number(/\d{4}/.exec(name)?.[0]),
  );
  expect(years).toEqual(years.toSorted((a, b) => b - a));
  await order.getByRole('link', { name: 'As in the texts' }).click();
  await expect(page).toHaveURL(/sort=document/);
  await recital.open('#/search?q=M.2083&sort=date');
  const named = page.getByRole('article').filter({ hasText: 'What you asked for' });
  await expect(named.first()).toContainText('M.2083');
});

test('rarer values of a filter are folded, topics have their names, and each narrows by its count', async ({
  recital,
}) => {
  await recital.open('#/search?q=network');
  const { page } = recital;
  const filters = page.getByRole('navigation', { name: 'Narrow the search' });
  await filters
    .locator('.rarer')
    .first()
    .getByText(/^\d+ more$/)
    .click();
  await expect(filters.locator('.rarer').first().getByRole('link').first()).toBeVisible();
  const topic = filters.getByRole('link', { name: /^The IMT family and its names/ });
  const count = Number(/\d+$/.exec(await topic.innerText())?.[0]);
  await topic.click();
  await expect(page).toHaveURL(/topic=imt-family/);
  await expect(page.locator('.total')).toHaveText(`${count} results found`);
  await expect(filters.getByRole('link', { name: 'Remove The IMT family' })).toBeVisible();
});

test('how it was searched is asked for only when a person wants to know', async ({ recital }) => {
  const { page } = recital;
  const asked: unknown[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/api/search')) asked.push(request.postDataJSON());
  });
  await recital.open('#/search?q=slicing+-security&year=2024');
  expect(asked).not.toContainEqual(expect.objectContaining({ explain: true }));
  await page.getByText('How this was searched').click();
  const fold = page.locator('.explained');
  await expect(fold).toContainText('slicing -security');
  expect(asked).toContainEqual(expect.objectContaining({ explain: true, year: 2024 }));
});

test('pages of results are stable: none is left out, none comes twice', async ({ recital }) => {
  await recital.open('#/search?q=interoperability');
  const { page } = recital;
  const total = Number(/\d+/.exec(await page.locator('.total').innerText())?.[0]);
  const seen: (string | null)[] = [];
  const next = page.getByRole('link', { name: 'More results' });
  for (;;) {
    const links = page.locator('.hit a.open');
    seen.push(...(await links.evaluateAll((all) => all.map((each) => each.getAttribute('href')))));
    if ((await next.count()) === 0) break;
    const first = await links.first().getAttribute('href');
    await next.click();
    await expect(links.first()).not.toHaveAttribute('href', first ?? '');
  }
  expect(seen).toHaveLength(total);
  expect(new Set(seen).size).toBe(total);
});

test('a query that cannot be read is taken as plain words, and the page says so', async ({
  recital,
}) => {
  await recital.open('#/search?q=%22network');
  await expect(recital.page.locator('.notice')).toContainText(
    'each part was taken as a plain word',
  );
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

test('a later search calls off the earlier one, whose results never come', async ({ recital }) => {
  await recital.open('#/search?q=academia');
  const { page } = recital;
  const calledOff: string[] = [];
  page.on('requestfailed', (request) => calledOff.push(request.postData() ?? ''));
  const calls = await holdCalls(page, 'search', ({ query }) => query === 'network');
  const field = page.getByRole('combobox');
  await field.fill('network');
  await field.press('Enter');
  await field.fill('slicing');
  await field.press('Enter');
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText('“slicing”');
  expect(calledOff.filter((asked) => asked.includes('"query":"network"'))).toHaveLength(1);
  calls.release();
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
  await expect(page.locator('.found-in').first()).toBeVisible();
  await expect(kinds.filter({ hasText: 'Glossary' }).first()).toBeVisible();
});

test('the kind narrows the results, and a result of that kind opens', async ({ recital }) => {
  await recital.open('#/search?q=slicing');
  const { page } = recital;
  const filters = page.getByRole('navigation', { name: 'Narrow the search' });
  // The rarer kinds are folded.
  await filters
    .getByText(/^\d+ more$/)
    .first()
    .click();
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

test('the results of a document stand together under its name, with section and label', async ({
  recital,
}) => {
  await recital.open('#/search?q=network+slicing');
  const { page } = recital;
  const names = await page.locator('.found-in :is(h2, h3)').allInnerTexts();
  expect(names.length).toBeGreaterThan(1);
  expect(new Set(names).size).toBe(names.length);
  // "considering l)" of 2016 speaks of slicing, and so does "instructs Study Group 13" 2.
  const older = page
    .locator('.found-documents > li')
    .filter({ has: page.getByRole('link', { name: 'Resolution 92 (Hammamet, 2016)' }) });
  await expect(
    older.getByRole('article').getByRole('link', { name: /^considering\sl\)$/ }),
  ).toBeVisible();
  await expect(
    older.getByRole('article').getByRole('link', { name: /^instructs Study Group 13\s2$/ }),
  ).toBeVisible();
});

test('beside the list stands a result in its section, that on which the focus or the pointer rests', async ({
  recital,
}) => {
  await recital.open('#/search?q=network+slicing&edition=wtsa%2Fresolution%2F92%402016');
  const { page } = recital;
  const preview = page.getByRole('region', { name: 'Preview' });
  await expect(preview.locator('.is-chosen')).toBeVisible();
  const considering = page.getByRole('link', { name: /^considering\sl\)$/ });
  await considering.focus();
  await expect(preview.getByRole('heading', { name: 'considering' })).toBeVisible();
  await expect(preview.locator('.is-chosen')).toContainText('l)');
  await expect(preview.locator('.is-chosen')).toBeInViewport();
  await expect(page).toHaveURL(/at=wtsa%2Fresolution%2F92%402016%23considering\.l$/);
  const other = page.getByRole('article').filter({
    has: page.getByRole('link', { name: /^instructs Study Group 13\s2$/ }),
  });
  await other.locator('.snippet').hover();
  await expect(preview.getByRole('heading', { name: 'instructs Study Group 13' })).toBeVisible();
  // With what comes before and after it.
  await expect(preview.locator('.preview-line .place')).toHaveText(['1', '2', '3']);
  await preview.getByRole('link', { name: 'Read it in its place' }).click();
  await expect(page).toHaveURL(/92@2016\/instructs-itu-t-sg-13\.2$/);
});

test('who comes back from a result comes back to it', async ({ recital }) => {
  await recital.open('#/search?q=network+slicing');
  const { page } = recital;
  const result = page.getByRole('link', { name: /^considering\sl\)$/ }).first();
  await result.click();
  await expect(page).toHaveURL(/considering\.l$/);
  await page.goBack();
  await expect(result).toBeFocused();
  await expect(page.locator('.preview .is-chosen')).toContainText('l)');
});

test('on a narrow window there is no preview, and none is asked for', async ({ recital }) => {
  const { page } = recital;
  await page.setViewportSize({ width: 1024, height: 768 });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await recital.open('#/search?q=network+slicing');
  await page.locator('.hit a.open').first().focus();
  await expect(page.getByRole('region', { name: 'Preview' })).toHaveCount(0);
  expect(asked.filter((url) => /api\/(?:show|glance)$/.test(url))).toEqual([]);
});

test('the keyboard alone: from the field to the results, through them, back and into one', async ({
  recital,
}) => {
  await recital.open();
  const { page } = recital;
  await page.keyboard.press('/');
  await page.keyboard.type('network slicing');
  await page.keyboard.press('Enter');
  const results = page.locator('.hit a.open');
  await expect(page.getByRole('heading', { level: 1, name: '“network slicing”' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(results.nth(0)).toBeFocused();
  await page.keyboard.press('j');
  await expect(results.nth(1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('k');
  const field = page.getByRole('combobox');
  await expect(field).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(results.nth(0)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(field).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const name = await results.nth(1).innerText();
  await page.keyboard.press('Enter');
  await expect(page).not.toHaveURL(/search/);
  expect(name).not.toBe('');
});

test('a key press calls off what was asked at the one before', async ({ recital }) => {
  await recital.open();
  const { page } = recital;
  const calledOff: string[] = [];
  page.on('requestfailed', (request) => calledOff.push(request.postData() ?? ''));
  const calls = await holdCalls(page, 'suggest', ({ prefix }) => prefix === 'study');
  const field = page.getByRole('combobox');
  await field.fill('study');
  await field.fill('hammamet');
  await expect(page.getByRole('option', { name: /^Resolution 92 \(Hammamet/ })).toBeVisible();
  expect(calledOff.filter((asked) => asked.includes('"study"'))).toHaveLength(1);
  calls.release();
});

test('where few results have all words, one click leaves those alone and another brings the rest back', async ({
  recital,
}) => {
  await recital.open('#/search?q=roadmap+standards+activities&body=wtsa');
  const { page } = recital;
  const notice = page.locator('.notice');
  const whole = /\d+/.exec(await notice.innerText())?.[0];
  const total = page.locator('.total');
  const all = await total.innerText();
  await notice.getByRole('link', { name: 'Only what has all of these words' }).click();
  await expect(page).toHaveURL(/words=all$/);
  await expect(total).toHaveText(`${whole} results found`);
  await notice.getByRole('link', { name: 'Show what has some of them, too' }).click();
  await expect(total).toHaveText(all);
});
