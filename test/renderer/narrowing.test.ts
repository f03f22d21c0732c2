import { expect, test } from 'vitest';
import { narrow } from '../../renderer/state/narrowing.ts';
import { summaryOf } from './summaries.ts';

const records = [
  summaryOf('IMT', { title: 'International Mobile Telecommunications' }),
  summaryOf('IMT-2020', { detail: '5G', lead: 'The systems of the fifth generation.' }),
  summaryOf('Slicing', { lead: 'Many networks on one, in réseaux and beyond.', year: 2019 }),
];

const namesOf = (filter: string): readonly string[] =>
  narrow(records, filter).map(({ name }) => name);

test('a list that is not narrowed keeps everything in its order', () => {
  expect(namesOf('')).toEqual(['IMT', 'IMT-2020', 'Slicing']);
});

test('every word of the filter must be there, in any order, case and without accents', () => {
  expect(namesOf('MOBILE imt')).toEqual(['IMT']);
  expect(namesOf('reseaux')).toEqual(['Slicing']);
  expect(namesOf('2019')).toEqual(['Slicing']);
  expect(namesOf('zebra')).toEqual([]);
});

test('a term is found by what people say instead', () => {
  expect(namesOf('5g')).toEqual(['IMT-2020']);
});
