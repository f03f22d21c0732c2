import { analyse } from '../analysis/index.ts';
import { isStopWord } from '../query/index.ts';

/** What a text speaks of stands in its beginning; it bounds the work for one entry. */
const mostLetters = 20_000;
const fewestLetters = 2;

/** How often each term that tells something stands in an entry. */
export function termsIn(texts: readonly string[], language: string): Map<string, number> {
  const found = new Map<string, number>();
  for (const text of texts)
    for (const { word, terms } of analyse(text.slice(0, mostLetters), language)) {
      const [term = ''] = terms;
      if (term.length >= fewestLetters && !isStopWord(word))
        found.set(term, (found.get(term) ?? 0) + 1);
    }
  return found;
}
