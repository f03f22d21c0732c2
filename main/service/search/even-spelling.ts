import { bySigns, isPlain } from './signs.ts';

const patternsOf = bySigns(({ letter: L, digit: N, mark: M }) => ({
  other: new RegExp(String.raw`[^${L}${N}${M}./-]+`, 'gu'),
  betweenWords: new RegExp(String.raw`[^${L}${N}${M}]+`, 'u'),
  /** Names of study groups and the like in the languages of the Union, as they are abbreviated. */
  shortForms: (
    [
      [String.raw`第 ?(\d+) ?研究组`, 'sg $1 '],
      [String.raw`第 ?(\d+) ?号?(决议|决定|建议书|报告|课题)`, '$2 $1 '],
      [
        String.raw`(?<![${L}])(?:study groups?|commissions? d.?etudes?|comision(?:es)? de estudio)(?![${L}])`,
        'sg',
      ],
      [
        String.raw`(?<![${L}])(?:исследовательск[${L}]{2,3} комисси[${L}]{1,2}|ик(?= ?\d)|لجنة الدراسات)`,
        'sg',
      ],
      [String.raw`(?<![${L}])working part(?:y|ies)(?![${L}])`, 'wp'],
      [String.raw`(?<![${L}])(sg|wp)(?=\d)`, '$1 '],
      [String.raw`(?<![${L}])uit(?= ?-? ?[rtd](?![${L}]))`, 'itu'],
    ] as const
  ).map(([from, to]) => [new RegExp(from, 'gu'), to] as const),
}));

const cyrillicSector = /(?<!\p{L})мсэ ?-? ?([ртд])(?!\p{L})/gu;
const latinOf: Readonly<Record<string, string>> = { р: 'r', т: 't', д: 'd' };

/** What letters of all scripts need before they are compared. */
const evenLetters = (typed: string): string =>
  typed
    .normalize('NFKD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-');

/**
 * A text as references are read: small letters without accents, one kind of hyphen, brackets, commas and doubled spaces
 * gone; "study group" is "sg". Full stops, slashes and hyphens stay, since they are a part of numbers.
 */
export function evenSpelling(typed: string): string {
  const letters = isPlain(typed) ? typed.toLowerCase() : evenLetters(typed);
  const { other, shortForms } = patternsOf(letters);
  let text = letters.replace(other, ' ');
  if (!isPlain(text))
    text = text.replace(cyrillicSector, (_all, letter: string) => `itu-${latinOf[letter] ?? ''}`);
  for (const [from, to] of shortForms) text = text.replace(from, to);
  return text.replace(/ {2,}/g, ' ').trim();
}

/** The words of an evened text, parted by anything that is no letter or digit. */
export function evenWords(text: string): string[] {
  const even = evenSpelling(text);
  return even.split(patternsOf(even).betweenWords).filter(Boolean);
}
