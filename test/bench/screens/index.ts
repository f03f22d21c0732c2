import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { buildStale } from '../../../build/build.ts';
import { project } from '../../../build/tools.ts';
import { chromiumSwitches, findChromium } from '../../chromium.ts';
import { nobodysData } from '../../nobodys-data.ts';
import { spreadOf, type Spread } from '../figures.ts';
import { startLineProcess } from '../search/processes.ts';
import { keepOwnLibrary } from './own.ts';
import { sizeOfEntries, type EntrySize } from './size.ts';
import { watch, type Awaited } from './watch.ts';

/** Milliseconds. All but the first are from the key press to what it brought being painted. */
interface ScreenTimes {
  /** From the navigation in a browser that has nothing of Recital yet, as the browser reports it. */
  readonly firstContent: Spread;
  readonly suggestions: Spread;
  readonly results: Spread;
  readonly document: Spread;
  readonly comparison: Spread;
}

export interface ScreenFigures {
  readonly bundled: ScreenTimes;
  readonly withProvisionsAdded: ScreenTimes & { readonly provisions: number };
  readonly sizes: Readonly<Record<string, EntrySize>>;
}

const provisionsAdded = 50_000;
const rounds = 20;

/** Words of the texts, each the beginning of a search of its own. */
const queries =
  `network slicing spectrum broadband study group standardization terrestrial satellite fronthaul backhaul
  security member developing countries interoperability resilience migration requirements architecture`.split(
    /\s+/,
  );

const newer = '#/wtsa/resolution/92@2024';
const older = '#/wtsa/resolution/92@2016';
const compared = '#/compare?from=wtsa%2Fresolution%2F92%402016&to=wtsa%2Fresolution%2F92%402024';

const painted = (page: Page, wanted: Awaited): Promise<number> =>
  page.evaluate((each) => window.timeUntilPainted(each, 'key'), wanted);

/** Goes to a place as a link does, by a key on it, and tells how long it took until it was painted. */
async function follow(page: Page, hash: string, wanted: Awaited): Promise<number> {
  await page.evaluate((href) => {
    const link = document.createElement('a');
    link.href = href;
    link.id = 'bench-link';
    link.textContent = 'bench';
    document.body.append(link);
    link.focus();
  }, hash);
  await page.keyboard.press('Enter');
  const ms = await painted(page, wanted);
  await page.evaluate(() => document.getElementById('bench-link')?.remove());
  return ms;
}

async function timeFirstContent(browser: Browser, url: string): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const page = await browser.newPage();
    await page.goto(url);
    await page.locator('h1').waitFor();
    const ms = await page.evaluate(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    );
    times.push(ms);
    await page.close();
  }
  return times;
}

async function timeKeys(browser: Browser, url: string) {
  const page = await browser.newPage();
  await watch(page);
  await page.goto(url);
  const suggestions: number[] = [];
  const results: number[] = [];
  const documents: number[] = [];
  const comparisons: number[] = [];
  const field = page.locator('#search');
  for (let round = 0; round < rounds; round += 1) {
    const word = queries[round % queries.length] ?? '';
    await field.fill('');
    await field.pressSequentially(word.slice(0, 3), { delay: 30 });
    suggestions.push(await painted(page, { selector: '[role="option"]' }));
    await field.pressSequentially(word.slice(3), { delay: 30 });
    await field.press('Enter');
    results.push(await painted(page, { selector: 'main[data-screen="search"] h1', text: word }));
    const [name, place] = round % 2 === 0 ? ['2024', newer] : ['2016', older];
    documents.push(await follow(page, place, { selector: '.document-head .name', text: name }));
    comparisons.push(await follow(page, compared, { selector: 'main[data-screen="compare"] ins' }));
  }
  await page.close();
  return { suggestions, results, documents, comparisons };
}

async function timeScreens(browser: Browser, dataFolder: string): Promise<ScreenTimes> {
  const server = startLineProcess(process.execPath, [
    fileURLToPath(new URL('server.ts', import.meta.url)),
    dataFolder,
  ]);
  try {
    const { url } = await server.next<{ readonly url: string }>();
    const firstContent = await timeFirstContent(browser, url);
    const { suggestions, results, documents, comparisons } = await timeKeys(browser, url);
    return {
      firstContent: spreadOf(firstContent),
      suggestions: spreadOf(suggestions),
      results: spreadOf(results),
      document: spreadOf(documents),
      comparison: spreadOf(comparisons),
    };
  } finally {
    await server.end();
  }
}

/** What people wait for on the screens, in a real Chromium, and what a browser loads for them. */
export async function measureScreens(say: (line: string) => void): Promise<ScreenFigures | null> {
  if (!(await buildStale())) process.exit(1);
  const executablePath = findChromium();
  if (executablePath === null) {
    say('There is no Chromium on this machine, so no screen was timed.');
    return null;
  }
  const sizes = await sizeOfEntries(join(project, 'out/renderer'));
  const browser = await chromium.launch({ executablePath, args: [...chromiumSwitches] });
  try {
    say('the bundled library');
    const bundled = await timeScreens(browser, nobodysData);
    say(`${provisionsAdded} provisions added: library`);
    const own = await keepOwnLibrary(provisionsAdded);
    say(`${provisionsAdded} provisions added: screens`);
    const large = await timeScreens(browser, own);
    return { bundled, withProvisionsAdded: { provisions: provisionsAdded, ...large }, sizes };
  } finally {
    await browser.close();
  }
}
