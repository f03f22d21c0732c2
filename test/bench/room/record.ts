import type { Browser, Page, Response } from '@playwright/test';
import type { Trace, Traced, Traffic } from './traffic.ts';

/** What the page is made to do while it is watched. */
export interface Recording {
  readonly url: string;
  readonly code: string;
  readonly stops: number;
  readonly present: (stop: number) => Promise<void>;
}

const queries = [
  'network slicing',
  'spectrum',
  'developing countries',
  'fronthaul',
  'study group 13',
];
const documents = [
  'wtsa/resolution/92@2024',
  'wtsa/resolution/92@2016',
  'wtdc/resolution/43@2017',
  'itu-r/m.2083',
];

/** Nothing has been asked for so long that the page has all that it wanted. In milliseconds. */
const quiet = 400;

const tracedOf = (response: Response): Traced => {
  const request = response.request();
  const { pathname, search } = new URL(request.url());
  return {
    method: request.method() === 'POST' ? 'POST' : 'GET',
    path: `${pathname}${search}`,
    body: request.postData(),
    status: response.status(),
  };
};

function createWatch(page: Page) {
  let trace: Traced[] = [];
  let lastAt = performance.now();
  page.on('request', () => {
    lastAt = performance.now();
  });
  page.on('response', (response) => {
    const traced = tracedOf(response);
    // The stream is listened to by each participant itself, and so is the code given.
    if (traced.path !== '/room/news' && traced.path !== '/enter') trace.push(traced);
  });
  page.on('requestfinished', () => {
    lastAt = performance.now();
  });
  return async (act: () => Promise<unknown>): Promise<Trace> => {
    trace = [];
    lastAt = performance.now();
    await act();
    while (performance.now() - lastAt < quiet) await page.waitForTimeout(50);
    return trace;
  };
}

const hasAsked =
  (path: string) =>
  (trace: Trace): boolean =>
    trace.some((traced) => traced.path === path);

/** Notes what a real page asks when somebody comes in, follows the presenter, searches and reads. */
export async function recordTraffic(browser: Browser, recording: Recording): Promise<Traffic> {
  const { url, code, stops, present } = recording;
  const page = await (await browser.newContext()).newPage();
  await page.goto(url);
  const during = createWatch(page);
  const go = (hash: string) =>
    page.evaluate((href) => {
      location.hash = href;
    }, hash);
  try {
    const arriving = await during(async () => {
      await page.getByRole('textbox').fill(code);
      await page.keyboard.press('Enter');
      await page.locator('h1').waitFor();
    });
    const searching: Trace[] = [];
    for (const query of queries) {
      searching.push(
        await during(async () => {
          await page.locator('#search').fill('');
          await page.locator('#search').pressSequentially(query, { delay: 90 });
          await page.keyboard.press('Enter');
        }),
      );
    }
    const reading: Trace[] = [];
    for (const document of documents) reading.push(await during(() => go(`#/${document}`)));
    await go('#/follow');
    const following: Trace[] = [];
    for (let stop = 1; stop <= stops; stop += 1) following.push(await during(() => present(stop)));
    return {
      arriving,
      following,
      searching: searching.filter(hasAsked('/api/search')),
      reading: reading.filter(hasAsked('/api/show')),
    };
  } finally {
    await page.context().close();
  }
}
