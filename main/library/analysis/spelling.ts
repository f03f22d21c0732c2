/** Verbs and nouns in -ise that no one writes with a z, and whose other forms end otherwise ("revision"). */
const alwaysWithS =
  /^(?:adv|rev|dev|superv|telev|improv|exerc|exc|inc|prec|conc|prom|prem|compr|comprom|enterpr|surpr|advert|franch|merchand|expert|parad|pra|ra|ar|r|w|otherw|likew|no|po|prem|treat|disgu|gu|cru|bru|apprai|apprais|ch?o)is/;
const inIse = /is(?=(?:e|es|ed|er|ers|ing|ation|ations)$)/;
const inYze = /yz(?=(?:e|es|ed|er|ers|ing)$)/;
const inOur = /^(?:(?:mis)?behavi|col|fav|flav|harb|hon|lab|neighb|vap|endeav|rum|arm|rig)our/;
const inTre = /^(?:cent|fib|lit|theat|calib|(?:kilo|centi|milli|nano|micro)?met)re(?=s?$|d$)/;
const others: ReadonlyMap<string, string> = new Map([
  ['programme', 'program'],
  ['programmes', 'programs'],
  ['catalogue', 'catalog'],
  ['catalogues', 'catalogs'],
  ['defence', 'defense'],
  ['licence', 'license'],
  ['licences', 'licenses'],
]);
/** Shorter words in -ise are words of their own ("rise", "noise"). */
const fewestLetters = 7;

/**
 * One spelling for words that British and American English spell in two ways: texts of the Union write "standardization" and
 * "programme" in one line, and people type either.
 *
 * @example oneSpelling('standardisation') // => 'standardization'
 */
export function oneSpelling(word: string): string {
  const known = others.get(word);
  if (known !== undefined) return known;
  if (word.length >= fewestLetters && inIse.test(word) && !alwaysWithS.test(word))
    return word.replace(inIse, 'iz');
  return word
    .replace(inYze, 'ys')
    .replace(inOur, (start) => `${start.slice(0, -2)}r`)
    .replace(inTre, (start) => `${start.slice(0, -2)}er`);
}
