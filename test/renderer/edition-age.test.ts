import { expect, test } from 'vitest';
import { isOlder } from '../../renderer/parts/edition-age.ts';

test('an edition is older than one of a later year, month or revision', () => {
  expect(isOlder('2016', '2023')).toBe(true);
  expect(isOlder('2018-01', '2018-12')).toBe(true);
  expect(isOlder('2', '10')).toBe(true);
});

test('an edition is not older than itself, an earlier one, or its own year', () => {
  expect(isOlder('2023', '2023')).toBe(false);
  expect(isOlder('2023', '2016')).toBe(false);
  expect(isOlder('2018', '2018-12')).toBe(false);
  expect(isOlder('2018-12', '2018')).toBe(false);
  expect(isOlder('10', '2')).toBe(false);
});
