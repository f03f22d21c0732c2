import { expect, test } from 'vitest';
import type { RecordSummary } from '../../main/contract/answers.ts';
import type { Address } from '../../main/contract/ids.ts';
import { narrow } from '../../renderer/state/narrowing.ts';
import type { ListPlace } from '../../renderer/state/places.ts';

const summary = (name: string, more: Partial<RecordSummary> = {}): RecordSummary => ({
  kind: 'reference',
  address: name as Address,
  name,
  title: '',
  detail: '',
  lead: '',
  body: null,
  year: null,
  status: 'in-force',
  hasText: false,
  topics: [],
  ...more,
});

const everything: ListPlace = { list: 'references', filter: '', status: null, byYear: false };

const records = [
  summary('ITU-T A.4', { title: 'Working with forums', year: 2012, status: 'withdrawn' }),
  summary('ITU-T Y.3101', { title: 'Requirements of the network', year: 2018 }),
  summary('ITU-T Y.3172', { title: 'Machine learning in réseaux', year: 2019 }),
];

const namesOf = (place: Partial<ListPlace>): readonly string[] =>
  narrow(records, { ...everything, ...place }).map(({ name }) => name);

test('a list that is not narrowed keeps everything in its order', () => {
  expect(namesOf({})).toEqual(['ITU-T A.4', 'ITU-T Y.3101', 'ITU-T Y.3172']);
});

test('every word of the filter must be there, in any order, case and without accents', () => {
  expect(namesOf({ filter: 'NETWORK y.31' })).toEqual(['ITU-T Y.3101']);
  expect(namesOf({ filter: 'reseaux' })).toEqual(['ITU-T Y.3172']);
  expect(namesOf({ filter: '2012' })).toEqual(['ITU-T A.4']);
  expect(namesOf({ filter: 'zebra' })).toEqual([]);
});

test('a status leaves only what has it, and the newest come first where that is asked for', () => {
  expect(namesOf({ status: 'withdrawn' })).toEqual(['ITU-T A.4']);
  expect(namesOf({ byYear: true })).toEqual(['ITU-T Y.3172', 'ITU-T Y.3101', 'ITU-T A.4']);
});
