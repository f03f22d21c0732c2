import type { DiffPart } from '../../contract/comparison.ts';
import { editsBetween } from './edits.ts';
import type { Steps } from '../../contract/steps.ts';
import { tokensOf } from './words.ts';

/** Two texts further apart than this many words are marked as one replacing the other, rather than word by word. */
const mostEdits = 3000;

/** Words that stand in any two sentences; alone between two changes they hold nothing together. */
const small = new Set(
  'a an the of to in on and or for by with as at be is are that this its which it from'.split(' '),
);

/**
 * The marks between two texts, word by word: joined back, `same` and `removed` give the older text and `same` and
 * `added` the newer one. A small word alone between two changes is marked with them, so that a rewritten phrase
 * reads as one.
 */
export function* markChanges(from: string, to: string): Steps<readonly DiffPart[]> {
  if (from === to) return from === '' ? [] : [{ op: 'same', text: from }];
  const [before, after] = [tokensOf(from), tokensOf(to)];
  yield;
  const numbers = new Map<string, number>();
  const numbered = (tokens: readonly string[]): readonly number[] =>
    tokens.map((token) => {
      const number = numbers.get(token) ?? numbers.size;
      numbers.set(token, number);
      return number;
    });
  const runs = yield* editsBetween(numbered(before), numbered(after), mostEdits);
  if (runs === null) return joined([...part('removed', from), ...part('added', to)]);
  let [passed, reached] = [0, 0];
  const parts = runs.map(({ op, count }): DiffPart => {
    const text =
      op === 'removed'
        ? before.slice(passed, passed + count)
        : after.slice(reached, reached + count);
    if (op !== 'added') passed += count;
    if (op !== 'removed') reached += count;
    return { op, text: text.join('') };
  });
  yield;
  return joined(smoothed(parts));
}

const part = (op: DiffPart['op'], text: string): DiffPart[] => (text === '' ? [] : [{ op, text }]);

/** Takes a run that both share apart where it only interrupts a change. */
function smoothed(parts: readonly DiffPart[]): readonly DiffPart[] {
  return parts.flatMap((each, index) => {
    const isInside = index > 0 && index < parts.length - 1;
    if (each.op !== 'same' || !isInside || !isSmall(each.text)) return [each];
    return [
      { op: 'removed', text: each.text },
      { op: 'added', text: each.text },
    ];
  });
}

function isSmall(text: string): boolean {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length <= 1 && words.every((word) => small.has(word));
}

/**
 * Neighbouring changes in one pair, what was removed first. White space that both begin or end with is no part of the
 * change.
 */
function joined(parts: readonly DiffPart[]): readonly DiffPart[] {
  const result: DiffPart[] = [];
  const push = (op: DiffPart['op'], text: string): void => {
    const last = result.at(-1);
    if (text === '') return;
    if (last?.op === op) result[result.length - 1] = { op, text: last.text + text };
    else result.push({ op, text });
  };
  let removed = '';
  let added = '';
  const flush = (): void => {
    const [first = ''] = /^\s*/u.exec(removed) ?? [];
    const before = added.startsWith(first) ? first.length : 0;
    const [last = ''] = /\s*$/u.exec(removed.slice(before)) ?? [];
    const after = added.slice(before).endsWith(last) ? last.length : 0;
    push('same', removed.slice(0, before));
    push('removed', removed.slice(before, removed.length - after));
    push('added', added.slice(before, added.length - after));
    push('same', removed.slice(removed.length - after));
    removed = '';
    added = '';
  };
  for (const { op, text } of parts) {
    if (op === 'removed') removed += text;
    else if (op === 'added') added += text;
    else {
      flush();
      push(op, text);
    }
  }
  flush();
  return result;
}

/** The same marks, seen from the newer text. */
export const flipped = (parts: readonly DiffPart[]): readonly DiffPart[] =>
  joined(
    parts.map(({ op, text }) => ({
      op: op === 'added' ? 'removed' : op === 'removed' ? 'added' : 'same',
      text,
    })),
  );
