import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test as base, type Page } from '@playwright/test';
import { htmlOf } from '../../main/documents/export/index.ts';
import type { Sheet } from '../../main/documents/export/sheet.ts';
import { tongueOf } from '../../main/documents/export/sheet.ts';
import { wordsIn } from '../../main/documents/export/words.ts';
import { recital } from '../fixtures/command.ts';
import { faultsOf } from './axe.ts';

/** A file that somebody took home, opened from their disk with the network off. */
interface Home {
  /** Writes a page to the disk and opens it; what it asks for besides itself is in `asked`. */
  open(html: string): Promise<Page>;
  readonly asked: readonly string[];
}

const test = base.extend<{ home: Home }>({
  home: async ({ page, context }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'recital-home-'));
    const asked: string[] = [];
    await context.setOffline(true);
    page.on('console', (message) => asked.push(message.text()));
    await use({
      asked,
      open: async (html) => {
        const file = join(folder, 'home.html');
        writeFileSync(file, html);
        const address = pathToFileURL(file).href;
        page.on('request', (request) => {
          if (request.url().split('#')[0] !== address) asked.push(request.url());
        });
        await page.goto(address);
        return page;
      },
    });
    rmSync(folder, { recursive: true, force: true });
  },
});

async function exported(address: string): Promise<string> {
  const { status, out, err } = await recital(['export', address, '--format', 'html']);
  expect({ status, err }).toEqual({ status: 0, err: '' });
  return out;
}

/** Looks at a page as people do: on a phone and at a desk, in light and dark. */
async function faultsInAllWays(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const [width, height] of [
    [320, 640],
    [390, 844],
    [1440, 900],
  ] as const) {
    await page.setViewportSize({ width, height });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      faults.push(...(await faultsOf(page, colorScheme === 'light' ? 'all' : 'colours')));
    }
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (over > 0) faults.push(`${over} pixels stick out at ${width}`);
  }
  return faults;
}

test('the handout of a tour opens from the disk, leads through its stops and asks for nothing', async ({
  home,
}) => {
  const page = await home.open(await exported('tour/resolution-92'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Resolution 92 in twelve stops');
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^12\. / })
    .click();
  await expect(page.getByRole('heading', { level: 2, name: /^12\. / })).toBeInViewport();
  await expect(
    page.getByText('that International Mobile Telecommunications (IMT) is the root name'),
  ).toBeVisible();
  await expect(
    page.getByRole('img', { name: 'recital:wtsa/resolution/92@2024#considering.a' }),
  ).toBeVisible();
  expect(home.asked).toEqual([]);
});

test('the handout and a resolution please axe and stick out nowhere, on a phone, at a desk, by day and by night', async ({
  home,
}) => {
  for (const address of ['tour/hammamet-to-new-delhi', 'wtsa/resolution/92']) {
    const page = await home.open(await exported(address));
    expect(await faultsInAllWays(page), address).toEqual([]);
  }
  expect(home.asked).toEqual([]);
});

test('in a resolution an address leads to its provision, and a mark to its footnote and back', async ({
  home,
}) => {
  const page = await home.open(await exported('wtsa/resolution/92@2024'));
  await page.goto(`${page.url()}#resolves-to-invite-tsag.2`);
  await expect(page.locator(':target')).toBeInViewport();
  await page.getByLabel('Footnote 1', { exact: true }).click();
  await expect(page.locator(':target')).toContainText('least developed countries');
  await page.locator(':target').getByLabel('Back to the text, 1').click();
  await expect(page.getByLabel('Footnote 1', { exact: true })).toBeInViewport();
});

const hostile = '<img src=x onerror=alert(1)><script>alert(1)</script>';

test('a sheet in Arabic is mirrored, English in it is not, and hostile words are words', async ({
  home,
}) => {
  const sheet: Sheet = {
    ...tongueOf('ar'),
    title: 'جولة في القرار 92',
    lines: [hostile],
    contents: [{ id: 'stop-1', text: 'اسم واحد' }],
    words: wordsIn('ar'),
    colophon: null,
    blocks: [
      { kind: 'heading', level: 1, id: 'stop-1', runs: [{ text: 'اسم واحد' }] },
      {
        kind: 'quotation',
        tongue: tongueOf('en'),
        blocks: [
          {
            kind: 'provision',
            id: null,
            label: 'a)',
            depth: 0,
            runs: [{ text: `that ${hostile}` }],
          },
        ],
        from: [{ text: 'Resolution 92 (Rev.)' }],
        fromTongue: tongueOf('en'),
        link: 'recital:wtsa/resolution/92@2024#considering.a',
      },
      { kind: 'question', text: 'ما رأيكم؟', answers: ['نعم', 'لا'], lines: 1 },
    ],
  };
  const page = await home.open([...htmlOf(sheet)].join(''));
  expect(await faultsInAllWays(page)).toEqual([]);
  expect(home.asked).toEqual([]);
  const box = async (selector: string) => {
    const found = await page.locator(selector).boundingBox();
    if (found === null) throw new Error(`${selector} is not there`);
    return found;
  };
  // The code stands at the end of the line, which is the left; the English label before its words, at the left of them.
  expect((await box('svg.code')).x).toBeLessThan((await box('blockquote')).x);
  expect((await box('.provision span:first-child')).x).toBeLessThan(
    (await box('.provision span:last-child')).x,
  );
  await expect(page.locator('blockquote')).toContainText(hostile);
});
