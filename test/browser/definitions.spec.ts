import { boxOf, expect, newer, test } from './recital.ts';

test.use({ viewport: { width: 1440, height: 900 } });

const definition = { name: 'Definition' } as const;

test('a term opens its definition under the pointer, which can go to it and follow it', async ({
  recital,
}) => {
  const { page } = recital;
  await page.clock.install();
  await recital.open(`${newer}/instructs-itu-t-sg-13.3`);
  const provision = page.locator('[id="at-instructs-itu-t-sg-13.3"]');
  const term = provision.getByRole('link', { name: 'network slicing' });
  await term.hover();
  const card = page.getByRole('complementary', definition);
  await expect(card).toContainText('Network slicing');
  await card.getByRole('link', { name: 'More on this term' }).hover();
  await page.clock.runFor(1000);
  await expect(card).toBeVisible();
  await card.getByRole('link', { name: 'More on this term' }).click();
  await expect(page).toHaveURL(/#\/term\/network-slicing$/);
  await expect(card).toBeHidden();
});

test('a definition closes when the pointer leaves it, and opens for none that only passes', async ({
  recital,
}) => {
  const { page } = recital;
  await page.clock.install();
  await recital.open(`${newer}/considering.a`);
  const provision = page.locator('[id="at-considering.a"]');
  const card = page.getByRole('complementary', definition);
  await provision.getByRole('link', { name: 'IMT-2000' }).hover();
  await expect(card).toBeVisible();
  await page.mouse.move(5, 500);
  await expect(card).toBeHidden();
  await provision.getByRole('link', { name: 'IMT-2000' }).hover();
  await page.mouse.move(5, 500);
  await page.clock.runFor(1000);
  await expect(card).toBeHidden();
});

test('the focus opens a definition that ears hear, Escape closes it, Enter goes to the term', async ({
  recital,
}) => {
  await recital.open(`${newer}/considering.a`);
  const { page } = recital;
  const term = page.locator('[id="at-considering.a"]').getByRole('link', { name: 'IMT-2020' });
  await term.focus();
  const card = page.getByRole('complementary', definition);
  await expect(card).toContainText('the public calls 5G');
  await expect(term).toHaveAccessibleDescription(/the public calls 5G/);
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
  await expect(term).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/term\/imt-2020$/);
});

test('a term is marked once in a provision, never in a citation, a longer word or a heading', async ({
  recital,
}) => {
  await recital.open(newer);
  const { page } = recital;
  const terms = page.locator('.provision a.term');
  await expect(terms.first()).toBeVisible();
  await expect(page.locator(':is(a.citation, a.reference, h1, h2) a.term')).toHaveCount(0);
  const provision = page.locator('[id="at-considering.a"]');
  await expect(provision.getByText('IMT-2020').first()).toBeVisible();
  const names = await provision.locator('a.term').allInnerTexts();
  expect(new Set(names).size).toBe(names.length);
  expect(names).toContain('IMT-2020');
});

test('a term is marked where it first stands in a section, and not again', async ({ recital }) => {
  await recital.open(newer);
  const section = recital.page.getByRole('region', { name: 'considering', exact: true });
  const terms = section.locator('a.term');
  await expect(terms.first()).toBeVisible();
  const names = await terms.evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  expect(names.length).toBeGreaterThan(10);
  expect(new Set(names).size).toBe(names.length);
  // "IMT-2020" stands in a), k) and many more.
  await expect(section.getByRole('link', { name: 'IMT-2020', exact: true })).toHaveCount(1);
});

test('marking the terms moves nothing and changes no word', async ({ recital }) => {
  const { page } = recital;
  await page.route('**/api/records', (route) => route.abort());
  await recital.open(newer);
  const heightOf = () => page.evaluate(() => document.documentElement.scrollHeight);
  const textOf = () => page.locator('article').textContent();
  const plain = { height: await heightOf(), text: await textOf() };
  await page.unroute('**/api/records');
  await page.reload();
  await expect(page.locator('a.term').first()).toBeVisible();
  expect({ height: await heightOf(), text: await textOf() }).toEqual(plain);
  expect((await recital.layoutShift()).all).toBe(0);
});

test('the terms of a chapter are marked too', async ({ recital }) => {
  await recital.open('#/handbooks');
  const { page } = recital;
  await page.getByRole('link', { name: 'IMT from IMT-2000 to IMT-2030' }).click();
  await page.locator('.chapters a').first().click();
  const term = page.locator('.prose a.term').first();
  await term.hover();
  await expect(page.getByRole('complementary', definition)).toBeVisible();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('a tap opens a definition within the screen, a tap elsewhere closes it', async ({
    recital,
  }) => {
    await recital.open(`${newer}/considering.a`);
    const { page } = recital;
    await page.locator('[id="at-considering.a"]').getByRole('link', { name: 'IMT-Advanced' }).tap();
    const card = page.getByRole('complementary', definition);
    await expect(card).toContainText('4G');
    const { x, width } = await boxOf(card);
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(390);
    await expect(page).toHaveURL(/considering\.a$/);
    await page.locator('article h2').first().tap();
    await expect(card).toBeHidden();
  });
});
