import MiniSearch from 'minisearch';
import type { NewEdition } from '../../../main/library/index.ts';
import { namesOfActor } from '../../../main/service/names-of-actor.ts';
import { spreadOf, type Spread } from '../figures.ts';
import { timeInTurn } from './asking.ts';
import { makeEditions } from './corpus/editions.ts';
import { below, oneOf, randomFrom, type Random } from './corpus/random.ts';
import { createVocabulary } from './corpus/words.ts';
import type { LineProcess } from './processes.ts';

const wanted = 10_000;
const ofEdition = 17;
/** Who is spoken to in the corpus: each is an entry of its own. */
const actors = 30;

/** A library that has about ten thousand things to suggest, since each of its sections has one provision. */
export const suggestionShape = {
  provisions: Math.ceil((wanted - actors) / (ofEdition + 1)) * ofEdition,
  ofEdition,
  ofSection: 1,
};

/** What the library suggests, as the peer gets it: titles with names, headings, actors. */
function textsOf(editions: Iterable<NewEdition>): string[] {
  const texts: string[] = [];
  const spokenTo = new Set<string>();
  for (const { document, name } of editions) {
    texts.push(`${name}: ${document.identity.title}`);
    for (const { heading, actors: named } of document.sections) {
      texts.push(`${heading}, ${name}`);
      for (const actor of named) spokenTo.add(namesOfActor(actor).join(' '));
    }
  }
  return [...texts, ...spokenTo];
}

/** What stands in the box while people type: one to three words, the last one begun. */
function drawPrefixes(texts: readonly string[], count: number): string[] {
  return Array.from({ length: count }, (_none, index) => {
    const random = randomFrom(700 + index);
    const words = oneOf(random, texts).split(/[^\p{L}\p{N}.-]+/u);
    const from = below(random, words.length);
    const typed = words.slice(from, from + 1 + (index % 3));
    const last = typed.pop() ?? '';
    return [...typed, last.slice(0, 1 + below(random, 6))].join(' ');
  });
}

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** One letter changed, left out, doubled by another, or swapped with the next. */
function withTypo(word: string, random: Random): string {
  const at = 1 + below(random, word.length - 2);
  const letter = oneOf(random, [...letters]);
  const [before, here, next, after] = [
    word.slice(0, at),
    word[at],
    word[at + 1],
    word.slice(at + 2),
  ];
  return oneOf(random, [
    `${before}${letter}${word.slice(at + 1)}`,
    `${before}${word.slice(at + 1)}`,
    `${before}${letter}${word.slice(at)}`,
    `${before}${next}${here}${after}`,
  ]);
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/\p{L}+/gu) ?? [];

const holds = (found: readonly string[], word: string): boolean =>
  found.some((text) => wordsOf(text).includes(word));

/** Words of the entries with one typing error that makes no other word of them. */
function drawTypos(texts: readonly string[], count: number): { word: string; typo: string }[] {
  const known = new Set(texts.flatMap(wordsOf));
  const words = [...known].filter((word) => /^[a-z]{5,14}$/.test(word)).toSorted();
  const random = randomFrom(900);
  const typos: { word: string; typo: string }[] = [];
  while (typos.length < count) {
    const word = oneOf(random, words);
    const typo = withTypo(word, random);
    if (typo !== word && !known.has(typo)) typos.push({ word, typo });
  }
  return typos;
}

export interface SuggestionFigures {
  readonly entries: number;
  readonly recitalMs: Spread;
  readonly miniSearchMs: Spread;
  /** Shares of the misspelt words whose right form is in one of the first ten suggestions. */
  readonly typosFound: { readonly recital: number; readonly miniSearch: number };
}

/** `recital` answers suggestions from the library of `suggestionShape`. */
export async function measureSuggestions(recital: LineProcess): Promise<SuggestionFigures> {
  const texts = textsOf(makeEditions(createVocabulary(), suggestionShape));
  const peer = new MiniSearch<{ id: number; text: string }>({
    fields: ['text'],
    storeFields: ['text'],
  });
  peer.addAll(texts.map((text, id) => ({ id, text })));
  const suggestPeer = (prefix: string): string[] =>
    peer
      .search(prefix, { prefix: true, fuzzy: 0.2, combineWith: 'AND' })
      .slice(0, 10)
      .map(({ text }) => String(text));
  const suggest = (prefix: string): Promise<{ ms: number; texts: string[] }> =>
    recital.ask({ suggest: { prefix, limit: 10 } });

  const { ours, theirs } = await timeInTurn(drawPrefixes(texts, 300), {
    ours: async (prefix) => (await suggest(prefix)).ms,
    theirs: async (prefix) => {
      const started = performance.now();
      suggestPeer(prefix);
      return performance.now() - started;
    },
  });

  const typos = drawTypos(texts, 400);
  let oursFound = 0;
  let theirsFound = 0;
  for (const { word, typo } of typos) {
    if (holds((await suggest(typo)).texts, word)) oursFound += 1;
    if (holds(suggestPeer(typo), word)) theirsFound += 1;
  }
  return {
    entries: texts.length,
    recitalMs: spreadOf(ours),
    miniSearchMs: spreadOf(theirs),
    typosFound: { recital: oursFound / typos.length, miniSearch: theirsFound / typos.length },
  };
}
