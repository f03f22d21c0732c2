import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../main/library/analysis/index.ts';
import {
  nearestWords,
  readSpellings,
  seekNearestWords,
  type VocabularyWord,
} from '../../../main/library/query/index.ts';
import { bundledContent } from '../../fixtures/content.ts';

/** The words of the bundled resolutions. */
function bundledVocabulary(): VocabularyWord[] {
  const counts = new Map<string, number>();
  const folder = join(bundledContent, 'resolutions');
  for (const file of readdirSync(folder))
    for (const { word } of analyse(readFileSync(join(folder, file), 'utf8'), 'en'))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  return Array.from(counts, ([word, count]) => ({ word, count }));
}

const bundled = bundledVocabulary();
const vocabulary = (words: Readonly<Record<string, number>>): VocabularyWord[] =>
  Object.entries(words).map(([word, count]) => ({ word, count }));
const nearest = (typed: string, words: Readonly<Record<string, number>>): string[] =>
  nearestWords(typed, [vocabulary(words)], 5).map(({ word }) => word);

describe('misspelt words and the words of the bundled resolutions', () => {
  it.each([
    ['standardistion', 'standardization'],
    ['frounthaul', 'fronthaul'],
    ['Hamamet', 'hammamet'],
    ['interoperabilty', 'interoperability'],
    ['spectum', 'spectrum'],
    ['developping', 'developing'],
    ['requirments', 'requirements'],
    ['inteligence', 'intelligence'],
  ])('%s was meant for %s', (typed, word) => {
    expect(nearestWords(typed, [bundled], 3)[0]?.word).toBe(word);
  });

  it('finds the same in pages as in one piece', () => {
    const search = seekNearestWords('standardistion', 3);
    for (let at = 0; at < bundled.length; at += 100) search.look(bundled.slice(at, at + 100));
    expect(search.best()).toEqual(nearestWords('standardistion', [bundled], 3));
  });

  it.each([
    'standardistion',
    'frounthaul',
    'netwrok',
    'raido',
    'telecomunications',
    'radiocomunicacion',
  ])('finds the same for %s in words made ready as in a list of them', (typed) => {
    const counts = new Map(bundled.map(({ word, count }) => [word, count]));
    const words = readSpellings(bundled.map(({ word }) => `${word} `).join(''));
    const search = seekNearestWords(typed, 5);
    search.lookThrough(words, (word) => counts.get(word) ?? 0);
    expect(search.best()).toEqual(nearestWords(typed, [bundled], 5));
  });
});

describe('the nearest words', () => {
  it('are one letter off where the word is short, two where it is longer', () => {
    expect(nearest('radoi', { radio: 1, ratio: 1 })).toEqual(['radio']);
    expect(nearest('raedo', { radio: 1 })).toEqual([]);
    expect(nearest('spetrumm', { spectrum: 1, spectral: 9 })).toEqual(['spectrum']);
  });

  it('counts two neighbours that changed places as one', () => {
    expect(nearestWords('netwrok', [vocabulary({ network: 4 })], 1)).toEqual([
      { word: 'network', count: 4, distance: 1 },
    ]);
  });

  it('come by distance, then with the same first letter, then by how often they stand', () => {
    expect(
      nearest('costing', {
        posting: 900,
        hosting: 1,
        coating: 2,
        casting: 3,
        costings: 1,
        wasting: 9000,
      }),
    ).toEqual(['casting', 'coating', 'costings', 'posting', 'hosting']);
  });

  it('are compared without accents, hyphens and what stands around them', () => {
    expect(nearest('(inter-operabilty),', { interoperability: 1 })).toEqual(['interoperability']);
    expect(nearest('réseuax', { reseaux: 2 })).toEqual(['reseaux']);
  });

  it('are not sought for numbers, very short words and Chinese', () => {
    for (const typed of ['y3999', '2016', 'tx', '网络切片']) {
      expect(seekNearestWords(typed, 5).isWorthwhile).toBe(false);
      expect(nearest(typed, { y3199: 1, 2017: 1, rx: 1, 网络切割: 1 })).toEqual([]);
    }
  });

  it('are no more than asked for', () => {
    expect(nearestWords('costing', [vocabulary({ hosting: 1, posting: 2 })], 1)).toHaveLength(1);
  });
});
