import { once } from '../../contract/once.ts';
import { foldWord } from './fold.ts';
import { stem } from './stem.ts';
import { classOf, inRun, inWord, joint, other } from './word-class.ts';

/**
 * A word. `word` is the word folded; `forms` are it and the pieces of which it is made, whole, as people might type them
 * (none of a run that is written without spaces); `terms` is what it is found by; `parts` are the terms of which it is
 * made one after the other, which is what phrases go by.
 */
export interface Word {
  readonly word: string;
  readonly forms: readonly string[];
  readonly terms: readonly string[];
  readonly parts: readonly string[];
}

/** A word that has been read. Equal ones may be read anew, and then have another number. */
export interface ReadWord extends Word {
  /** By which whoever meets it again and again may remember what it made of it. */
  readonly number: number;
}

/** A word where it stands in a text. `start` and `end` are UTF-16 offsets, `end` exclusive. */
export interface Token extends Word {
  readonly start: number;
  readonly end: number;
}

const joints = /[-\u2010-\u2015.]/u;
const isLetters = /^[a-z]+$/;

/** How letters and digits stand in a folded word. */
interface Patterns {
  readonly letterMeetsDigit: RegExp;
  readonly wordAndNumber: RegExp;
  readonly letter: RegExp;
}

const isPlain = /^[a-z0-9]*$/;
const ofPlain: Patterns = {
  letterMeetsDigit: /(?<=[a-z])(?=[0-9])|(?<=[0-9])(?=[a-z])/,
  wordAndNumber: /^[a-z]{2,}[0-9]+$/,
  letter: /[a-z]/,
};
/** Made ready for words that need them: those of all scripts take long. */
const ofAll = once((): Patterns => ({
  letterMeetsDigit: /(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})/u,
  wordAndNumber: /^\p{L}{2,}\p{N}+$/u,
  letter: /\p{L}/u,
}));

/** Most parts that a word has one by one and also all in one; longer rows (an address on the network)
 * and numbers (3.2 is not 32) have parts only. */
const mostJoined = 5;

/** Each two characters side by side; a character that stands alone is a term by itself. */
function pairsOf(run: string): string[] {
  const characters = [...run];
  if (characters.length < 2) return characters;
  return characters.slice(1).map((character, at) => `${characters[at] ?? ''}${character}`);
}

function partWord(text: string, isRun: boolean, language: string): Word {
  if (isRun) {
    const word = foldWord(text);
    const parts = pairsOf(word);
    return { word, forms: [], terms: [...new Set(parts)], parts };
  }
  const pieces = text.split(joints).map(foldWord);
  const word = pieces.join('');
  if (isLetters.test(word) && pieces.length === 1) {
    const terms = [stem(word, language)];
    return { word, forms: [word], terms, parts: terms };
  }
  const { letterMeetsDigit, wordAndNumber, letter } = isPlain.test(word) ? ofPlain : ofAll();
  const parts = pieces
    .flatMap((piece) => piece.split(letterMeetsDigit))
    .map((part) => stem(part, language));
  if (pieces.length === 1) {
    const term = stem(word, language);
    const terms = wordAndNumber.test(word) ? [term, ...parts] : [term];
    return { word, forms: [word], terms, parts };
  }
  const terms = pieces.map((piece) => stem(piece, language));
  const forms = [...pieces];
  if (pieces.length <= mostJoined && letter.test(word)) {
    terms.unshift(stem(word, language));
    forms.unshift(word);
  }
  return { word, forms: [...new Set(forms)], terms: [...new Set(terms)], parts };
}

/** Words that come back are read once; the memory of them is emptied before it grows large. */
const mostKept = 250_000;
/** Longer ones hardly come back. */
const longestKept = 40;
const kept = new Map<string, Map<string, ReadWord>>();
let read = 0;

function readWord(text: string, isRun: boolean, language: string): ReadWord {
  const { word, forms, terms, parts } = partWord(text, isRun, language);
  read += 1;
  return { word, forms, terms, parts, number: read - 1 };
}

function wordsKept(language: string): Map<string, ReadWord> {
  let ofLanguage = kept.get(language);
  if (ofLanguage === undefined) {
    ofLanguage = new Map();
    kept.set(language, ofLanguage);
  }
  if (ofLanguage.size >= mostKept) ofLanguage.clear();
  return ofLanguage;
}

/** The end of what is of one class from `start` on. */
function endOf(text: string, start: number, wanted: number): number {
  let at = start;
  while (at < text.length) {
    const code = text.codePointAt(at) ?? 0;
    if (classOf(code) !== wanted) break;
    at += code > 0xffff ? 2 : 1;
  }
  return at;
}

/** Stands for a word that nobody asked to be read. */
const unread: ReadWord = { word: '', forms: [], terms: [], parts: [''], number: -1 };

/** Letters from a to z, a bit for each; of all others nothing is said. */
export type Initials = number;

const letterA = 0x61;
const letters = 26;
const allInitials: Initials = (1 << letters) - 1;

/** Which letter from a to z this is, from 0 and whatever its case; another number where it is none of them. */
const letterOf = (unit: number): number => (unit | 0x20) - letterA;
const isLetter = (unit: number): boolean => letterOf(unit) >= 0 && letterOf(unit) < letters;

/** The letters with which these begin. */
export function initialsOf(beginnings: Iterable<string>): Initials {
  let initials = 0;
  for (const each of beginnings) {
    const unit = each.charCodeAt(0);
    if (isLetter(unit)) initials |= 1 << letterOf(unit);
  }
  return initials;
}

/** The end of a word that begins here and has letters from a to z only; -1 where there is no such word. */
function endOfPlain(text: string, start: number): number {
  let end = start;
  while (end < text.length && isLetter(text.charCodeAt(end))) end += 1;
  if (end === start) return -1;
  const next = end < text.length ? classOf(text.codePointAt(end) ?? 0) : other;
  if (next === inWord) return -1;
  return next === joint && endOf(text, end + 1, inWord) > end + 1 ? -1 : end;
}

/** The end of a word or run, of the class `found`, that begins here. */
function endOfWord(text: string, start: number, found: number): number {
  let end = endOf(text, start, found);
  if (found !== inWord) return end;
  while (end < text.length && classOf(text.codePointAt(end) ?? 0) === joint) {
    const next = endOf(text, end + 1, inWord);
    if (next === end + 1) break;
    end = next;
  }
  return end;
}

/** The word that stands here, of this class; those that come back are read once. */
function wordAt(
  words: Map<string, ReadWord>,
  raw: string,
  found: number,
  language: string,
): ReadWord {
  let word = words.get(raw);
  if (word === undefined) {
    word = readWord(raw, found === inRun, language);
    if (raw.length <= longestKept) words.set(raw, word);
  }
  return word;
}

/** Calls `each` with every word of a text, in order, and with where it stands; see `analyse`. */
export function forEachWord(
  text: string,
  language: string,
  each: (word: ReadWord, start: number, end: number) => void,
  initials: Initials = allInitials,
): void {
  const words = wordsKept(language);
  const isChoosy = initials !== allInitials;
  for (let start = 0; start < text.length;) {
    const unit = text.charCodeAt(start);
    if (isChoosy && isLetter(unit) && ((initials >>> letterOf(unit)) & 1) === 0) {
      // Stemming leaves the first letter of plain words as it is.
      const plainEnd = endOfPlain(text, start);
      if (plainEnd > 0) {
        each(unread, start, plainEnd);
        start = plainEnd;
        continue;
      }
    }
    const code = text.codePointAt(start) ?? 0;
    const found = classOf(code);
    if (found === other || found === joint) {
      start += code > 0xffff ? 2 : 1;
      continue;
    }
    const end = endOfWord(text, start, found);
    each(wordAt(words, text.slice(start, end), found, language), start, end);
    start = end;
  }
}

/**
 * The words of a text, for who looks for other words in the same text again and again: where each begins and ends, and what it
 * is once it has been read.
 */
export interface KeptWords {
  readonly text: string;
  readonly language: string;
  readonly starts: readonly number[];
  /** Less than 0 (`~end`) where a word has letters from a to z only. */
  readonly ends: readonly number[];
  readonly words: (ReadWord | undefined)[];
}

/** Finds where the words of a text stand; none is read yet. */
export function keepWords(text: string, language: string): KeptWords {
  const starts: number[] = [];
  const ends: number[] = [];
  for (let start = 0; start < text.length;) {
    const plainEnd = endOfPlain(text, start);
    if (plainEnd > 0) {
      starts.push(start);
      ends.push(~plainEnd);
      start = plainEnd;
      continue;
    }
    const code = text.codePointAt(start) ?? 0;
    const found = classOf(code);
    if (found === other || found === joint) {
      start += code > 0xffff ? 2 : 1;
      continue;
    }
    const end = endOfWord(text, start, found);
    starts.push(start);
    ends.push(end);
    start = end;
  }
  return { text, language, starts, ends, words: Array.from(starts, () => undefined) };
}

/** As `forEachWord`; words that may be left unread are left out. */
export function forEachKeptWord(
  { text, language, starts, ends, words }: KeptWords,
  each: (word: ReadWord, start: number, end: number) => void,
  initials: Initials,
): void {
  for (let at = 0; at < starts.length; at += 1) {
    const start = starts[at] ?? 0;
    const end = ends[at] ?? 0;
    const isPlainWord = end < 0;
    if (isPlainWord && ((initials >>> letterOf(text.charCodeAt(start))) & 1) === 0) continue;
    const wordEnd = isPlainWord ? ~end : end;
    let word = words[at];
    if (word === undefined) {
      const found = isPlainWord ? inWord : classOf(text.codePointAt(start) ?? 0);
      word = wordAt(wordsKept(language), text.slice(start, wordEnd), found, language);
      words[at] = word;
    }
    each(word, start, wordEnd);
  }
}

/**
 * The words of a text, in order. Hyphens and full stops inside a word part it and yet do not: "IMT-2020" is found as
 * `imt2020`, as `imt` and as `2020`, and so is the "IMT2020" of a source that lost its hyphen. Chinese and Japanese are
 * found by any two characters side by side.
 *
 * With `initials`, words that begin with another letter from a to z may be left unread: they then have no terms. Who looks
 * for a few words in a text has it sooner.
 *
 * @example analyse('ITU-T networks', 'en').map(({ terms }) => terms)
 * // => [['itut', 'itu', 't'], ['network']]
 */
export function analyse(text: string, language: string, initials: Initials = allInitials): Token[] {
  const tokens: Token[] = [];
  forEachWord(
    text,
    language,
    ({ word, forms, terms, parts }, start, end) =>
      tokens.push({ start, end, word, forms, terms, parts }),
    initials,
  );
  return tokens;
}
