import { expect, test } from 'vitest';
import { withoutFields, withWord } from '../../renderer/state/query-text.ts';

test('a word is put in the place of another, whole words only and whatever their case', () => {
  expect(withWord('Zebra slicing of zebras', 'zebra', 'libra')).toBe('libra slicing of zebras');
  expect(withWord('"c++ (x)" réseaux', 'c++ (x)', 'C')).toBe('"C" réseaux');
  expect(withWord('éseaux réseaux', 'éseaux', 'x')).toBe('x réseaux');
  expect(withWord('price: $1', '$1', '$&')).toBe('price: $&');
});

test('a word that is not in the query as it stands is searched for alone', () => {
  expect(withWord('stand*', 'standx', 'standard')).toBe('standard');
});

test('fields are taken out of a query, and nothing else', () => {
  expect(withoutFields('slicing type:resolution -has:text year:2024 network')).toBe(
    'slicing network',
  );
  expect(withoutFields('topic:"two words" a')).toBe('a');
  expect(withoutFields('note: prototype:x "exact phrase"')).toBe(
    'note: prototype:x "exact phrase"',
  );
});
