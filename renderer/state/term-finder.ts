import type { RecordSummary } from '../../main/contract/answers.ts';

/** A term of the glossary where a text uses it; the offsets are half-open UTF-16 ones. */
export interface TermMark {
  readonly start: number;
  readonly end: number;
  readonly term: RecordSummary;
}

/** Every use of a term in a text, in its order; none lies within another. */
export type TermFinder = (text: string) => readonly TermMark[];

interface Token {
  readonly start: number;
  readonly end: number;
  /** Without hyphens, which some sources lost: "ITUT" is "ITU-T". */
  readonly word: string;
}

interface Candidate {
  readonly term: RecordSummary;
  /** Each word in the forms that it may have: the last one may stand in the plural. */
  readonly words: readonly (readonly string[])[];
  /** What stands between the words: a space as a rule, or ", ", or "/". */
  readonly gaps: readonly string[];
  /** Whether capitals count: "IoT" and "AI" are written so, "network slicing" may begin a sentence. */
  readonly isLiteral: boolean;
}

// A compound is one word, so that "IMT" is not found in "IMT-2020", nor "IMT-2020" in "JCA-IMT-2020".
const wordPattern = /[\p{L}\p{M}\p{N}]+(?:[-\u2010\u2011][\p{L}\p{M}\p{N}]+)*/gu;

const tokensOf = (text: string): readonly Token[] =>
  [...text.matchAll(wordPattern)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
    word: found.replaceAll(/[-\u2010\u2011]/g, ''),
  }));

const gapBetween = (text: string, before: Token | undefined, after: Token | undefined): string =>
  text.slice(before?.end, after?.start).replaceAll(/\s+/g, ' ');

/**
 * Finds the terms that deserve a mark: abbreviations, and names of several words. A name of one everyday word
 * ("Security", "Question") is left out, since every text is full of it in senses of its own.
 */
export function createTermFinder(terms: readonly RecordSummary[]): TermFinder {
  const byFirstWord = new Map<string, Candidate[]>();
  const add = (candidate: Candidate): void => {
    for (const word of candidate.words[0] ?? []) {
      const key = word.toLowerCase();
      byFirstWord.set(key, [...(byFirstWord.get(key) ?? []), candidate]);
    }
  };
  for (const term of terms) {
    const abbreviation = term.name === term.title ? '' : term.name;
    if (/\p{Lu}.*\p{Lu}/u.test(abbreviation)) add(candidateOf(term, abbreviation, true));
    if (/[\s-]/.test(term.title)) add(candidateOf(term, term.title, false));
  }
  for (const candidates of byFirstWord.values())
    candidates.sort((a, b) => b.words.length - a.words.length);

  return (text) => {
    const marks: TermMark[] = [];
    const tokens = tokensOf(text);
    let at = 0;
    while (at < tokens.length) {
      const candidate = byFirstWord
        .get(tokens[at]?.word.toLowerCase() ?? '')
        ?.find((one) => stands(one, text, tokens, at));
      const length = candidate?.words.length ?? 1;
      const start = tokens[at]?.start;
      const end = tokens[at + length - 1]?.end;
      if (candidate !== undefined && start !== undefined && end !== undefined)
        marks.push({ start, end, term: candidate.term });
      at += length;
    }
    return marks;
  };
}

function candidateOf(term: RecordSummary, name: string, isLiteral: boolean): Candidate {
  const tokens = tokensOf(name);
  const words = tokens.map(({ word }, place) => {
    const own = isLiteral ? word : word.toLowerCase();
    return place === tokens.length - 1 ? pluralsOf(own) : [own];
  });
  const gaps = tokens.slice(1).map((token, before) => gapBetween(name, tokens[before], token));
  return { term, words, gaps, isLiteral };
}

/** Whether a candidate stands in a text from one of its tokens on. */
function stands(
  { words, gaps, isLiteral }: Candidate,
  text: string,
  tokens: readonly Token[],
  at: number,
): boolean {
  const isWord = (forms: readonly string[], place: number): boolean => {
    const word = tokens[at + place]?.word;
    return word !== undefined && forms.includes(isLiteral ? word : word.toLowerCase());
  };
  return (
    words.every(isWord) &&
    gaps.every((gap, place) => gap === gapBetween(text, tokens[at + place], tokens[at + place + 1]))
  );
}

/** A word and its plurals, the regular ones of English. */
const pluralsOf = (word: string): readonly string[] => [
  word,
  `${word}s`,
  `${word}es`,
  ...(word.endsWith('y') ? [`${word.slice(0, -1)}ies`] : []),
];
