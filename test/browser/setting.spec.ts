import type { Locator } from '@playwright/test';
import { boxOf, expect, newer, test, wtdc } from './recital.ts';

const phone = { width: 390, height: 844 };
const projector = { width: 1024, height: 768 };
const compared = '#/compare?from=wtsa/resolution/92@2016&to=wtsa/resolution/92@2024';

/** On how many lines something stands. */
const linesOf = (place: Locator): Promise<number> =>
  place.evaluate((one) => {
    const range = document.createRange();
    range.selectNodeContents(one);
    return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
  });

test('on a phone no line ends within the brackets of an edition', async ({ recital }) => {
  const { page } = recital;
  await page.setViewportSize(phone);
  await recital.open(compared);
  const brackets = page.getByRole('heading', { level: 1 }).locator('.in-brackets');
  await expect(brackets).toHaveText(['(Rev. New Delhi, 2024)', '(Hammamet, 2016)']);
  for (const one of await brackets.all()) expect(await linesOf(one)).toBe(1);
  await recital.open(newer);
  const history = page.locator('.document-head .history');
  await expect(history).toHaveText('(Hammamet, 2016; Geneva, 2022; New Delhi, 2024)');
  for (const one of await history.locator('.whole').all()) expect(await linesOf(one)).toBe(1);
});

test('on a phone all figures of a section are in sight', async ({ recital }) => {
  const { page } = recital;
  await page.setViewportSize(phone);
  await recital.open(compared);
  await page.locator('.by-section summary').click();
  const considering = page.getByRole('row', { name: /^considering/ });
  await expect(considering.getByRole('cell')).toHaveCount(4);
  for (const figure of await considering.getByRole('cell').all()) {
    await expect(figure).toBeInViewport({ ratio: 1 });
  }
  await expect(page.getByRole('columnheader', { name: 'Unchanged' })).toBeInViewport({ ratio: 1 });
});

test('on a phone the bar of a comparison tells two works apart to their years', async ({
  recital,
}) => {
  const { page } = recital;
  await page.setViewportSize(phone);
  await recital.open('#/compare?from=wtdc/resolution/43@2017&to=wtsa/resolution/92@2024');
  const names = page.locator('.compare-bar .name a');
  await expect(names).toHaveText([
    'Resolution 43 (Rev. Buenos Aires, 2017)',
    'Resolution 92 (Rev. New Delhi, 2024)',
  ]);
  for (const name of await names.all()) {
    expect(await name.evaluate((one) => one.scrollWidth <= one.clientWidth)).toBe(true);
  }
});

test('at the end of a text the field of its outline still stands clear of the head', async ({
  recital,
}) => {
  const { page } = recital;
  await page.setViewportSize(projector);
  await recital.open(newer);
  await page.evaluate('window.scrollTo(0, document.documentElement.scrollHeight)');
  const [head, field] = [
    await boxOf(page.getByRole('banner')),
    await boxOf(page.getByRole('combobox', { name: 'Go to' })),
  ];
  expect(field.y).toBeGreaterThan(head.y + head.height);
});

test('the head of the page ends where the page ends, also beside the context of a provision', async ({
  recital,
}) => {
  const { page } = recital;
  for (const width of [1440, 1920]) {
    await page.setViewportSize({ width, height: 900 });
    for (const [place, wide] of [
      [`${newer}/considering.c`, '.context-panel'],
      [`${compared}&view=side`, '.compare-lines'],
    ] as const) {
      await recital.open(place);
      const [menu, last] = [
        await boxOf(page.locator('.menu-button .icon')),
        await boxOf(page.locator(wide)),
      ];
      const apart = menu.x + menu.width - (last.x + last.width);
      expect(Math.abs(apart), `${place} at ${width}`).toBeLessThan(4);
    }
  }
});

for (const locale of ['fr', 'es', 'ru', 'zh', 'ar']) {
  test.describe(() => {
    test.use({ locale });

    test(`on a phone what can be done with a text stands on one line in ${locale}`, async ({
      recital,
    }) => {
      const { page } = recital;
      await page.setViewportSize(phone);
      await recital.open(newer);
      const tools = page.locator('.document .tools > :first-child').locator('a, button');
      await expect(tools).toHaveCount(3);
      const tops = new Set<number>();
      for (const tool of await tools.all()) {
        const { x, y, width } = await boxOf(tool);
        tops.add(y);
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x + width).toBeLessThanOrEqual(phone.width);
      }
      expect(tops.size).toBe(1);
    });
  });
}

test.describe(() => {
  test.use({ locale: 'ar' });

  test('in a page from right to left a card opens beside its citation, too', async ({
    recital,
  }) => {
    const { page } = recital;
    await recital.open(`${wtdc}/recalling.m`);
    const citation = page
      .getByRole('article')
      .getByRole('link', { name: 'Resolution 92 (Hammamet, 2016)', exact: true });
    await citation.click();
    const [card, cited] = [await boxOf(page.getByRole('dialog')), await boxOf(citation)];
    expect(card.x).toBeLessThan(cited.x + cited.width);
    expect(card.x + card.width).toBeGreaterThan(cited.x);
  });
});
