import { expect, type Page } from '@playwright/test';
import { newer, wtdc } from './recital.ts';

export interface Screen {
  readonly name: string;
  readonly place: string;
  /** What must be in sight before it is looked at, where its heading alone does not tell. */
  readonly shows?: string;
  /** What a person does there before the picture is taken. */
  readonly act?: (page: Page) => Promise<void>;
  /** Whether what a person does moves the page by its nature, as opening a fold does. */
  readonly moves?: true;
  /** Whether it fills the window by its nature, as what is projected does. */
  readonly fills?: true;
  /** Whether only a trainer's page has it. */
  readonly isTrainers?: true;
}

const editions = 'from=wtsa/resolution/92@2016&to=wtsa/resolution/92@2024';

export const screens: readonly Screen[] = [
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
  { name: 'reader', place: newer, shows: 'a.term' },
  {
    name: 'reader-foreword',
    moves: true,
    place: newer,
    act: (page) => page.locator('.preface summary').click(),
  },
  { name: 'reader-provision', place: `${newer}/considering.i`, shows: 'a.term' },
  { name: 'reader-nested', place: `${wtdc}/resolves.2` },
  { name: 'reader-section', place: `${newer}/instructs-itu-t-sg-13`, shows: 'a.term' },
  {
    name: 'reader-foot',
    moves: true,
    place: newer,
    act: async (page) => {
      await page.locator('.document-foot details summary').last().click();
      // With no link half under the head, which would count as a small one.
      await page
        .locator('[aria-labelledby="foot-about"]')
        .evaluate((part) => part.scrollIntoView());
    },
  },
  {
    // Beside the text or under the place, as there is room.
    name: 'reader-context',
    moves: true,
    place: `${newer}/considering.c`,
    act: async (page) => {
      const fold = page.locator('.chosen summary');
      if ((await fold.count()) > 0) await fold.click();
      await expect(page.locator('.counterparts a').first()).toBeVisible();
    },
  },
  {
    name: 'reader-footnote',
    place: `${newer}/considering.i`,
    act: async (page) => {
      await page.getByRole('article').locator('.mark button').first().hover();
      await expect(page.getByRole('note')).toBeVisible();
    },
  },
  {
    name: 'reader-go-to',
    moves: true,
    place: wtdc,
    act: async (page) => {
      await page.keyboard.press('g');
      await page.keyboard.type('res');
      await expect(page.getByRole('option').first()).toBeVisible();
    },
  },
  {
    name: 'reader-find',
    moves: true,
    place: newer,
    act: async (page) => {
      await page.keyboard.press('f');
      await expect(page.locator('.find-bar input')).toBeFocused();
      await page.keyboard.type('roadmap');
      await expect(page.locator('.find-bar output')).toHaveText(/\d/);
    },
  },
  {
    name: 'card-preview',
    place: `${newer}/considering.c`,
    act: async (page) => {
      await page
        .getByRole('article')
        .getByRole('link', { name: /^Recommendation 207/ })
        .first()
        .hover();
      await expect(page.locator('.peek')).toBeVisible();
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
      await expect(page.locator('.definition')).toBeVisible();
    },
  },
  { name: 'work', place: '#/ra/resolution/56@2015' },
  { name: 'work-with-text', place: '#/wtsa/resolution/92' },
  { name: 'compare', place: `#/compare?${editions}` },
  { name: 'compare-side', place: `#/compare?${editions}&view=side&at=considering.c` },
  { name: 'compare-merged', place: `#/compare?${editions}&view=merged&at=considering.e` },
  {
    name: 'compare-by-section',
    moves: true,
    place: `#/compare?${editions}`,
    act: (page) => page.locator('.by-section summary').click(),
  },
  {
    name: 'compare-documents',
    place: '#/compare?from=wtdc/resolution/43@2017&to=wtsa/resolution/92@2024',
  },
  { name: 'compare-choice', place: '#/compare' },
  { name: 'reference', place: '#/itu-t/recommendation/a.4' },
  { name: 'reference-older', place: '#/ra/resolution/56@2015' },
  { name: 'body', place: '#/body/itu-t-sg-13' },
  { name: 'duties', place: '#/actions', shows: '.duty-table' },
  { name: 'duties-narrowed', place: '#/actions?actor=itu-t-sg-13&became=changed&by=text' },
  { name: 'duties-matrix', place: '#/actions?as=matrix', shows: '.matrix' },
  { name: 'duties-nothing', place: '#/actions?words=zebra' },
  { name: 'handbook', place: '#/handbook/reading-an-itu-resolution' },
  { name: 'chapter', place: '#/handbook/reading-an-itu-resolution/verbs' },
  { name: 'tour', place: '#/tour/resolution-92' },
  { name: 'tour-stop', place: '#/tour/resolution-92/3' },
  {
    name: 'take-home',
    moves: true,
    place: '#/tour/resolution-92',
    act: (page) => page.locator('.take-home summary').click(),
  },
  { name: 'follow', place: '#/follow' },
  { name: 'present', place: '#/present/resolution-92/3', shows: '.present-next .stage-slide' },
  { name: 'stage', place: '#/stage/resolution-92/1/1', shows: '.stage-words', fills: true },
  {
    name: 'stage-change',
    place: '#/stage/security-and-resilience/1/1/1',
    shows: '.stage ins',
    fills: true,
  },
  { name: 'term', place: '#/term/imt-2020' },
  { name: 'meeting', place: '#/meeting/wtsa-24' },
  { name: 'topic', place: '#/topic/security' },
  { name: 'library', place: '#/library', shows: '.virtual-list li' },
  { name: 'library-narrowed', place: '#/library?topic=security&here=no&sort=year' },
  { name: 'library-nothing', place: '#/library?filter=zebra' },
  { name: 'handbooks', place: '#/handbooks' },
  { name: 'bodies', place: '#/bodies' },
  { name: 'glossary', place: '#/glossary' },
  { name: 'tours', place: '#/tours' },
  { name: 'search', place: '#/search?q=network+slicing', shows: '.total' },
  { name: 'search-filtered', place: '#/search?q=network&body=wtsa&year=2024' },
  { name: 'search-plain-words', place: '#/search?q=%22network' },
  { name: 'search-nothing', place: '#/search?q=zebra&year=2024' },
  { name: 'search-named', place: '#/search?q=M.2083' },
  { name: 'search-besides', place: '#/search?q=5G' },
  { name: 'search-corrected', place: '#/search?q=frounthaul' },
  { name: 'search-filtered-away', place: '#/search?q=slicing&year=1865' },
  { name: 'search-undone', place: '#/search?q=5G+frounthaul&without=5G' },
  { name: 'search-wide', place: '#/search?q=slicing&sort=date', shows: '.total' },
  {
    name: 'search-explained',
    moves: true,
    place: '#/search?q=slicing+-security&year=2016',
    act: async (page) => {
      await page.locator('.explained summary').click();
      await expect(page.locator('.explained dl')).toBeVisible();
    },
  },
  {
    name: 'menu',
    moves: true,
    place: '',
    act: async (page) => {
      await page.locator('.menu-button').click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
  { name: 'map', place: '#/map', shows: '.map-names .is-placed' },
  { name: 'map-focus', place: '#/map?focus=wtsa/resolution/92', shows: '.map-names .is-placed' },
  { name: 'map-table', place: '#/map?as=table&kind=resolution', shows: '.map-table th a' },
  { name: 'meetings-timeline', place: '#/timeline' },
  { name: 'trouble', place: '#/nonsense' },
  { name: 'no-such-provision', place: `${newer}/considering.zz` },
  { name: 'welcome', place: '', shows: '.welcome', isTrainers: true },
  { name: 'packs', place: '#/packs', shows: '.on-sticks li', isTrainers: true },
  {
    name: 'packs-remove',
    moves: true,
    isTrainers: true,
    place: '#/packs',
    act: async (page) => {
      await page.locator('.pack [aria-haspopup=dialog]').first().click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
  { name: 'add', place: '#/add', shows: '.offered', isTrainers: true },
  {
    name: 'pack-file',
    moves: true,
    isTrainers: true,
    place: '#/add',
    act: async (page) => {
      await page.locator('.offered a').first().click();
      await expect(page.locator('.pack-inside')).toBeVisible();
    },
  },
  {
    name: 'pack-refused',
    moves: true,
    isTrainers: true,
    place: '#/add',
    act: async (page) => {
      await page.locator('.offered a').last().click();
      await expect(page.getByRole('alert')).toBeVisible();
    },
  },
  { name: 'settings', place: '#/settings', isTrainers: true },
];
