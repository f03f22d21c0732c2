import { expect, test } from 'vitest';
import type { ShownEdition } from '../../main/contract/answers.ts';
import { createRecents, placeInWords, type RecentPlace } from '../../renderer/state/recent.ts';

function windowWith(kept: string | null): { view: Window; stored: Map<string, string> } {
  const stored = new Map(kept === null ? [] : [['recital.recent', kept]]);
  const localStorage = {
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, value: string) => stored.set(name, value),
    removeItem: (name: string) => stored.delete(name),
  };
  return { view: { localStorage } as unknown as Window, stored };
}

const place = (address: string, at: string | null = null): RecentPlace => ({
  address,
  at,
  name: address,
  title: '',
  place: '',
  language: 'en',
});

test('what was read last comes first, each thing once and with the last place of it', () => {
  const recents = createRecents(windowWith(null).view);
  recents.note(place('a/b/1@2020', 'noting.a'));
  recents.note(place('a/b/2@2020'));
  recents.note(place('a/b/1@2020', 'noting.c'));
  expect(recents.list.value.map(({ address, at }) => [address, at])).toEqual([
    ['a/b/1@2020', 'noting.c'],
    ['a/b/2@2020', null],
  ]);
});

test('a few places are kept from one start to the next, and forgotten when a person says so', () => {
  const { view, stored } = windowWith(null);
  const recents = createRecents(view);
  for (let order = 0; order < 20; order += 1) recents.note(place(`a/b/${order}@2020`));
  const [first, ...others] = createRecents(view).list.value;
  expect(first?.address).toBe('a/b/19@2020');
  expect(others.length).toBeLessThan(8);
  recents.forget();
  expect(stored.size).toBe(0);
  expect(createRecents(view).list.value).toEqual([]);
});

test('what cannot be understood of what was kept is left out', () => {
  for (const text of ['no JSON', '7', '{}', '[1, null, {"address": 3}]'])
    expect(createRecents(windowWith(text).view).list.value).toEqual([]);
});

const provision = (address: string, label: string, provisions: readonly unknown[] = []) => ({
  address,
  label,
  provisions,
});

test('a place is told in the words of the text, with the labels that lead to it', () => {
  const edition = {
    sections: [
      {
        address: 'resolves',
        heading: 'resolves',
        provisions: [provision('resolves.2', '2', [provision('resolves.2.ii', 'ii)')])],
      },
    ],
  } as unknown as ShownEdition;
  expect(placeInWords(edition, 'resolves')).toBe('resolves');
  expect(placeInWords(edition, 'resolves.2.ii')).toBe('resolves\u00a02\u00a0ii)');
  expect(placeInWords(edition, 'noting.a')).toBe('');
});
