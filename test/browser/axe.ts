import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import type axe from 'axe-core';

const source = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** `colours` are the rules that look at colours: another theme changes nothing else. */
export type Rules = 'all' | 'colours';

/** All are those of WCAG 2.2 to AA, and what is good practice beyond it. */
const rules: Readonly<Record<Rules, axe.RunOnly>> = {
  all: {
    type: 'tag',
    values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  },
  colours: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
};

/**
 * What axe finds wrong with the page as it stands: a line for each rule and element. Run in the page itself: the way
 * through a second page that its package for Playwright takes, for frames of other sites, costs four times as much.
 */
export async function faultsOf(page: Page, which: Rules = 'all'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  return page.evaluate(async (runOnly) => {
    const { axe: here } = window as unknown as { axe: typeof axe };
    // What passes is not described, which takes longer than to find it.
    const { violations } = await here.run({ runOnly, resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  }, rules[which]);
}
