/** Names of study groups and the like in the languages of the Union, as they are abbreviated. */
const shortForms: readonly (readonly [RegExp, string])[] = [
  [/第 ?(\d+) ?研究组/g, 'sg $1 '],
  [/第 ?(\d+) ?号?(决议|决定|建议书|报告|课题)/g, '$2 $1 '],
  [
    /(?<!\p{L})(?:study groups?|commissions? d.?etudes?|comision(?:es)? de estudio)(?!\p{L})/gu,
    'sg',
  ],
  [/(?<!\p{L})(?:исследовательск\p{L}{2,3} комисси\p{L}{1,2}|ик(?= ?\d)|لجنة الدراسات)/gu, 'sg'],
  [/(?<!\p{L})working part(?:y|ies)(?!\p{L})/gu, 'wp'],
  [/(?<!\p{L})(sg|wp)(?=\d)/gu, '$1 '],
  [/(?<!\p{L})uit(?= ?-? ?[rtd](?!\p{L}))/gu, 'itu'],
];

const cyrillicSector = /(?<!\p{L})мсэ ?-? ?([ртд])(?!\p{L})/gu;
const latinOf: Readonly<Record<string, string>> = { р: 'r', т: 't', д: 'd' };

/**
 * A text as references are read: small letters without accents, one kind of hyphen, brackets, commas and doubled spaces
 * gone; "study group" is "sg". Full stops, slashes and hyphens stay, since they are a part of numbers.
 */
export function evenSpelling(typed: string): string {
  let text = typed
    .normalize('NFKD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[^\p{L}\p{N}\p{M}./-]+/gu, ' ')
    .replace(cyrillicSector, (_all, letter: string) => `itu-${latinOf[letter] ?? ''}`);
  for (const [from, to] of shortForms) text = text.replace(from, to);
  return text.replace(/ {2,}/g, ' ').trim();
}

/** The words of an evened text, parted by anything that is no letter or digit. */
export const evenWords = (text: string): string[] =>
  evenSpelling(text)
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter(Boolean);
