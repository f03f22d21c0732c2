import { expect, test } from 'vitest';
import { done } from '../../main/contract/failure.ts';
import { createMapFinder } from '../../renderer/state/map-finder.ts';
import { createSmallApi, unreachable } from './small-api.ts';

const suggested = (...items: readonly (readonly [kind: string, address: string])[]) =>
  done({ ms: 1, items: items.map(([kind, address]) => ({ kind, address, text: address })) });

test('works of the library are found, each once, and nothing else that is suggested', async () => {
  const { api, calls } = createSmallApi();
  const finder = createMapFinder(api);
  finder.seek('imt');
  await calls[0]?.answer(
    suggested(
      ['term', 'term/imt'],
      ['edition', 'wtsa/resolution/92@2024'],
      ['edition', 'wtsa/resolution/92@2016'],
      ['section', 'wtsa/resolution/92@2024#noting'],
      ['reference', 'itu-t/recommendation/y.3101'],
      ['field', ''],
    ),
  );
  expect(finder.found.value?.typed).toBe('imt');
  expect(finder.found.value?.works.map(({ work }) => work)).toEqual([
    'wtsa/resolution/92',
    'itu-t/recommendation/y.3101',
  ]);
});

test('what was found for earlier words does not replace what was found for later ones', async () => {
  const { api, calls } = createSmallApi();
  const finder = createMapFinder(api);
  finder.seek('y');
  finder.seek('y.3101');
  await calls[1]?.answer(suggested(['reference', 'itu-t/recommendation/y.3101']));
  await calls[0]?.answer(suggested(['reference', 'itu-t/recommendation/y.900']));
  expect(finder.found.value?.works).toHaveLength(1);
  expect(finder.found.value?.typed).toBe('y.3101');
});

test('nothing is asked for no words, and no answer finds nothing', async () => {
  const { api, calls } = createSmallApi();
  const finder = createMapFinder(api);
  finder.seek('  ');
  expect(calls).toEqual([]);
  finder.seek('y');
  await calls[0]?.answer(unreachable);
  expect(finder.found.value).toEqual({ typed: 'y', works: [] });
});
