import type { Page } from '@playwright/test';
import { faultsOf } from './axe.ts';
import { newer, wtdc } from './recital.ts';
import { faultsOfRoom, setWide } from './room.ts';
import { screens, type Screen } from './screens.ts';
import { expect, test, type Recital } from './trainers-screens.ts';
import { faultsOfWalk, type Way } from './walk.ts';

/**
 * How every screen is gone through: its size, which way, and how many stops at most, for a list may be long and begins as it
 * goes on. A window of 1280 by 1024 pixels enlarged to 200 % and 400 % is one of 640 by 512 and 320 by 256 of CSS.
 */
interface Visit {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly isWide?: true;
  readonly walks: readonly (readonly [Way, number])[];
}

const visits: readonly Visit[] = [
  {
    name: 'on a projector',
    width: 1024,
    height: 768,
    isWide: true,
    walks: [
      ['Tab', 80],
      ['Shift+Tab', 30],
    ],
  },
  { name: 'on a phone', width: 390, height: 844, isWide: true, walks: [['Tab', 30]] },
  { name: 'at 200 %', width: 640, height: 512, walks: [] },
  { name: 'at 400 %', width: 320, height: 256, walks: [['Shift+Tab', 40]] },
];

/** The same text as on another screen, which differs in what is open at its top. */
const isOnceMore = ({ name, place }: Screen): boolean =>
  name !== 'reader' && (place.startsWith(newer) || place.startsWith(wtdc));

async function open({ place, shows, act }: Screen, { page, open: openPlace }: Recital) {
  await openPlace(place);
  if (shows !== undefined) await expect(page.locator(shows).first()).toBeVisible();
  await act?.(page);
}

async function checkRoom(page: Page, visit: Visit, { fills }: Screen): Promise<void> {
  // With nothing half under the head, which would count as cut off or small.
  await page.evaluate('scrollTo(0, 0)');
  expect.soft(await faultsOfRoom(page, fills), `${visit.name}: what is lost`).toEqual([]);
  if (fills === true) return;
  if (visit.isWide !== true) {
    const targets = await faultsOf(page, 'targets');
    expect.soft(targets, `${visit.name}: targets that are too small`).toEqual([]);
    return;
  }
  await setWide(page, true);
  expect.soft(await faultsOfRoom(page, fills), `${visit.name}, set wide: what is lost`).toEqual([]);
  await setWide(page, false);
}

// A slow machine is no fault of the program's.
test.describe.configure({ timeout: 120_000 });

for (const screen of screens) {
  const goThrough = async (recital: Recital): Promise<void> => {
    const { page } = recital;
    // What fills its window is a picture scaled to it; whoever needs it larger follows it on a screen of their own.
    const sizes = screen.fills === true ? visits.slice(0, 1) : visits;
    for (const visit of sizes) {
      await page.setViewportSize(visit);
      // What a person does first is done where there is room; enlarging then finds it open.
      if (visit === visits[0]) await open(screen, recital);
      await checkRoom(page, visit, screen);
      for (const [way, most] of visit.walks) {
        const faults = await faultsOfWalk(page, way, isOnceMore(screen) ? 20 : most);
        expect.soft(faults, `${visit.name}, ${way}: what Tab meets`).toEqual([]);
      }
    }
  };
  test(
    `the screen ${screen.name} is gone through by Tab and loses nothing when it is enlarged`,
    screen.isTrainers === true
      ? ({ trainers }) => goThrough(trainers)
      : ({ recital }) => goThrough(recital),
  );
}

test('the whole of a text is gone through by Tab, there and back', async ({ recital }) => {
  const { page } = recital;
  await page.setViewportSize({ width: 1024, height: 768 });
  await recital.open(newer);
  await expect(page.locator('a.term').first()).toBeVisible();
  for (const way of ['Tab', 'Shift+Tab'] as const) {
    expect.soft(await faultsOfWalk(page, way, 1000), way).toEqual([]);
  }
});

test.describe('from right to left', () => {
  test.use({ locale: 'ar' });

  const names = ['home', 'library', 'search', 'work-with-text', 'compare', 'meetings-timeline'];
  for (const screen of screens.filter(({ name }) => [...names, 'duties-matrix'].includes(name))) {
    test(`the screen ${screen.name} is gone through as it is read`, async ({ recital }) => {
      const { page } = recital;
      await page.setViewportSize({ width: 1024, height: 768 });
      await open(screen, recital);
      await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
      expect.soft(await faultsOfWalk(page, 'Tab', 60), 'what Tab meets').toEqual([]);
      await page.setViewportSize({ width: 320, height: 256 });
      expect.soft(await faultsOfRoom(page), 'at 400 %: what is lost').toEqual([]);
    });
  }
});

test('what opens over a text takes the focus, closes at Escape and gives it back, or to what was found', async ({
  recital,
}) => {
  await recital.open(`${wtdc}/noting.c`);
  const { page } = recital;
  const provision = page.locator('[id="at-recalling.m"]');
  const link = provision.getByRole('link', { name: /^Resolution 92/ });
  const card = page.getByRole('dialog');
  const bar = page.locator('.find-bar');
  for (const [key, over] of [
    ['Enter', card],
    ['f', bar],
  ] as const) {
    await link.focus();
    await page.keyboard.press(key);
    await expect(over).toBeVisible();
    await expect(over.locator(':focus')).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(over).toBeHidden();
    await expect(link).toBeFocused();
  }
  await page.keyboard.press('f');
  await page.keyboard.type('Hammamet, 2016');
  await expect(bar.getByRole('status')).toHaveText(/^1 of /);
  await page.keyboard.press('Escape');
  await expect(provision).toBeFocused();
});
