import { forEachWord } from '../analysis/index.ts';
import { Numbered } from './numbered.ts';

/**
 * Reads texts as their terms one after the other, each as a number: the same one wherever a term stands. What several
 * editions say in the very same letters is read once.
 */
export function createNumbering(): (text: string, language: string) => Uint32Array {
  const terms = new Numbered();
  const known = new Map<string, Uint32Array>();
  return (text, language) => {
    const key = `${language} ${text}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const numbers: number[] = [];
    forEachWord(text, language, ({ parts }) => {
      for (const part of parts) numbers.push(terms.numberOf(part));
    });
    const read = Uint32Array.from(numbers);
    known.set(key, read);
    return read;
  };
}
