import { expect, test } from 'vitest';
import type { EditionId } from '../../main/contract/ids.ts';
import { createJumps } from '../../renderer/state/reader-jump.ts';

const edition = 'wtsa/resolution/92@2024' as EditionId;
const sg13 = 'instructs ITU-T Study Group 13 Study Group 13 instructs-itu-t-sg-13';
const places = [
  { address: 'considering', section: 'considering', path: '' },
  { address: 'considering.c', section: 'considering', path: 'c' },
  { address: 'considering.b-bis', section: 'considering', path: 'b-bis' },
  { address: 'considering-further', section: 'considering further', path: '' },
  { address: 'resolves', section: 'resolves', path: '' },
  { address: 'resolves.2', section: 'resolves', path: '2' },
  { address: 'resolves.2.ii', section: 'resolves', path: '2.ii' },
  { address: 'instructs-itu-t-sg-13', section: sg13, path: '' },
  { address: 'instructs-itu-t-sg-13.1', section: sg13, path: '1' },
  { address: 'instructs-itu-t-sg-13.3', section: sg13, path: '3' },
];
const jumps = createJumps(edition, places);
const target = (typed: string) => {
  const read = jumps.read(typed);
  return read?.kind === 'here' ? read.place.address : read;
};

test('a place is found by the beginning of its opening words and its labels, however they are written', () => {
  expect(target('resolves 2')).toBe('resolves.2');
  expect(target('res 2 ii')).toBe('resolves.2.ii');
  expect(target('Resolves 2(ii)')).toBe('resolves.2.ii');
  expect(target('cons c)')).toBe('considering.c');
  expect(target('considering b)bis')).toBe('considering.b-bis');
  expect(target('instructs sg13 3')).toBe('instructs-itu-t-sg-13.3');
  expect(target('study group 13 1')).toBe('instructs-itu-t-sg-13.1');
});

test('what is called just so comes before what is called more', () => {
  expect(target('considering')).toBe('considering');
  expect(target('considering f')).toBe('considering-further');
  expect(jumps.suggest('res', 2).map(({ address }) => address)).toEqual(['resolves', 'resolves.2']);
});

test('a figure is meant as it stands: 1 is not 13', () => {
  expect(target('study group 1')).toBe('instructs-itu-t-sg-13.1');
  expect(target('sg 1 3')).toBeNull();
});

test('an address leads to its place, one of another text elsewhere, one that is not here nowhere', () => {
  expect(target('wtsa/resolution/92@2024#resolves.2.ii')).toBe('resolves.2.ii');
  expect(jumps.read(' WTDC/Resolution/43@2017#resolves ')).toEqual({
    kind: 'elsewhere',
    address: 'wtdc/resolution/43@2017#resolves',
  });
  expect(jumps.read('wtsa/resolution/92@2024#noting')).toBeNull();
});

test('what nothing is called leads nowhere', () => {
  expect(jumps.read('resolves 9')).toBeNull();
  expect(jumps.read('')).toBeNull();
  expect(jumps.suggest('zebra', 5)).toEqual([]);
});
