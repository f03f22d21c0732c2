import { expect, holdCalls, newer, test } from './recital.ts';

test('what one types to narrow a list while the next place loads does not take its address', async ({
  recital,
}) => {
  await recital.open('#/glossary');
  const { page } = recital;
  const filter = page.getByRole('main').getByRole('searchbox');
  await filter.fill('slic');
  await expect(page).toHaveURL(/#\/glossary\?filter=slic$/);
  const calls = await holdCalls(page, 'show');
  await page.evaluate((place) => window.location.assign(place), newer);
  await filter.fill('slicing');
  await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible();
  expect(page.url()).toMatch(/92@2024$/);
  calls.release();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Enhancing/);
  expect(page.url()).toMatch(/92@2024$/);
  await page.goBack();
  await expect(page).toHaveURL(/#\/glossary\?filter=slic$/);
  await expect(filter).toHaveValue('slic');
});
