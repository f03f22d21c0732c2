import { readFileSync } from 'node:fs';
import { below, oneOf, randomFrom, type Random } from './random.ts';

/** Ranks of words that a text can draw from; how many of them it does draw grows with its length (Heaps). */
const ranks = 300_000;

/**
 * How often the word of a rank comes: 1 / (rank + shift) ^ exponent, B. Mandelbrot's form of Zipf's law. As in
 * the three resolutions of the library, the commonest word is 6 of 100 and the first hundred are more than half.
 */
const shift = 2.7;
const exponent = 1.2;

const sources = [
  'wtdc-resolution-43-buenos-aires-2017',
  'wtsa-resolution-92-hammamet-2016',
  'wtsa-resolution-92-new-delhi-2024',
];

/** The words of a corpus, most frequent first, and how likely each is. */
export interface Vocabulary {
  /** How many of the words are real. */
  readonly real: number;
  readonly words: readonly string[];
  readonly rankOf: ReadonlyMap<string, number>;
  /** A word as often as the law says. */
  draw(random: Random): string;
}

/** The words of the three resolutions, most frequent first, each in its most frequent form. */
function realWords(): string[] {
  const forms = new Map<string, Map<string, number>>();
  for (const name of sources) {
    const file = new URL(`../../../../content/resolutions/${name}.txt`, import.meta.url);
    for (const [word] of readFileSync(file, 'utf8').matchAll(
      /(?<![\p{L}\p{N}\u2011-])\p{L}+(?![\p{L}\p{N}\u2011-])/gu,
    )) {
      const same = forms.get(word.toLowerCase()) ?? new Map<string, number>();
      forms.set(word.toLowerCase(), same.set(word, (same.get(word) ?? 0) + 1));
    }
  }
  return [...forms.values()]
    .map((same) => ({
      word: [...same].toSorted(([a, x], [b, y]) => y - x || (a < b ? 1 : -1))[0]?.[0] ?? '',
      count: [...same.values()].reduce((sum, each) => sum + each, 0),
    }))
    .toSorted((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1))
    .map(({ word }) => word);
}

const endings = ['s', 'ed', 'ing', 'ion', 'ations', 'al', 'ment', 'ity', 'er'];

/** Makes words letter by letter, each after the two before it as in the real words. */
function createWordMaker(real: readonly string[], random: Random): () => string {
  const next = new Map<string, string[]>();
  for (const word of real) {
    const letters = `^^${word.toLowerCase()}$`;
    if (!/^\^\^[a-z]{4,}\$$/.test(letters)) continue;
    for (let at = 2; at < letters.length; at += 1) {
      const before = letters.slice(at - 2, at);
      const list = next.get(before) ?? [];
      list.push(letters[at] ?? '$');
      next.set(before, list);
    }
  }
  return () => {
    for (;;) {
      let letters = '^^';
      while (!letters.endsWith('$') && letters.length < 18) {
        letters += oneOf(random, next.get(letters.slice(-2)) ?? ['$']);
      }
      const word = letters.replaceAll(/[\^$]/g, '');
      if (word.length >= 4 && word.length <= 15) return word;
    }
  };
}

export function createVocabulary(): Vocabulary {
  const words = realWords();
  const real = words.length;
  const random = randomFrom(1865);
  const make = createWordMaker(words, random);
  const known = new Set(words.map((word) => word.toLowerCase()));
  while (words.length < ranks) {
    // What comes out a second time gets an ending, as words of one family have.
    let word = make();
    for (let tries = 0; known.has(word) && tries < 3; tries += 1) word += oneOf(random, endings);
    if (known.has(word)) continue;
    known.add(word);
    words.push(word);
  }
  const sums = new Float64Array(ranks);
  let sum = 0;
  for (let rank = 0; rank < ranks; rank += 1) {
    sum += (rank + 1 + shift) ** -exponent;
    sums[rank] = sum;
  }
  return {
    real,
    words,
    rankOf: new Map(words.map((word, rank) => [word, rank])),
    draw(chance) {
      const wanted = chance() * sum;
      let low = 0;
      let high = ranks - 1;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((sums[middle] ?? 0) < wanted) low = middle + 1;
        else high = middle;
      }
      return words[low] ?? '';
    },
  };
}

/** What stands in texts of this kind besides words: years, numbers, identifiers. */
export function drawIdentifier(random: Random): string {
  const letter = oneOf(random, ['Y', 'M', 'G', 'X', 'Q', 'L', 'E', 'P']);
  switch (below(random, 7)) {
    case 0:
      return `${letter}.${1000 + below(random, 2500)}`;
    case 1:
      return `${1990 + below(random, 37)}`;
    case 2:
      return `No. 5.${1 + below(random, 560)}${oneOf(random, ['', 'A', 'B'])}`;
    case 3:
      return oneOf(random, [
        'IMT-2000',
        'IMT-2020',
        'IMT-2030',
        'IMT-Advanced',
        'ITU-T',
        'ITU-R',
        'ITU-D',
      ]);
    case 4:
      return `${1 + below(random, 300)}`;
    case 5:
      return `${1 + below(random, 24)}/${1 + below(random, 20)}`;
    default:
      return `${(below(random, 9000) / 100).toFixed(1)} ${oneOf(random, ['GHz', 'MHz', 'Mbit/s', 'km', '%'])}`;
  }
}
