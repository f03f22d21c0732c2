import { resolve } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createHanded } from '../../main/app/handed.ts';
import { createHanding } from '../../main/app/handing-over.ts';
import type { OfferedFile } from '../../main/contract/machine.ts';

function hand(kinds: readonly OfferedFile['kind'][]) {
  const shown: (string | null)[] = [];
  const handed = createHanded();
  const paths = kinds.map((kind, at) => resolve(`${at}-${kind}`));
  const files = paths.map((path, at): OfferedFile => {
    const kind = kinds[at] ?? 'unknown';
    return { path, name: kind, kind, bytes: 1 };
  });
  const { takeGiven } = createHanding({
    handOver: async (asked) => files.filter(({ path }) => asked.includes(path)),
    handed,
    show: (place) => shown.push(place),
    report: (bug) => {
      throw bug;
    },
  });
  return { shown, handed, paths, takeGiven };
}

it.each<[string, readonly OfferedFile['kind'][], string]>([
  ['a document', ['document'], '#/add'],
  ['several packs', ['pack', 'pack'], '#/add'],
  ['one pack', ['pack'], `#/packs?file=${encodeURIComponent(resolve('0-pack'))}`],
])('%s that is handed over is shown where one decides on it', async (_what, kinds, place) => {
  const { shown, handed, paths, takeGiven } = hand(kinds);
  takeGiven({ places: [], files: paths });
  await turn();
  expect(shown).toEqual([place]);
  expect(paths.every(handed.covers)).toBe(true);
});

it('a file that is not there leads nowhere, and may not be named later', async () => {
  const { shown, handed, takeGiven } = hand([]);
  takeGiven({ places: [], files: [resolve('gone')] });
  await turn();
  expect(shown).toEqual([null]);
  expect(handed.covers(resolve('gone'))).toBe(false);
});

it('a link leads to its place, and a second start without words to the window', () => {
  const { shown, takeGiven } = hand([]);
  takeGiven({ places: ['#/map', '#/library'], files: [] });
  takeGiven({ places: [], files: [] });
  expect(shown).toEqual(['#/library', null]);
});
