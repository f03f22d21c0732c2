import { expect, test } from 'vitest';
import { marksOf } from '../../renderer/state/tour-editor-marks.ts';

const inSigns = (was: string, now: string) =>
  marksOf(was, now)
    .map(({ op, text }) => (op === 'same' ? text : op === 'added' ? `+${text}+` : `-${text}-`))
    .join('|');

test('what changed is marked between what stayed', () => {
  expect(inSigns('to invite the Group to report', 'to instruct the Group to report')).toBe(
    'to |-invite-|+instruct+| the Group to report',
  );
});

test('what came at the end and what went at the beginning is marked', () => {
  expect(inSigns('to report', 'to report each year')).toBe('to report |+each year+');
  expect(inSigns('also to report', 'to report')).toBe('-also-| to report');
});

const words = (from: number, to: number) =>
  Array.from({ length: to - from }, (_one, order) => `w${from + order}`).join(' ');

test('of a long text only the words about the change are shown', () => {
  const parts = marksOf(
    `${words(0, 100)} old ${words(100, 200)}`,
    `${words(0, 100)} new ${words(100, 200)}`,
  );
  expect(parts[0]?.text).toBe(`… ${words(88, 100)} `);
  expect(parts.slice(1, 3)).toEqual([
    { op: 'removed', text: 'old' },
    { op: 'added', text: 'new' },
  ]);
  expect(parts[3]?.text.trim()).toBe(`${words(100, 112)} …`);
});
