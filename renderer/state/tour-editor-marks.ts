import type { DiffPart } from '../../main/contract/comparison.ts';

/** So many words are shown on either side of what differs. */
const around = 12;

const wordsIn = (text: string): readonly string[] => text.split(/(?<=\s)/u);

/** What of two texts is not the same, with the words about it: enough to see what changed, whatever their length. */
export function marksOf(was: string, now: string): readonly DiffPart[] {
  const [before, after] = [wordsIn(was.trim()), wordsIn(now.trim())];
  const least = Math.min(before.length, after.length);
  let start = 0;
  while (start < least && before[start]?.trim() === after[start]?.trim()) start += 1;
  let end = 0;
  while (end < least - start && before.at(-1 - end)?.trim() === after.at(-1 - end)?.trim())
    end += 1;
  const first = before.slice(0, start);
  const last = before.slice(before.length - end);
  const [head, tail] = [joined(first.slice(-around)), joined(last.slice(0, around))];
  const parts: readonly DiffPart[] = [
    { op: 'same', text: head && `${first.length > around ? '… ' : ''}${head} ` },
    { op: 'removed', text: joined(before.slice(start, before.length - end)) },
    { op: 'added', text: joined(after.slice(start, after.length - end)) },
    { op: 'same', text: tail && ` ${tail}${last.length > around ? ' …' : ''}` },
  ];
  return parts.filter(({ text }) => text !== '');
}

const joined = (words: readonly string[]): string => words.join('').trim();
