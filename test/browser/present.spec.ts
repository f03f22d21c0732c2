import type { Locator, Page } from '@playwright/test';
import { faultsOf } from './axe.ts';
import { boxOf, expect, test } from './recital.ts';

test.use({ viewport: { width: 1024, height: 768 } });

const tours = [
  'developing-countries',
  'edge-slicing-transport',
  'hammamet-to-new-delhi',
  'imt-2000-to-imt-2030',
  'open-networks',
  'resolution-92',
  'security-and-resilience',
  'who-does-what',
] as const;

const slide = (page: Page): Locator => page.locator('.stage-slide').first();
const heading = (page: Page): Locator => slide(page).getByRole('heading').first();
const place = (page: Page): Locator => page.locator('.stage-count').first();

/** A second tab of the same browser, as the projector's. */
async function projectorOf(page: Page, hash: string): Promise<Page> {
  const projector = await page.context().newPage();
  await projector.goto(new URL(hash, page.url()).href);
  await projector.locator('.stage-slide').waitFor();
  return projector;
}

/** Whether everything of a slide is inside its room, and how large the smallest type of its words is. */
const look = (page: Page) =>
  page.evaluate(() => {
    const room = document.querySelector('.stage-room') as HTMLElement;
    const sizes = [...room.querySelectorAll<HTMLElement>('h2, h3, p, li, td, th')]
      .filter((one) => one.textContent?.trim() !== '')
      .map((one) => Number.parseFloat(getComputedStyle(one).fontSize));
    const words = [...room.querySelectorAll<HTMLElement>('.stage-words, h2, .stage-lead, li')].map(
      (one) => Number.parseFloat(getComputedStyle(one).fontSize),
    );
    return {
      place: document.querySelector('.stage-count')?.textContent ?? '',
      address: location.hash,
      isLong: room.matches('.is-long') || room.scrollHeight > room.clientHeight,
      isWide: room.scrollWidth > room.clientWidth,
      smallest: Math.min(...sizes),
      smallestWords: Math.min(...words),
    };
  });

for (const tour of tours) {
  test(`at 1024 by 768 the back of the room reads every stop of ${tour}, and nothing is cut`, async ({
    recital,
  }) => {
    const { page } = recital;
    await recital.open(`#/stage/${tour}/1/0`);
    const seen = new Set<string>();
    for (;;) {
      const found = await look(page);
      expect(found, found.address).toMatchObject({ isLong: false, isWide: false });
      expect(found.smallest, found.address).toBeGreaterThanOrEqual(22);
      expect(found.smallestWords, found.address).toBeGreaterThanOrEqual(28);
      if (seen.has(found.address)) break;
      seen.add(found.address);
      await page.keyboard.press('PageDown');
      // At the end the address stays as it is.
      const isLast = await page.evaluate(
        () => document.querySelector('.stage-dots .is-here:last-child') !== null,
      );
      await page
        .waitForFunction((address) => location.hash !== address, found.address, {
          timeout: isLast ? 500 : 15_000,
        })
        .catch(() => {});
    }
    const stops = await page.evaluate(() => document.querySelectorAll('.stage-dots span').length);
    expect(stops).toBeGreaterThan(8);
    expect([...seen].at(-1)).toMatch(new RegExp(`^#/stage/${tour}/${stops}/\\d+$`));
  });
}

test('the remote’s keys lead through a tour, in the window alone', async ({ recital }) => {
  const { page } = recital;
  await recital.open('#/stage/resolution-92/1/0');
  await expect(heading(page)).toHaveText('One name for all generations');
  await expect(place(page)).toHaveText('Stop 1 of 12');
  await page.keyboard.press('PageDown');
  await expect(heading(page)).toHaveText('considering');
  await expect(slide(page)).toContainText('Resolution 92 (Rev. New Delhi, 2024), considering a)');
  await page.keyboard.press('PageUp');
  await expect(heading(page)).toHaveText('One name for all generations');
  await page.keyboard.press('b');
  await expect(page.locator('.projector-black')).toBeVisible();
  await page.keyboard.press('.');
  await expect(page.locator('.projector-black')).toBeHidden();
  await page.keyboard.press('End');
  await expect(place(page)).toHaveText('Stop 12 of 12');
  await expect(page).toHaveURL(/#\/stage\/resolution-92\/12\/\d+$/);
  await page.keyboard.press('Home');
  await expect(place(page)).toHaveText('Stop 1 of 12');
  await page.keyboard.type('7');
  await expect(page.locator('.projector-notice')).toContainText('7');
  await page.keyboard.press('Enter');
  await expect(place(page)).toHaveText('Stop 7 of 12');
  const invited = 'resolves to invite the Telecommunication Standardization Advisory Group';
  await page.keyboard.press('ArrowRight');
  await expect(heading(page)).toHaveText(invited);
  await page.reload();
  await expect(heading(page)).toHaveText(invited);
});

test('the next stop is there before its key is pressed: nothing more is asked of the server', async ({
  recital,
}) => {
  const { page } = recital;
  const loaded = page.waitForResponse(
    (response) => response.request().postData()?.includes('term/non-radio-aspects') ?? false,
  );
  await recital.open('#/stage/resolution-92/1/3');
  await loaded;
  await page.route('**/api/*', (route) => route.abort());
  await page.keyboard.press('PageDown');
  await expect(heading(page)).toHaveText('Half of a mobile network has no antenna');
  await page.keyboard.press('PageDown');
  await expect(slide(page)).toContainText('considering f)');
});

test('what the notes quote is marked in the provision', async ({ recital }) => {
  await recital.open('#/stage/resolution-92/1/1');
  await expect(recital.page.locator('.matters').first()).toHaveText('is the root name');
  await expect(recital.page.locator('.stage-text a')).toHaveCount(0);
});

test('a comparison is shown as change, not by colour alone', async ({ recital }) => {
  const { page } = recital;
  await recital.open('#/stage/security-and-resilience/1/1/1');
  await expect(slide(page)).toContainText('Amended since Resolution 92 (Hammamet, 2016)');
  await expect(page.locator('.stage del').first()).toHaveText('promote');
  await expect(page.locator('.stage ins').first()).toHaveText('continue promoting');
  const lines = await page.evaluate(() =>
    ['del', 'ins'].map(
      (tag) =>
        getComputedStyle(document.querySelector(`.stage ${tag}`) as Element).textDecorationLine,
    ),
  );
  expect(lines).toEqual(['line-through', 'underline']);
});

test('presenter and projector stay together: next, jump, black, mark and pointer', async ({
  recital,
}) => {
  const { page } = recital;
  await recital.open('#/present/resolution-92/1');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Resolution 92 in twelve stops');
  const projector = await projectorOf(page, '#/stage/resolution-92/5/0');
  // A late tab shows what is shown, not what its address says.
  await expect(place(projector)).toHaveText('Stop 1 of 12');
  await page.bringToFront();
  await page.getByRole('button', { name: 'Next' }).first().click();
  await expect(heading(projector)).toHaveText('considering');
  const next = page.getByRole('region', { name: 'Next', exact: true });
  await expect(next.locator('.stage-slide')).toContainText(
    'International Mobile Telecommunications',
  );

  const words = page.locator('.present-now [data-address]').first();
  const box = await boxOf(words);
  await page.mouse.move(box.x + 4, box.y + 6);
  await expect(projector.locator('.projector-point')).toBeVisible();
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.6, box.y + 8, { steps: 4 });
  await page.mouse.up();
  const mark = projector.locator('.stage mark');
  await expect(mark.first()).toBeVisible();
  expect(await mark.allTextContents()).toEqual(
    await page.locator('.present-now .stage mark').allTextContents(),
  );
  await page.mouse.move(2, 2);
  await expect(projector.locator('.projector-point')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(mark).toHaveCount(0);

  await page.keyboard.press('b');
  await expect(projector.locator('.projector-black')).toBeVisible();
  await expect(page.getByRole('heading', { name: /The room sees/ })).toContainText(
    'The screen is black',
  );
  await page.keyboard.press('b');
  await page.keyboard.type('12');
  await page.keyboard.press('Enter');
  await expect(place(projector)).toHaveText('Stop 12 of 12');
  await page.getByRole('button', { name: /What the radio side has already done/ }).click();
  await expect(place(projector)).toHaveText('Stop 3 of 12');

  // The remote may point at either window.
  await projector.bringToFront();
  await projector.keyboard.press('PageDown');
  await expect(heading(projector)).toHaveText('considering');
  await expect(page.locator('.present-now h3').first()).toHaveText('considering');

  await page.close({ runBeforeUnload: true });
  await expect(projector.locator('.projector-notice')).toHaveText(
    'The presenter’s window is closed. The keys work here.',
  );
  await projector.keyboard.press('PageDown');
  await expect(slide(projector)).toContainText('considering t)');
});

test('the presenter opens the projector’s window, and ends it', async ({ recital }) => {
  const { page } = recital;
  await recital.open('#/present/resolution-92/2');
  const [projector] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('button', { name: 'Open the projector’s window' }).click(),
  ]);
  await expect(place(projector)).toHaveText('Stop 2 of 12');
  const closed = projector.waitForEvent('close');
  await page.getByRole('button', { name: 'End', exact: true }).click();
  await closed;
  await expect(page).toHaveURL(/#\/tour\/resolution-92$/);
  await page.goto(new URL('#/present/resolution-92', page.url()).href);
  await expect(place(page)).toHaveText('Stop 1 of 12');
});

test('whoever looks something up and comes back is where they were, with the clock', async ({
  recital,
}) => {
  const { page } = recital;
  await page.clock.install();
  await recital.open('#/present/resolution-92/3');
  await page.keyboard.press('ArrowDown');
  await page.clock.runFor(65_000);
  const elapsed = page.locator('.present-elapsed').last();
  await expect(elapsed).toHaveText(/^1:0\d$/);
  await page.locator('.present-notes a').first().click();
  await expect(page).not.toHaveURL(/present/);
  await page.goBack();
  await expect(heading(page)).toHaveText('considering');
  await page.getByRole('button', { name: 'Stop the clock' }).click();
  const stood = await elapsed.textContent();
  await page.clock.runFor(30_000);
  await page.reload();
  await expect(heading(page)).toHaveText('considering');
  await expect(elapsed).toHaveText(stood ?? '');
  await page.getByRole('button', { name: 'Let the clock run' }).click();
  await page.clock.runFor(3 * 60_000);
  await expect(page.locator('.present-time').first()).toContainText('over');
});

test('the keyboard alone presents: every control is reached, keys are told, the focus is never lost', async ({
  recital,
}) => {
  const { page } = recital;
  await recital.open('#/present/resolution-92/1');
  const next = page.locator('.present-steps .is-main');
  for (let presses = 0; presses < 30; presses += 1) {
    await page.keyboard.press('Tab');
    if (await next.evaluate((button) => button === document.activeElement)) break;
  }
  await expect(next).toBeFocused();
  // A button takes the keys that press it, once.
  await page.keyboard.press('Enter');
  await expect(page.locator('.present-now h3').first()).toHaveText('considering');
  await expect(page.locator('.present > output')).toContainText('considering');
  await page.keyboard.press('m');
  await expect(page.locator('.present-now mark').first()).toBeVisible();
  await page.getByRole('button', { name: 'Remove the mark' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.present-now mark')).toHaveCount(0);
  await expect(next).toBeFocused();
  await page.keyboard.press('PageDown');
  await expect(page.locator('.present-now h3').first()).toHaveText('IMT');
  await expect(next).toBeFocused();
});

test('axe finds nothing on the presenter’s screen, the projector’s and a phone’s', async ({
  recital,
}) => {
  const { page } = recital;
  for (const hash of ['#/present/resolution-92/4', '#/stage/security-and-resilience/1/1/1']) {
    await recital.open(hash);
    expect(await faultsOf(page), hash).toEqual([]);
  }
  await page.setViewportSize({ width: 390, height: 844 });
  for (const hash of ['#/present/resolution-92/4', '#/stage/resolution-92/4/1']) {
    await recital.open(hash);
    expect(await faultsOf(page), hash).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, hash).toBe(0);
  }
});

test.describe('in Arabic', () => {
  test.use({ locale: 'ar' });

  test('the screens are mirrored, the documents keep their direction, and the left arrow goes on', async ({
    recital,
  }) => {
    const { page } = recital;
    await recital.open('#/stage/resolution-92/1/0');
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await page.keyboard.press('ArrowLeft');
    await expect(page.locator('.stage-text')).toHaveAttribute('dir', 'ltr');
    const [tour, count] = [
      await boxOf(page.locator('.stage-tour')),
      await boxOf(page.locator('.stage-count')),
    ];
    expect(count.x).toBeLessThan(tour.x);
    await page.keyboard.press('ArrowRight');
    await expect(page.locator('.stage-title')).toBeVisible();
    await recital.open('#/present/resolution-92/1');
    const [now, notes] = [
      await boxOf(page.locator('.present-now')),
      await boxOf(page.locator('.present-notes')),
    ];
    expect(notes.x).toBeLessThan(now.x);
    expect(await faultsOf(page)).toEqual([]);
  });
});
