import { expect, test } from 'vitest';
import type { RecordSummary } from '../../main/contract/answers.ts';
import type { Address } from '../../main/contract/ids.ts';
import { narrow } from '../../renderer/state/narrowing.ts';

const summary = (name: string, more: Partial<RecordSummary> = {}): RecordSummary => ({
  kind: 'term',
  address: name as Address,
  name,
  title: '',
  detail: '',
  lead: '',
  body: null,
  year: null,
  status: null,
  hasText: false,
  topics: [],
  parts: null,
  minutes: null,
  ...more,
});

const records = [
  summary('IMT', { title: 'International Mobile Telecommunications' }),
  summary('IMT-2020', { detail: '5G', lead: 'The systems of the fifth generation.' }),
  summary('Slicing', { lead: 'Many networks on one, in réseaux and beyond.', year: 2019 }),
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
