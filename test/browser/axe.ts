import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import type axe from 'axe-core';

const source = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/**
 * `colours` are the rules that look at colours: another theme changes nothing else. `targets` is how large and how far from
 * others everything is that can be hit: another size changes that.
 */
export type Rules = 'all' | 'colours' | 'targets';

/** All are those of WCAG 2.2 to AA, and what is good practice beyond it. */
const rules: Readonly<Record<Rules, axe.RunOnly>> = {
  all: {
    type: 'tag',
    values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  },
  colours: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
  targets: { type: 'rule', values: ['target-size'] },
};

/** What axe keeps of a colour, which its types do not tell of. */
interface Colour {
  r: number;
  g: number;
  b: number;
  alpha: number;
  parseString(text: string): Colour;
}

/**
 * Has axe remember each colour that it has read. It reads the same few texts, as `rgb(0, 0, 0)`, anew for every element and all
 * that lies under it, which takes a third of its time.
 */
function rememberColours(): void {
  const { axe: here } = window as unknown as {
    axe: { commons: { color: { Color: { prototype: Colour } } } };
  };
  const { prototype } = here.commons.color.Color;
  const read = prototype.parseString;
  const known = new Map<string, Pick<Colour, 'r' | 'g' | 'b' | 'alpha'>>();
  prototype.parseString = function (text) {
    const colour = known.get(text);
    if (colour !== undefined) return Object.assign(this, colour);
    read.call(this, text);
    const { r, g, b, alpha } = this;
    known.set(text, { r, g, b, alpha });
    return this;
  };
}

/**
 * What axe finds wrong with the page as it stands: a line for each rule and element. Run in the page itself: the way
 * through a second page that its package for Playwright takes, for frames of other sites, costs four times as much.
 */
export async function faultsOf(page: Page, which: Rules = 'all'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) {
    await page.evaluate(source);
    await page.evaluate(rememberColours);
  }
  return page.evaluate(async (runOnly) => {
    const { axe: here } = window as unknown as { axe: typeof axe };
    // What passes is not described, which takes longer than to find it.
    const { violations } = await here.run({ runOnly, resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  }, rules[which]);
}
