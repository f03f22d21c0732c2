import type { Page } from '@playwright/test';
import { expect, test } from './recital.ts';

/** Follows the page's live region: what it says from now on, for as long as it is the same element. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  const said = await page.locator('#app > output.announced').evaluateHandle((region) => {
    const texts: string[] = [];
    const note = () => texts.push(region.textContent);
    new MutationObserver(note).observe(region, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    return texts;
  });
  return () => said.jsonValue();
}

test('a region that is there from the start says how many suggestions and results there are', async ({
  recital,
}) => {
  await recital.open();
  const { page } = recital;
  await expect(page.locator('#app > output.announced')).toHaveRole('status');
  await expect(page.locator('#app > output.announced')).toBeEmpty();
  const said = await listen(page);

  await page.getByRole('combobox').pressSequentially('slicing');
  const options = page.getByRole('option');
  await expect(options.first()).toBeVisible();
  await expect.poll(said).toContain(`${await options.count()} suggestions`);

  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  const total = page.locator('.total');
  await expect(total).toHaveText(/^\d+ results found$/);
  await expect.poll(async () => (await said()).at(-1)).toBe(await total.textContent());

  // What is narrowed is told while the focus stays.
  const all = await total.textContent();
  const resolutions = page.locator('.filters').getByRole('link', { name: /^Resolutions/ });
  await resolutions.focus();
  await page.keyboard.press('Enter');
  await expect(total).not.toHaveText(all ?? '');
  await expect.poll(async () => (await said()).at(-1)).toBe(await total.textContent());

  await page.keyboard.press('Control+k');
  await page.keyboard.type('zebra');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await said()).at(-1)).toContain('Nothing found');
});

test('whoever goes to another screen hears its name: its heading has the focus, and the window its title', async ({
  recital,
}) => {
  await recital.open();
  const { page } = recital;
  const heading = page.getByRole('heading', { level: 1 });
  const places = ['library', 'actions', 'tours', 'tour/resolution-92', 'map', 'timeline'];
  const more = ['glossary', 'term/imt-2020', 'wtsa/resolution/92', 'wtsa/resolution/92@2024'];
  for (const place of [...places, ...more, 'nonsense']) {
    const before = await page.title();
    await page.evaluate((hash) => {
      location.hash = hash;
    }, `#/${place}`);
    await expect(page, place).not.toHaveTitle(before);
    await expect(heading, place).toBeFocused();
    const name = (await heading.textContent()) ?? '';
    expect(name.trim(), place).not.toBe('');
  }
});

test('a list that is narrowed says how much of it is left', async ({ recital }) => {
  const { page } = recital;
  for (const place of ['#/library', '#/glossary', '#/actions']) {
    // Another document, whose regions are new.
    await page.goto('about:blank');
    await recital.open(place);
    const count = page.getByRole('status').filter({ hasText: /\d/ }).first();
    const region = await count.elementHandle();
    const before = await count.textContent();
    await page.locator('main input[type="search"], main input[type="text"]').first().fill('radio');
    await expect(count, place).not.toHaveText(before ?? '');
    expect(await count.evaluate((element, other) => element === other, region), place).toBe(true);
  }
  await page.goto('about:blank');
  await recital.open('#/timeline');
  const lane = page.getByRole('link', { name: 'WTSA', exact: true });
  const count = page.locator('main output');
  const all = await count.textContent();
  await lane.focus();
  await page.keyboard.press('Enter');
  await expect(count).not.toHaveText(all ?? '');
  await expect(lane).toBeFocused();
});
