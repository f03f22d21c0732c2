import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import type { Result } from '../../main/contract/failure.ts';
import type { KeptTour, OwnExhibit, OwnTour } from '../../main/contract/own-tours.ts';
import { faultsOf } from './axe.ts';
import { boxOf } from './recital.ts';
import { asTrainer, callApi, expect, newGuest, test, type TrainerServer } from './trainer.ts';

const screens = join(import.meta.dirname, '../../out/screens');

const valueOf = <Value>(result: Result<Value>): Value => {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};
const call = async (page: Page, method: string, request: object): Promise<KeptTour> =>
  valueOf((await callApi(page, method, request)) as Result<KeptTour>);

/** A tour of one's own: a copy of the bundled one on Resolution 92, or an empty one. */
async function newTour(page: Page, trainer: TrainerServer, from?: string): Promise<OwnTour> {
  await asTrainer(page, trainer, '#/tours');
  const { tour } = await call(page, 'newTour', from === undefined ? { title: 'Mine' } : { from });
  return tour;
}
const placeOf = ({ address }: Pick<OwnTour, 'address'>, stop = ''): string =>
  `#/edit/${address.slice('tour/'.length)}${stop}`;

async function openEditor(page: Page, tour: OwnTour, stop = ''): Promise<void> {
  await page.evaluate((hash) => (window.location.hash = hash), placeOf(tour, stop));
  await expect(page.getByRole('textbox', { name: 'Title of the tour' })).toBeVisible();
}
const onDisk = async (page: Page, { address }: OwnTour): Promise<OwnTour> =>
  (await call(page, 'ownTour', { address })).tour;

const titles = (page: Page): Locator => page.locator('.stop-name');
const saving = (page: Page): Locator => page.locator('.edit-bar .saving');
const bundled = 'tour/resolution-92';

test('every word is kept as it is typed, and is there after the power is cut in mid-word', async ({
  page,
  trainer,
}) => {
  const tour = await newTour(page, trainer, bundled);
  await openEditor(page, tour, '/2');
  const notes = page.getByRole('textbox', { name: 'What to say' });
  await notes.focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Say this sl');
  await expect(saving(page)).toHaveText('Saved');
  await trainer.kill();

  await page.keyboard.type('owly');
  await expect(saving(page)).toContainText('Not saved: ');
  await expect(notes).toHaveValue(/ Say this slowly$/);
  // What could not be saved is warned of before it is left.
  const asked = page.waitForEvent('dialog');
  void page.reload().catch(() => {});
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await expect(notes).toHaveValue(/ Say this slowly$/);

  await trainer.restart();
  // Where it came back at the same port, the page says why its key no longer fits.
  if (new URL(trainer.trainerUrl).origin === new URL(page.url()).origin)
    await expect(saving(page)).toContainText('started anew and has another link');
  const other = await page.context().newPage();
  await asTrainer(other, trainer, placeOf(tour, '/2'));
  await expect(other.getByRole('textbox', { name: 'What to say' })).toHaveValue(/ Say this sl/);
  page.on('dialog', (one) => void one.accept());
});

test('what could not be saved is tried again, and is back even after a reload', async ({
  page,
  trainer,
}) => {
  const tour = await newTour(page, trainer, bundled);
  await openEditor(page, tour);
  const title = page.getByRole('textbox', { name: 'Title of the tour' });
  await page.route('**/api/keepTour', (route) => route.abort());
  await title.fill('Typed while the disk was full');
  await expect(saving(page)).toContainText('Not saved: ');
  // On another screen it is said too.
  await page.getByRole('link', { name: 'Tours', exact: true }).first().click();
  await expect(page.getByText('“Typed while the disk was full” is not saved yet.')).toBeVisible();
  await page.getByRole('link', { name: 'Back to it' }).click();
  await expect(title).toHaveValue('Typed while the disk was full');

  page.once('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await expect(title).toHaveValue('Typed while the disk was full');
  await expect(page.getByText('What had not been saved is back.')).toBeAttached();
  await page.unroute('**/api/keepTour');
  await expect(saving(page)).toHaveText('Saved');
  expect((await onDisk(page, tour)).title).toBe('Typed while the disk was full');

  // Tried again by itself.
  let isFull = true;
  await page.route('**/api/keepTour', (route) => (isFull ? route.abort() : route.continue()));
  await title.fill('Once more');
  await expect(saving(page)).toContainText('Not saved: ');
  isFull = false;
  await expect(saving(page)).toHaveText('Saved');
  expect((await onDisk(page, tour)).title).toBe('Once more');
});

test('a tour is written with the keyboard alone', async ({ page, trainer }) => {
  await asTrainer(page, trainer, '#/tours');
  const said = page.locator('.edit-bar .said');
  await page.getByRole('button', { name: 'New tour' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(page.getByText('A tour is a row of stops.')).toBeVisible();
  await pressUntil(page, 'Tab', page.getByRole('textbox', { name: 'Title of the tour' }));
  await page.keyboard.type('By keyboard');
  await pressUntil(page, 'Tab', page.getByRole('button', { name: 'Add a stop' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Title of the stop' })).toBeFocused();
  await page.keyboard.type('What it is');
  await pressUntil(page, 'Tab', page.getByRole('spinbutton', { name: 'Minutes' }));
  await page.keyboard.press('Control+A');
  await page.keyboard.type('7');
  await expect(page.locator('.sum')).toHaveText('1 stop · 7 minutes');

  const find = page.getByRole('combobox', { name: 'Look for something to show' });
  await pressUntil(page, 'Tab', find);
  await page.keyboard.type('network slicing');
  const found = page.locator('.find').getByRole('option');
  await expect(found.first()).toContainText('Network slicing');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(said).toHaveText('Added: Network slicing');
  await expect(find).toBeFocused();
  // A passage brings its words.
  await page.keyboard.type('wtsa/resolution/92@2024#considering.t');
  await expect(found).toHaveCount(1);
  await page.keyboard.press('Enter');
  const shown = page.locator('.edit-exhibits li');
  await expect(shown.nth(1)).toContainText('Resolution 92 (Rev. New Delhi, 2024), considering t)');
  await expect(shown.nth(1)).toContainText('is working on the development of IMT-2030');
  await pressUntil(
    page,
    'Shift+Tab',
    page.getByRole('button', { name: /^Move up: Resolution 92/ }),
  );
  await page.keyboard.press('Enter');
  await expect(shown.first()).toContainText('considering t)');

  await pressUntil(page, 'Tab', page.getByRole('textbox', { name: 'What to say' }));
  await page.keyboard.type('Begin with *this*.');
  await pressUntil(page, 'Tab', page.getByRole('textbox', { name: 'Ask the room' }));
  await page.keyboard.type('Who uses it?');
  for (const answer of ['We do', 'Not yet']) {
    await pressUntil(page, 'Tab', page.getByRole('button', { name: 'Add an answer' }));
    await page.keyboard.press('Enter');
    await page.keyboard.type(answer);
  }
  await pressUntil(page, 'Tab', page.getByRole('button', { name: 'Done' }));
  await page.keyboard.press('Enter');
  const line = titles(page).first();
  await expect(line).toBeFocused();
  await expect(page.locator('.edit-stop')).toContainText('7 mins · shows 2 things · asks the room');

  await pressUntil(page, 'Tab', page.getByRole('button', { name: 'Add a stop' }));
  await page.keyboard.press('Enter');
  await page.keyboard.type('Before that');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(said).toHaveText('“Before that” is now stop 1 of 2.');
  await expect(page.getByRole('textbox', { name: 'Title of the stop' })).toBeFocused();
  await expect(saving(page)).toHaveText('Saved');

  await pressUntil(page, 'Shift+Tab', page.getByRole('link', { name: 'See the tour' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('By keyboard');
  await expect(page.locator('.stop h3')).toHaveText(['Before that', 'What it is']);
  await expect(page.locator('.stop .answers li')).toHaveText(['We do', 'Not yet']);
});

/** Presses a key until something has the focus, as one does who cannot see. */
async function pressUntil(page: Page, key: string, aim: Locator): Promise<void> {
  for (let count = 0; count < 80; count += 1) {
    await page.keyboard.press(key);
    if (await aim.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Nobody comes to ${String(aim)} with ${key}.`);
}

test('everything is undone and done again, what is typed in one field as one step', async ({
  page,
  trainer,
}) => {
  const tour = await newTour(page, trainer, bundled);
  await openEditor(page, tour);
  const [undo, redo] = [
    page.getByRole('button', { name: 'Undo' }),
    page.getByRole('button', { name: 'Redo' }),
  ];
  const first = tour.stops[0]?.title ?? '';
  await expect(undo).toHaveAttribute('aria-disabled', 'true');
  await page.getByRole('textbox', { name: 'Title of the tour' }).fill('');
  await page.keyboard.type('A better title');
  await page.getByRole('button', { name: `Move down: ${first}` }).click();
  await expect(titles(page).nth(1)).toContainText(first);
  await titles(page).nth(1).click();
  await page.getByRole('button', { name: 'Duplicate' }).click();
  await expect(page.locator('.edit-stop')).toHaveCount(tour.stops.length + 1);
  await page.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText(`“${first}” is deleted. “Undo” brings it back.`)).toBeVisible();
  await expect(page.locator('.edit-stop')).toHaveCount(tour.stops.length);

  await page.keyboard.press('Control+z');
  await expect(page.locator('.edit-stop')).toHaveCount(tour.stops.length + 1);
  await undo.click();
  await undo.click();
  await expect(page.locator('.edit-stop').first()).toContainText(first);
  await page.keyboard.press('Control+z');
  const title = page.getByRole('textbox', { name: 'Title of the tour' });
  await expect(title).toHaveValue('Resolution 92 in twelve stops');
  await expect(undo).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Control+Shift+z');
  await page.keyboard.press('Control+y');
  await expect(title).toHaveValue('A better title');
  await redo.click();
  await expect(titles(page).nth(1)).toContainText(first);
  await expect(saving(page)).toHaveText('Saved');
  const kept = await onDisk(page, tour);
  expect([kept.title, kept.stops[1]?.title]).toEqual(['A better title', first]);
});

test('a stop is dragged by its number to where the line is', async ({ page, trainer }) => {
  const tour = await newTour(page, trainer, bundled);
  await openEditor(page, tour);
  const numbers = page.locator('.edit-stop .order');
  const [from, to] = [await boxOf(numbers.nth(0)), await boxOf(numbers.nth(3))];
  await page.mouse.move(from.x + 10, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(from.x + 10, to.y - 8, { steps: 5 });
  await expect(page.locator('.is-before-drop')).toHaveCount(1);
  await page.mouse.up();
  const names = tour.stops.map(({ title }) => title);
  await expect(titles(page).nth(2)).toContainText(names[0] ?? '');
  await expect(titles(page).first()).toContainText(names[1] ?? '');
  await expect(page.locator('.said')).toHaveText(`“${names[0]}” is now stop 3 of 12.`);
});

const show = (at: string, exact: string): OwnExhibit =>
  ({ kind: 'address', address: at, quotation: { exact, prefix: '', suffix: '' } }) as OwnExhibit;
const stop = (id: string, exhibit: OwnExhibit) => ({
  id,
  title: `Stop ${id}`,
  minutes: 2,
  show: [exhibit],
  notes: '',
  question: '',
  answers: [],
});

test('what a stop shows is found again, or needs attention with what changed', async ({
  page,
  trainer,
}) => {
  const tour = await newTour(page, trainer);
  const place = 'wtsa/resolution/92@2024#considering';
  await call(page, 'keepTour', {
    tour: {
      ...tour,
      stops: [
        // The words of considering t), noted at another place.
        stop(
          'moved',
          show(`${place}.a`, 'that ITU\u2011R is working on the development of IMT-2030,'),
        ),
        stop(
          'changed',
          show(`${place}.t`, 'that ITU\u2011R is finishing the development of IMT-2030,'),
        ),
        stop('gone', show('wtsa/resolution/92@2024#resolves.99', 'to do what nobody asks')),
      ],
    },
  });
  await openEditor(page, tour);
  const attention = page.getByRole('region', { name: 'Needs attention' });
  await expect(attention).toContainText('What 3 stops show is no longer what was chosen.');
  const items = attention.getByRole('listitem');
  await expect(items.nth(0)).toContainText('These words have moved. They stand now at');
  await expect(items.nth(0).getByRole('link', { name: /considering t\)/ })).toBeVisible();
  await expect(items.nth(1).locator('del')).toHaveText('finishing');
  await expect(items.nth(1).locator('ins')).toHaveText('working on');
  await expect(items.nth(2)).toContainText('Nothing stands there any more.');
  expect(await faultsOf(page)).toEqual([]);
  await page.screenshot({ path: join(screens, 'edit-attention-desk-light.png') });

  await items.nth(2).getByRole('button', { name: 'Remove' }).click();
  await items.nth(1).getByRole('button', { name: 'Keep the new words' }).click();
  await expect(items).toHaveCount(1);
  await items.nth(0).getByRole('button', { name: 'Show the new place' }).click();
  await expect(attention).toHaveCount(0);
  await expect(saving(page)).toHaveText('Saved');
  const { stops } = await onDisk(page, tour);
  expect(stops.map(({ show: shown }) => shown.map((one) => one.quotation?.exact))).toEqual([
    ['that ITU\u2011R is working on the development of IMT-2030,'],
    ['that ITU\u2011R is working on the development of IMT-2030,'],
    [],
  ]);
  // Undoing brings the trouble back, since it is the old words again.
  await page.keyboard.press('Control+z');
  await expect(items).toHaveCount(1);
});

test('what is added in another tab comes into the editor that is open', async ({
  page,
  context,
  trainer,
}) => {
  const tour = await newTour(page, trainer, bundled);
  await openEditor(page, tour, '/1');
  const reader = await context.newPage();
  await asTrainer(reader, trainer, '#/term/imt-2020');
  await reader.getByRole('button', { name: 'Add to tour' }).click();
  await reader.getByLabel('Tour', { exact: true }).selectOption(tour.address);
  await reader.getByLabel('Stop', { exact: true }).selectOption({ index: 0 });
  await reader.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(
    reader.getByText(/^Added to “Resolution 92 in twelve stops”, stop 1\.$/),
  ).toBeVisible();
  await expect(page.locator('.edit-exhibits')).toContainText('IMT-2020');
});

test('in the room nobody sees an editor, nor a way to it', async ({ page, context, trainer }) => {
  const tour = await newTour(page, trainer, bundled);
  const before = await readdir(join(trainer.dataFolder, 'tours'));
  const guest = await newGuest(context, trainer, placeOf(tour));
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText(
    'Tours are edited on the trainer\u2019s own page',
  );
  expect(await faultsOf(guest)).toEqual([]);
  for (const place of ['#/tours', '#/tour/resolution-92', '#/term/imt-2020']) {
    await guest.goto(`${trainer.roomUrl}${place}`);
    await expect(guest.getByRole('heading', { level: 1 })).toBeVisible();
    for (const name of ['Add to tour', 'New tour', 'Copy and adapt', 'Edit'])
      await expect(guest.getByRole('button', { name })).toHaveCount(0);
  }
  await guest.keyboard.press('t');
  await expect(guest.getByRole('dialog')).toHaveCount(0);
  expect(await readdir(join(trainer.dataFolder, 'tours'))).toEqual(before);
  await guest.context().close();
});

const looks = [
  { name: 'phone', width: 390, height: 844, theme: 'light', language: 'en', isFirst: true },
  { name: 'projector', width: 1024, height: 768, theme: 'dark', language: 'en', isFirst: false },
  { name: 'desk', width: 1440, height: 900, theme: 'contrast', language: 'en', isFirst: false },
  { name: 'projector', width: 1024, height: 768, theme: 'light', language: 'ar', isFirst: true },
  { name: 'phone', width: 390, height: 844, theme: 'dark', language: 'ar', isFirst: false },
] as const;

test('the editor is whole at every size, in every theme, and from right to left', async ({
  page,
  browser,
  trainer,
}) => {
  const tour = await newTour(page, trainer, bundled);
  for (const { name, width, height, theme, language, isFirst } of looks) {
    const context = await browser.newContext({
      viewport: { width, height },
      colorScheme: theme === 'dark' ? 'dark' : 'light',
      reducedMotion: 'reduce',
    });
    await context.addInitScript(
      ([chosen, spoken]) => {
        localStorage.setItem('recital.theme', chosen);
        localStorage.setItem('recital.language', spoken);
      },
      [theme, language] as const,
    );
    const look = await context.newPage();
    await asTrainer(look, trainer, placeOf(tour, '/2'));
    await expect(look.locator('.stop-open')).toBeVisible();
    await expect(look.locator('html')).toHaveAttribute('dir', language === 'ar' ? 'rtl' : 'ltr');
    // With nothing half under what stays in sight, which would count as small.
    await look.evaluate(() => window.scrollTo(0, 0));
    const label = `${name} ${theme} ${language}`;
    const out = await look.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect({ label, out }).toEqual({ label, out: 0 });
    const rules = isFirst ? 'all' : 'colours';
    expect({ label, faults: await faultsOf(look, rules) }).toEqual({ label, faults: [] });
    await look.screenshot({
      path: join(screens, `edit-${name}-${theme}${language === 'en' ? '' : `-${language}`}.png`),
      fullPage: true,
    });
    await context.close();
  }
});
