import type { TypedWord } from './words.ts';

/** What was typed, each word with the beginnings that it is taken for. */
export type Reading = readonly { readonly typed: TypedWord; readonly meant: readonly string[] }[];

/** As it was typed. */
export const asTyped = (words: readonly TypedWord[]): Reading =>
  words.map((typed) => ({ typed, meant: [typed.word] }));

/**
 * The ways in which misspelt words are read. One that may be any of several words gives as many readings, so that all
 * of these are suggested, not only what is most frequent; where two are misspelt the second is taken for any of its own.
 */
export function readingsOf(
  words: readonly TypedWord[],
  meant: ReadonlyMap<TypedWord, readonly string[]>,
): Reading[] {
  const first = words.find((word) => (meant.get(word) ?? []).length > 0);
  if (first === undefined) return [];
  return (meant.get(first) ?? []).map((choice) =>
    words.map((typed) => ({
      typed,
      meant: typed === first ? [choice] : (meant.get(typed) ?? [typed.word]),
    })),
  );
}
