import { forEachWord, type ReadWord } from '../analysis/index.ts';
import { impactOf, weightOfField, type Field } from './bm25.ts';

/** Numbers that grow at the end. */
class Log<Numbers extends Uint32Array | Uint16Array> {
  length = 0;
  #numbers: Numbers;
  readonly #make: (length: number) => Numbers;

  constructor(make: (length: number) => Numbers) {
    this.#make = make;
    this.#numbers = make(1024);
  }

  push(value: number): void {
    if (this.length === this.#numbers.length) {
      const larger = this.#make(this.length * 2);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[this.length] = value;
    this.length += 1;
  }

  at(index: number): number {
    return this.#numbers[index] ?? 0;
  }
}

/** Half a time is the least that a word counts. */
const unit = 0.5;

/** What is known of a text once its words are taken: its stream, which phrases are found by. */
export type Streams = Record<Field, string>;

/** The numbers of a word's terms, and how often each of its forms stands. */
interface KnownWord {
  readonly terms: readonly number[];
  readonly forms: readonly { count: number }[];
}

/** A name of several words, which is a term of its own: its parts one after the other. */
interface Name {
  readonly parts: readonly string[];
  readonly term: number;
}

/** The term that a name of several words is. */
export const termOfName = (parts: readonly string[]): string => parts.join(' ');

/** The postings of a term: in which entries it stands, ascending, and how much it says in each. */
export interface TermPostings {
  readonly term: string;
  readonly entries: Uint32Array;
  readonly weights: Float32Array;
}

/**
 * Takes the words of entry after entry, in the order of their numbers, and gives the postings of every term. What stands
 * in which entry is logged as it comes and sorted by term in one go at the end, which is quick and needs no list a term.
 */
export class TermCollector {
  readonly #numbers = new Map<string, number>();
  readonly #terms: string[] = [];
  /** How often each term stands in the entry at hand, in `unit`s. */
  #inEntry = new Float64Array(1024);
  #touched: number[] = [];
  readonly #loggedTerms = new Log((length) => new Uint32Array(length));
  readonly #loggedTimes = new Log((length) => new Uint16Array(length));
  /** Where the entries begin in the logs. */
  readonly #starts = new Log((length) => new Uint32Array(length));
  readonly #lengths: number[] = [];
  readonly #weights: number[] = [];
  readonly #names = new Map<string, Name[]>();
  readonly #words = new Map<string, { count: number }>();
  /** What was made of each word, by its number: most words come back. */
  readonly #known: KnownWord[] = [];

  /** `names` are terms of several words, each as its parts. */
  constructor(names: readonly (readonly string[])[]) {
    for (const parts of names) {
      const [first] = parts;
      if (first === undefined || parts.length < 2) continue;
      const known = this.#numbers.has(termOfName(parts));
      const term = this.#numberOf(termOfName(parts));
      if (known) continue;
      const beginning = this.#names.get(first) ?? [];
      beginning.push({ parts, term });
      this.#names.set(first, beginning);
    }
  }

  /** Takes the next entry. `weight` is by how much everything that it says counts. */
  add(texts: Readonly<Record<Field, string>>, language: string, weight: number): Streams {
    this.#starts.push(this.#loggedTerms.length);
    const streams = { text: '', heading: '', notes: '' };
    let length = 0;
    for (const field of ['text', 'heading', 'notes'] as const) {
      if (texts[field] === '') continue;
      const times = weightOfField[field] / unit;
      const parts: string[] = [];
      forEachWord(texts[field], language, (word) => {
        this.#take(word, times, parts);
      });
      this.#takeNames(parts, times);
      length += parts.length;
      streams[field] = parts.join(' ');
    }
    for (const term of this.#touched) {
      this.#loggedTerms.push(term);
      this.#loggedTimes.push(Math.min(this.#inEntry[term] ?? 0, 0xffff));
      this.#inEntry[term] = 0;
    }
    this.#touched = [];
    this.#lengths.push(length);
    this.#weights.push(weight);
    return streams;
  }

  /** Whole words with how often they stand, in order. */
  words(): [word: string, count: number][] {
    return [...this.#words]
      .map(([word, { count }]): [string, number] => [word, count])
      .toSorted(([a], [b]) => (a < b ? -1 : 1));
  }

  /** The postings of every term that stands anywhere, in the order of the terms. */
  *postings(): Generator<TermPostings> {
    const entries = this.#lengths.length;
    // What says nothing makes nothing else long.
    const telling = this.#lengths.filter((length) => length > 0);
    const average = telling.reduce((sum, each) => sum + each, 0) / Math.max(telling.length, 1);
    const ends = new Uint32Array(this.#terms.length + 1);
    for (let at = 0; at < this.#loggedTerms.length; at += 1) {
      const next = this.#loggedTerms.at(at) + 1;
      ends[next] = (ends[next] ?? 0) + 1;
    }
    for (let term = 1; term < ends.length; term += 1) {
      ends[term] = (ends[term] ?? 0) + (ends[term - 1] ?? 0);
    }
    const starts = ends.slice();
    const numbers = new Uint32Array(this.#loggedTerms.length);
    const weights = new Float32Array(this.#loggedTerms.length);
    for (let entry = 0; entry < entries; entry += 1) {
      const length = this.#lengths[entry] ?? 0;
      const weight = this.#weights[entry] ?? 0;
      const end = entry + 1 < entries ? this.#starts.at(entry + 1) : this.#loggedTerms.length;
      for (let at = this.#starts.at(entry); at < end; at += 1) {
        const term = this.#loggedTerms.at(at);
        const place = starts[term] ?? 0;
        starts[term] = place + 1;
        numbers[place] = entry + 1;
        weights[place] = impactOf(this.#loggedTimes.at(at) * unit, length, average) * weight;
      }
    }
    const order = this.#terms
      .map((term, number) => ({ term, number }))
      .toSorted((a, b) => (a.term < b.term ? -1 : 1));
    for (const { term, number } of order) {
      const [from, to] = [ends[number] ?? 0, ends[number + 1] ?? 0];
      if (from === to) continue;
      yield { term, entries: numbers.subarray(from, to), weights: weights.subarray(from, to) };
    }
  }

  #numberOf(term: string): number {
    const known = this.#numbers.get(term);
    if (known !== undefined) return known;
    const fresh = this.#terms.length;
    this.#numbers.set(term, fresh);
    this.#terms.push(term);
    if (fresh === this.#inEntry.length) {
      const larger = new Float64Array(fresh * 2);
      larger.set(this.#inEntry);
      this.#inEntry = larger;
    }
    return fresh;
  }

  #count(term: number, times: number): void {
    const before = this.#inEntry[term] ?? 0;
    if (before === 0) this.#touched.push(term);
    this.#inEntry[term] = before + times;
  }

  #take(word: ReadWord, times: number, stream: string[]): void {
    const known = this.#known[word.number] ?? this.#remember(word);
    for (const term of known.terms) this.#count(term, times);
    for (const part of word.parts) stream.push(part);
    for (const form of known.forms) form.count += 1;
  }

  #remember({ number, terms, forms }: ReadWord): KnownWord {
    const known = {
      terms: terms.map((term) => this.#numberOf(term)),
      forms: forms.map((form) => {
        const counted = this.#words.get(form) ?? { count: 0 };
        this.#words.set(form, counted);
        return counted;
      }),
    };
    this.#known[number] = known;
    return known;
  }

  #takeNames(stream: readonly string[], times: number): void {
    if (this.#names.size === 0) return;
    for (const [at, part] of stream.entries()) {
      const names = this.#names.get(part);
      if (names === undefined) continue;
      for (const { parts, term } of names)
        if (parts.every((each, index) => stream[at + index] === each)) this.#count(term, times);
    }
  }
}
