import { expect, test } from 'vitest';
import {
  amended,
  beginHistory,
  mostSteps,
  redone,
  sealed,
  stepPause,
  undone,
  withStep,
} from '../../renderer/state/tour-editor-history.ts';

const typed = (field: string, at: number) => ({ field, at });

test('each change is a step that is undone and done again', () => {
  let history = withStep(withStep(beginHistory('a'), 'b'), 'c');
  history = undone(history);
  expect(history.now).toBe('b');
  history = undone(undone(history));
  expect(history.now).toBe('a');
  history = redone(redone(redone(history)));
  expect(history.now).toBe('c');
});

test('what is typed in one field is one step, and in another one another', () => {
  let history = beginHistory('');
  history = withStep(history, 't', typed('title', 0));
  history = withStep(history, 'ti', typed('title', 100));
  history = withStep(history, 'ti+l', typed('lead', 200));
  expect(undone(history).now).toBe('ti');
  expect(undone(undone(history)).now).toBe('');
});

test('leaving a field or a pause ends a step', () => {
  const left = withStep(
    sealed(withStep(beginHistory(''), 'one', typed('title', 0))),
    'one two',
    typed('title', 10),
  );
  expect(undone(left).now).toBe('one');
  const paused = withStep(
    withStep(beginHistory(''), 'one', typed('title', 0)),
    'one two',
    typed('title', stepPause),
  );
  expect(undone(paused).now).toBe('one');
});

test('what is typed after an undo is a step of its own, and what was undone is gone', () => {
  const back = undone(withStep(beginHistory(''), 'a', typed('title', 0)));
  const history = withStep(back, 'b', typed('title', 1));
  expect(undone(history).now).toBe('');
  expect(redone(history).now).toBe('b');
});

test('what comes by itself is no step', () => {
  const history = amended(withStep(beginHistory('a'), 'b'), 'b!');
  expect(undone(history).now).toBe('a');
  expect(redone(undone(history)).now).toBe('b!');
});

test('the same value is no step, and there is an end to going back', () => {
  const first = beginHistory(0);
  expect(withStep(first, 0)).toBe(first);
  let history = first;
  for (let count = 1; count <= mostSteps + 50; count += 1) history = withStep(history, count);
  for (let count = 0; count < mostSteps + 50; count += 1) history = undone(history);
  expect(history.now).toBe(50);
});
