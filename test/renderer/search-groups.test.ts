import { expect, test } from 'vitest';
import type { Hit } from '../../main/contract/answers.ts';
import { byDocument } from '../../renderer/state/search-groups.ts';

const hit = (kind: Hit['kind'], address: string, name: string, heading = ''): Hit =>
  ({ kind, address, name, title: `title of ${name}`, heading, language: 'en' }) as unknown as Hit;

test('hits of a document stand together under its name, in the order of the best', () => {
  const found = byDocument([
    hit('provision', 'a/b/1@2024#noting.a', 'One (2024)'),
    hit('term', 'term/imt', 'IMT'),
    hit('provision', 'a/b/1@2016#noting.a', 'One (2016)'),
    hit('provision', 'a/b/1@2024#considering.b', 'One (2024)'),
  ]);
  expect(found.map(({ name, parts }) => [name, parts.map(({ address }) => address)])).toEqual([
    ['One (2024)', ['a/b/1@2024#noting.a', 'a/b/1@2024#considering.b']],
    ['IMT', []],
    ['One (2016)', ['a/b/1@2016#noting.a']],
  ]);
  expect(found.map(({ own }) => own?.kind ?? null)).toEqual([null, 'term', null]);
});

test('a document that was found itself is the head of what was found in it', () => {
  const [found] = byDocument([
    hit('provision', 'a/b/1@2024#noting.a', 'One (2024)'),
    hit('edition', 'a/b/1@2024', 'One (2024)'),
  ]);
  expect(found?.own?.address).toBe('a/b/1@2024');
  expect(found?.parts).toHaveLength(1);
});

test('chapters and stops stand under the handbook or tour that they are part of', () => {
  const found = byDocument([
    hit('stop', 'tour/one#2', 'Second stop', 'A tour'),
    hit('chapter', 'handbook/one#verbs', 'Verbs', 'A handbook'),
    hit('stop', 'tour/one#1', 'First stop', 'A tour'),
  ]);
  expect(found.map(({ address, name, parts }) => [address, name, parts.length])).toEqual([
    ['tour/one', 'A tour', 2],
    ['handbook/one', 'A handbook', 1],
  ]);
});
