import { setImmediate as breath } from 'node:timers/promises';
import { done, failed, type Result } from '../../contract/failure.ts';

/** Longest that one export keeps others waiting, in milliseconds, and longest text that one comes to. */
const longestStretch = 3;
const mostLetters = 100_000_000;

export const tooLarge = (): Result<never> =>
  failed('too-large', 'That is too much for one file; take a part of it.');

/** Joins what is made piece by piece, and lets others go first whenever it has gone on for a while. */
export async function joined(pieces: Iterable<string>): Promise<Result<string>> {
  const parts: string[] = [];
  let letters = 0;
  let since = performance.now();
  for (const piece of pieces) {
    parts.push(piece);
    letters += piece.length;
    if (letters > mostLetters) return tooLarge();
    if (performance.now() - since > longestStretch) {
      await breath();
      since = performance.now();
    }
  }
  return done(parts.join(''));
}
