import { expect, test } from 'vitest';
import type { RecordSummary } from '../../main/contract/answers.ts';
import { firstOfEach, piecesOf } from '../../renderer/parts/pieces.ts';
import { createTermFinder } from '../../renderer/state/term-finder.ts';
import { summaryOf } from './summaries.ts';

const term = (name: string, title = name): RecordSummary => summaryOf(name, { title });

const find = createTermFinder([
  term('IMT', 'International Mobile Telecommunications'),
  term('IMT-2020', 'International Mobile Telecommunications-2020'),
  term('IMT-2020 and beyond'),
  term('ITU-T', 'ITU Telecommunication Standardization Sector'),
  term('OAM', 'Operations, administration and management'),
  term('AR/VR', 'Augmented and virtual reality'),
  term('AI', 'Artificial intelligence'),
  term('QoS', 'Quality of service'),
  term('Council', 'ITU Council'),
  term('Smart sustainable city'),
  term('Network slicing'),
  term('Security'),
]);

const found = (text: string): readonly string[] =>
  find(text).map(({ start, end, term: { name } }) => `${name}: ${text.slice(start, end)}`);

test('an abbreviation and a name of several words are found, in the plural as well', () => {
  expect(found('the QoS of networks, or quality of service, in smart sustainable cities')).toEqual([
    'QoS: QoS',
    'QoS: quality of service',
    'Smart sustainable city: smart sustainable cities',
  ]);
  expect(found('Several OAMs')).toEqual(['OAM: OAMs']);
});

test('a name of one everyday word is not', () => {
  expect(found('Security, and the Council')).toEqual([]);
});

test('only whole words count, and an abbreviation only as it is written', () => {
  expect(found('maintain it, said AI; ai, Ai')).toEqual(['AI: AI']);
  expect(found('network slicings are network-slicing')).toEqual([
    'Network slicing: network slicings',
  ]);
});

test('a term within a longer one, or within a compound, is not found', () => {
  expect(found('IMT-2020 and beyond, IMT-2020, IMT, IMT-Advanced, JCA-IMT-2020')).toEqual([
    'IMT-2020 and beyond: IMT-2020 and beyond',
    'IMT-2020: IMT-2020',
    'IMT: IMT',
  ]);
});

test('lost hyphens, hard hyphens and hard spaces do not hide a term', () => {
  expect(found('ITUT, IMT\u20112020, quality\u00a0of\nservice')).toEqual([
    'ITU-T: ITUT',
    'IMT-2020: IMT\u20112020',
    'QoS: quality\u00a0of\nservice',
  ]);
});

test('what stands between the words of a term must stand there in the text', () => {
  expect(found('operations, administration and management; AR/VR')).toEqual([
    'OAM: operations, administration and management',
    'AR/VR: AR/VR',
  ]);
  expect(found('operations administration and management; AR VR; quality. Of service')).toEqual([]);
});

test('a term is marked once in a text, and never within a citation', () => {
  const text = 'Report ITU-T 5 of ITU-T and ITU-T';
  const citation = { start: 0, end: 14, text: 'Report ITU-T 5', work: 'a/b/5', edition: null };
  const pieces = piecesOf(text, [citation as never], [], [], find(text));
  expect(pieces.map(({ kind, at }) => [kind, at])).toEqual([
    ['citation', 0],
    ['text', 14],
    ['term', 18],
    ['text', 23],
  ]);
  expect(firstOfEach(find('IMT, IMT and AI')).map(({ start }) => start)).toEqual([0, 13]);
});
