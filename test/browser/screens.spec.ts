import { join } from 'node:path';
import { faultsOf, type Rules } from './axe.ts';
import { screens, type Screen } from './screens.ts';
import { expect, test, type Recital } from './trainers-screens.ts';

const pictures = join(import.meta.dirname, '../../out/screens');

/**
 * The languages that every screen is looked at in: one from the left and one from the right. The first one's pictures have no
 * language in their name, and it alone is seen in every theme at every size: colours know no direction.
 */
const languages = ['en', 'ar'] as const;

const sizes = [
  { name: 'phone', width: 390, height: 844 },
  { name: 'projector', width: 1024, height: 768 },
  { name: 'desk', width: 1440, height: 900 },
] as const;

/** What the system asks for, which the interface follows while a person looks. */
const themes = [
  { name: 'light', media: { colorScheme: 'light', contrast: 'no-preference' } },
  { name: 'dark', media: { colorScheme: 'dark', contrast: 'no-preference' } },
  { name: 'contrast', media: { colorScheme: 'light', contrast: 'more' } },
] as const;

/**
 * Each size begins with another theme and goes through the others, so that a screen is opened in each of them, and there
 * checked by every rule. The themes after it change its colours in place, and colours know no size: they are checked at the last
 * one. In a further language, whose words and direction are new and whose colours are not, one opening is checked by every rule.
 */
const themesFrom = (start: number) =>
  themes.map((_, index) => themes[(start + index) % themes.length] ?? themes[0]);

/** The themes at a size, in turn. */
const themesSeen = (turn: number, language: Language): readonly Theme[] =>
  language === languages[0] ? themesFrom(turn) : themesFrom(turn).slice(0, 1);

type Size = (typeof sizes)[number];
type Theme = (typeof themes)[number];
type Language = (typeof languages)[number];

/** How a screen is looked at, which is what a failure is told with and what a picture is called by. */
interface Look {
  readonly screen: Screen;
  readonly size: Size;
  readonly theme: Theme;
  readonly language: Language;
}

const called = ({ screen, size, theme, language }: Look): string =>
  `${screen.name} at ${size.width}x${size.height} in ${theme.name}, ${language}:`;

const pictureOf = ({ screen, size, theme, language }: Look): string =>
  [screen.name, size.name, theme.name, ...(language === languages[0] ? [] : [language])].join('-');

/**
 * The size in the address, of which the interface knows nothing, makes each opening a new document: the same address again would be
 * a step within the old one. A page of its own for each costs a process and a start with empty caches.
 */
async function open(look: Look, { page, open: openPlace }: Recital): Promise<void> {
  const { place, shows, act } = look.screen;
  try {
    // From where the last size left it, the pointer would hover over what happens to come under it.
    await page.mouse.move(0, 0);
    await openPlace(`?${look.size.name}${place}`);
    await expect(page.locator('html')).toHaveAttribute('lang', look.language);
    if (shows !== undefined) await expect(page.locator(shows).first()).toBeVisible();
    await act?.(page);
  } catch (error) {
    throw new Error(`${called(look)} it does not get there`, { cause: error });
  }
}

/** By which rules axe goes at a look; null: by none. */
function rulesAt(language: Language, turn: number, index: number): Rules | null {
  if (language !== languages[0]) return turn === 0 ? 'all' : null;
  if (index === 0) return 'all';
  return turn === sizes.length - 1 ? 'colours' : null;
}

/** Takes the picture and checks what there is to see; what is wrong is told, and the next look follows. */
async function check(look: Look, recital: Recital, rules: Rules | null): Promise<void> {
  const { page } = recital;
  await page.screenshot({ path: join(pictures, `${pictureOf(look)}.png`) });
  const { all, unasked } = await recital.layoutShift();
  const shift = look.screen.moves === true ? unasked : all;
  expect.soft(shift, `${called(look)} layout shift`).toBeLessThan(0.01);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect.soft(overflow, `${called(look)} pixels that stick out at the side`).toBe(0);
  if (rules === null) return;
  expect.soft(await faultsOf(page, rules), `${called(look)} what axe finds`).toEqual([]);
}

// Every size and theme of a screen is one test: a slow machine is no fault of the program's.
test.describe.configure({ timeout: 240_000 });

for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ locale: language });

    for (const screen of screens) {
      const lookAt = async (recital: Recital): Promise<void> => {
        const { page } = recital;
        // Nor does a size come back to where the last one was in the same page.
        await page.addInitScript(() => sessionStorage.clear());
        for (const [turn, size] of sizes.entries()) {
          await page.setViewportSize(size);
          for (const [index, theme] of themesSeen(turn, language).entries()) {
            const look: Look = { screen, size, theme, language };
            await page.emulateMedia(theme.media);
            if (index === 0) await open(look, recital);
            await check(look, recital, rulesAt(language, turn, index));
          }
        }
      };
      test(
        `the screen ${screen.name} is whole, still and accessible in every size and theme`,
        screen.isTrainers === true
          ? ({ trainers }) => lookAt(trainers)
          : ({ recital }) => lookAt(recital),
      );
    }
  });
}
