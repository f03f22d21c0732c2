import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, newer, test, wtdc } from './recital.ts';

const pictures = join(import.meta.dirname, '../../out/screens');

const sizes = [
  { name: 'phone', width: 390, height: 844 },
  { name: 'projector', width: 1024, height: 768 },
  { name: 'desk', width: 1440, height: 900 },
] as const;

const extremes = new Set(['phone dark', 'desk light']);

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Screen {
  readonly name: string;
  readonly place: string;
  /** What a person does there before the picture is taken. */
  readonly act?: (page: Page) => Promise<void>;
  /** Whether what a person does moves the page by its nature, as opening a fold does. */
  readonly moves?: true;
  /** Whether it is made of the same parts as another one, so that the extremes of size and theme are enough. */
  readonly isKin?: true;
}

const screens: readonly Screen[] = [
  { name: 'home', place: '' },
  {
    name: 'home-suggestions',
    moves: true,
    place: '',
    act: async (page) => {
      await page.getByRole('combobox').pressSequentially('study');
      await expect(page.getByRole('option').first()).toBeVisible();
      await page.keyboard.press('ArrowDown');
    },
  },
  { name: 'reader', place: newer },
  {
    name: 'reader-foreword',
    moves: true,
    place: newer,
    act: (page) => page.getByText('Foreword', { exact: true }).click(),
  },
  { name: 'reader-provision', place: `${newer}/considering.i` },
  { name: 'reader-nested', place: `${wtdc}/resolves.2` },
  { name: 'reader-section', place: `${newer}/instructs-itu-t-sg-13` },
  {
    name: 'reader-foot',
    moves: true,
    place: newer,
    act: async (page) => {
      await page.getByText(/remarks? on the source/).click();
      // With no link half under the head, which would count as a small one.
      await page
        .locator('[aria-labelledby="foot-about"]')
        .evaluate((part) => part.scrollIntoView());
    },
  },
  {
    name: 'card',
    place: `${wtdc}/recalling.m`,
    act: async (page) => {
      await page.getByRole('link', { name: 'Resolution 92 (Hammamet, 2016)' }).first().click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
  {
    name: 'card-cited-elsewhere',
    place: `${newer}/considering.c`,
    act: async (page) => {
      await page.getByRole('link', { name: /^Recommendation 207/ }).click();
      await expect(page.getByRole('dialog').getByRole('listitem').first()).toBeVisible();
    },
  },
  {
    name: 'definition',
    place: `${newer}/considering.a`,
    act: async (page) => {
      await page.locator('.provision a.term').first().hover();
      await expect(page.getByRole('complementary', { name: 'Definition' })).toBeVisible();
    },
  },
  { name: 'work', place: '#/ra/resolution/56@2015' },
  { name: 'work-with-text', place: '#/wtsa/resolution/92' },
  { name: 'reference', place: '#/itu-t/recommendation/a.4' },
  { name: 'reference-older', isKin: true, place: '#/ra/resolution/56@2015' },
  { name: 'body', place: '#/body/itu-t-sg-13' },
  { name: 'handbook', isKin: true, place: '#/handbook/reading-an-itu-resolution' },
  { name: 'chapter', place: '#/handbook/reading-an-itu-resolution/verbs' },
  { name: 'tour', place: '#/tour/resolution-92' },
  { name: 'tour-stop', place: '#/tour/resolution-92/3' },
  { name: 'term', place: '#/term/imt-2020' },
  { name: 'meeting', isKin: true, place: '#/meeting/wtsa-24' },
  { name: 'topic', isKin: true, place: '#/topic/security' },
  { name: 'references', place: '#/references' },
  { name: 'references-by-year', isKin: true, place: '#/references?status=withdrawn&by=year' },
  { name: 'bodies', isKin: true, place: '#/bodies' },
  { name: 'glossary', isKin: true, place: '#/glossary' },
  { name: 'tours', isKin: true, place: '#/tours' },
  { name: 'search', place: '#/search?q=network+slicing' },
  { name: 'search-filtered', place: '#/search?q=network&body=wtsa&year=2024' },
  { name: 'search-plain-words', place: '#/search?q=%22network' },
  { name: 'search-nothing', place: '#/search?q=zebra&year=2024' },
  { name: 'search-named', place: '#/search?q=M.2083' },
  { name: 'search-besides', isKin: true, place: '#/search?q=5G' },
  { name: 'search-corrected', isKin: true, place: '#/search?q=frounthaul' },
  { name: 'search-filtered-away', isKin: true, place: '#/search?q=slicing&year=1865' },
  {
    name: 'search-explained',
    isKin: true,
    moves: true,
    place: '#/search?q=slicing+-security&year=2016',
    act: async (page) => {
      await page.getByText('How this was searched').click();
      await expect(page.locator('.explained dl')).toBeVisible();
    },
  },
  { name: 'trouble', place: '#/nonsense' },
  { name: 'no-such-provision', place: `${newer}/considering.zz` },
];

for (const size of sizes) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`at ${size.width}x${size.height} in ${colorScheme}`, () => {
      test.use({ viewport: { width: size.width, height: size.height }, colorScheme });

      const isExtreme = extremes.has(`${size.name} ${colorScheme}`);
      for (const { name, place, act, moves, isKin } of screens) {
        if (isKin === true && !isExtreme) continue;
        test(`the screen ${name} is whole, still and accessible`, async ({ recital }) => {
          const { page } = recital;
          await recital.open(place);
          await act?.(page);
          await page.screenshot({
            path: join(pictures, `${name}-${size.name}-${colorScheme}.png`),
          });

          const { all, unasked } = await recital.layoutShift();
          expect(moves === true ? unasked : all, 'layout shift').toBeLessThan(0.01);
          const overflow = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect(overflow, 'pixels that stick out at the side').toBe(0);
          const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
          expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual(
            [],
          );
        });
      }
    });
  }
}
