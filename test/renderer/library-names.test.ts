import { expect, test } from 'vitest';
import type { Address } from '../../main/contract/ids.ts';
import { createLibrary } from '../../renderer/state/library.ts';
import { nameOfValue } from '../../renderer/views/library/names.ts';

const body = (slug: string, name: string) => ({
  address: `body/${slug}` as Address,
  kind: 'body' as const,
  work: null,
  name,
  title: name,
  also: [],
  type: 'body',
  body: slug,
  year: null,
  meeting: null,
  status: null,
  isOwn: false,
  language: 'en',
  topics: [],
});

const library = createLibrary([
  body('3gpp-sa3', '3GPP working group SA3, Security and Privacy'),
  body('wtsa', 'World Telecommunication Standardization Assembly'),
]);

test('a body that has no name in words is called as its record calls it', () => {
  expect(nameOfValue(library, 'body', '3gpp-sa3')).toBe(
    '3GPP working group SA3, Security and Privacy',
  );
  expect(nameOfValue(library, 'body', 'wtsa')).toBe(
    'World Telecommunication Standardization Assembly (WTSA)',
  );
});

test('a study group without a record is still called by its Sector and number', () => {
  expect(nameOfValue(library, 'body', 'itu-d-sg-2')).toBe('ITU-D Study Group\u00a02');
  expect(nameOfValue(library, 'body', 'apt')).toBe('APT');
});
