import { eachWord, isNumber, type TypedWord } from './words.ts';

/** How well a name fits what was typed, the least best. */
export const fits = { calledSo: 0, beginsSo: 1, holds: 2 } as const;
export type Fit = (typeof fits)[keyof typeof fits];

/** "Res 92" is what "Resolution 92" is called for short; "Resolution 9" is another one. */
function fitOf(name: string, typed: readonly TypedWord[]): Fit {
  let isSame = true;
  let at = 0;
  // Word by word, since most names differ in the first.
  for (const here of eachWord(name)) {
    const sought = typed[at];
    if (sought === undefined) return fits.beginsSo;
    const { word, isWhole } = sought;
    if (!here.startsWith(word) || (isWhole && here !== word)) return fits.holds;
    if (here !== word && (isNumber(here) || typed.length === 1)) isSame = false;
    at += 1;
  }
  if (at < typed.length) return fits.holds;
  return isSame ? fits.calledSo : fits.beginsSo;
}

/** How well the best of a thing's names fits. */
export function bestFit(names: readonly string[], typed: readonly TypedWord[]): Fit {
  let best: Fit = fits.holds;
  if (typed.length === 0) return best;
  for (const name of names) {
    const fit = fitOf(name, typed);
    if (fit < best) best = fit;
    if (best === fits.calledSo) break;
  }
  return best;
}
