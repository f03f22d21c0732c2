import { expect, test } from './recital.ts';

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
  await page.getByRole('link', { name: /Resolution 92 \(Hammamet, 2016\)/ }).click();
  await expect(page).toHaveURL(/#\/wtsa\/resolution\/92@2016$/);
  await expect(
    page.getByRole('article').getByText('(Hammamet, 2016)', { exact: true }),
  ).toBeVisible();
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
  ]);
  const count = Number(
    /\d+/.exec(await entries.getByRole('link', { name: /^Tours/ }).innerText())?.[0],
  );
  await entries.getByRole('link', { name: /^Tours/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Tours' })).toBeFocused();
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(count);
});
