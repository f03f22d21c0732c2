import type { SearchRequest } from '../../main/contract/api.ts';
import type { Provision, Section } from '../../main/contract/document.ts';

/** A generator of the same numbers on every run (Lehmer, modulus 2^31-1), so that runs can be compared. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

function textsOf(provisions: readonly Provision[]): string[] {
  return provisions.flatMap((provision) => [provision.text, ...textsOf(provision.provisions)]);
}

/** `count` queries as people type them, made of the library's own words; a third carry a filter. */
export function makeQueries(sections: readonly Section[], count: number): SearchRequest[] {
  const texts = sections.flatMap((section) => textsOf(section.provisions));
  const next = numbers(43);
  const wordsOfOne = (): string[] =>
    (texts[next(texts.length)] ?? '').match(/\p{L}[\p{L}\p{N}\u2011-]{2,}/gu) ?? ['network'];
  const word = (): string => {
    const words = wordsOfOne();
    return words[next(words.length)] ?? 'network';
  };
  const phrase = (): string => {
    const words = wordsOfOne();
    const start = next(Math.max(1, words.length - 1));
    return words.slice(start, start + 2).join(' ');
  };
  const shapes: readonly (() => string)[] = [
    word,
    () => `${word()} ${word()}`,
    phrase,
    () => `"${phrase()}"`,
    () => `${word().slice(0, 3)}*`,
    () => `${word()} OR ${word()}`,
    () => `${phrase()} -${word()}`,
  ];
  const filters: readonly Partial<SearchRequest>[] = [
    { body: 'wtsa' },
    { year: 2024 },
    { section: 'instructs' },
    { actor: 'itu-t-sg-13' },
  ];
  return Array.from({ length: count }, (_, index) => ({
    query: (shapes[index % shapes.length] ?? word)(),
    ...(index % 3 === 0 && filters[next(filters.length)]),
  }));
}

/** The same queries as they grow under the fingers: a prefix of each. */
export const makePrefixes = (queries: readonly SearchRequest[]): string[] =>
  queries.map(({ query }) => query.replaceAll(/[^\p{L}\p{N} \u2011-]/gu, '').slice(0, 5));
