import { expect, test } from 'vitest';
import { done, failed, type Result } from '../../main/contract/failure.ts';
import { createSaving, patienceAfter } from '../../renderer/state/tour-editor-saving.ts';

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

/** A disk that answers when the test says so. */
function open() {
  const asked: { value: string; answer(reply: Result<string>): Promise<unknown> }[] = [];
  const kept: string[] = [];
  const pauses: (() => void)[] = [];
  const saving = createSaving<string, string>(
    (value) =>
      new Promise((resolve) => {
        asked.push({
          value,
          answer(reply) {
            resolve(reply);
            return settled();
          },
        });
      }),
    (answer) => kept.push(answer),
    () => new Promise((resolve) => pauses.push(resolve)),
  );
  return { saving, asked, kept, pauses };
}

const diskFull = failed('disk-full', 'The disk is full.');

test('one is on its way at a time, and of those that come meanwhile only the newest follows', async () => {
  const { saving, asked, kept } = open();
  saving.save('a');
  saving.save('ab');
  saving.save('abc');
  expect(asked.map(({ value }) => value)).toEqual(['a']);
  await asked[0]?.answer(done('a'));
  expect(asked.map(({ value }) => value)).toEqual(['a', 'abc']);
  expect(saving.state.value).toEqual({ kind: 'saving' });
  await asked[1]?.answer(done('abc'));
  expect(saving.state.value).toEqual({ kind: 'saved' });
  expect(kept).toEqual(['a', 'abc']);
});

test('it is never said to be saved while something newer is not', async () => {
  const { saving, asked } = open();
  const said: string[] = [];
  saving.state.subscribe(({ kind }) => said.push(kind));
  saving.save('a');
  saving.save('b');
  await asked[0]?.answer(done('a'));
  expect(said.slice(1)).not.toContain('saved');
  await asked[1]?.answer(done('b'));
  expect(said.at(-1)).toBe('saved');
});

test('what failed is tried again after a while, and stays said until it has worked', async () => {
  const { saving, asked, pauses } = open();
  saving.save('a');
  await asked[0]?.answer(diskFull);
  expect(saving.state.value).toEqual({ kind: 'failed', code: 'disk-full' });
  expect(asked).toHaveLength(1);
  pauses[0]?.();
  await settled();
  expect(asked.map(({ value }) => value)).toEqual(['a', 'a']);
  expect(saving.state.value.kind).toBe('failed');
  await asked[1]?.answer(done('a'));
  expect(saving.state.value).toEqual({ kind: 'saved' });
});

test('something newer is tried at once, and the older is not', async () => {
  const { saving, asked } = open();
  saving.save('a');
  saving.save('ab');
  await asked[0]?.answer(diskFull);
  saving.save('abc');
  await settled();
  expect(asked.map(({ value }) => value)).toEqual(['a', 'abc']);
});

test('a disk that fails on is asked less and less often, and for ever', () => {
  const pauses = [1, 2, 3, 4, 5, 6, 7, 100].map(patienceAfter);
  expect(pauses).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
});
