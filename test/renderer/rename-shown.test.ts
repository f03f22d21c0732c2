import { expect, test } from 'vitest';
import { done } from '../../main/contract/failure.ts';
import { createRename } from '../../renderer/state/rename-shown.ts';
import { openScreens } from './opened-screens.ts';

const work = (address: string) => done({ kind: 'work', address, name: address });

test('what is narrowed on the old screen while the next one loads leaves the address of the next', async () => {
  const { calls, screens, visit, go } = openScreens('#/a/b/1');
  const written: string[] = [];
  const rename = createRename({ visit, rename: (href) => written.push(href) }, screens.showing);
  await calls[0]?.answer(work('a/b/1'));
  expect(rename('#/a/b/1?filter=x')).toBe(true);
  go('#/a/b/2');
  expect(rename('#/a/b/1?filter=xy')).toBe(false);
  expect(written).toEqual(['#/a/b/1?filter=x']);
  await calls[1]?.answer(work('a/b/2'));
  rename('#/a/b/2?filter=z');
  expect(written).toEqual(['#/a/b/1?filter=x', '#/a/b/2?filter=z']);
});
