import { enlarged } from '../enlarged.ts';
import type { Pieces } from '../pieces.ts';
import { fields, impactOf, weightOfField, type Field } from './bm25.ts';
import { Numbered } from './numbered.ts';
import { headSize, PieceTerms } from './piece-terms.ts';
import { StreamBytes } from './stream-bytes.ts';

/** Half a time is the least that a word counts. */
const unit = 0.5;

/**
 * What phrases are found by: the terms of a text one after the other, as UTF-8. They are overwritten by those of the
 * next entry.
 */
type Streams = Record<Field, Uint8Array>;

/** A name of several words, which is a term of its own: its parts one after the other. */
interface Name {
  readonly parts: readonly number[];
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

const none = new Uint8Array(0);

/**
 * Takes the words of entry after entry, in the order of their numbers, and gives the postings of every term. What stands
 * in which entry is logged as it comes and sorted by term in one go at the end, which is quick and needs no list a term.
 */
export class TermCollector {
  readonly #terms = new Numbered();
  readonly #forms = new Numbered();
  /** How often each whole word stands. */
  #formCounts = new Uint32Array(1024);
  readonly #pieces: Pieces;
  /** By language. */
  readonly #known = new Map<string, PieceTerms>();

  /** How often each term stands in the entry at hand, in `unit`s, and which do. */
  #inEntry = new Uint32Array(1024);
  #touched = new Uint32Array(1024);
  #touchedCount = 0;
  /** The parts of the text at hand, and the same as bytes. */
  #parts = new Uint32Array(1024);
  #partCount = 0;
  readonly #streams = new StreamBytes(this.#terms);

  #loggedTerms = new Uint32Array(1024);
  #loggedTimes = new Uint16Array(1024);
  #logged = 0;
  /** Where the entries end in the logs. */
  readonly #ends: number[] = [];
  readonly #lengths: number[] = [];
  readonly #weights: number[] = [];
  /** By their first part. */
  readonly #names = new Map<number, Name[]>();

  /** `names` are terms of several words, each as its parts. */
  constructor(names: readonly (readonly string[])[], pieces: Pieces) {
    this.#pieces = pieces;
    const known = new Set<string>();
    for (const words of names) {
      const name = termOfName(words);
      if (words.length < 2 || known.has(name)) continue;
      known.add(name);
      const parts = words.map((word) => this.#terms.numberOf(word));
      const [first = 0] = parts;
      const beginning = this.#names.get(first) ?? [];
      beginning.push({ parts, term: this.#terms.numberOf(name) });
      this.#names.set(first, beginning);
    }
    this.#makeRoom();
  }

  /**
   * Takes the next entry. `read` gives the numbers of the pieces of one of its texts, which are looked at before the next
   * is asked for; `weight` is by how much everything that it says counts.
   */
  add(read: (field: Field) => Uint32Array, language: string, weight: number): Streams {
    const known = this.#knownOf(language);
    const streams: Streams = { text: none, heading: none, notes: none };
    this.#streams.startOver();
    let length = 0;
    for (const field of fields) {
      const times = weightOfField[field] / unit;
      this.#partCount = 0;
      for (const piece of read(field)) this.#take(known, piece, times);
      if (this.#partCount === 0) continue;
      this.#takeNames(times);
      length += this.#partCount;
      streams[field] = this.#streams.rowOf(this.#parts, this.#partCount);
    }
    this.#log();
    this.#ends.push(this.#logged);
    this.#lengths.push(length);
    this.#weights.push(weight);
    return streams;
  }

  /** The terms of which a text is made, as numbers, one after the other. */
  partsOf(text: Uint32Array, language: string): Uint32Array {
    const known = this.#knownOf(language);
    this.#partCount = 0;
    for (const piece of text) {
      const start = known.startOf(piece);
      const terms = known.numbers[start] ?? 0;
      this.#takeParts(known.numbers, start + headSize + terms, known.numbers[start + 1] ?? 0);
    }
    return this.#parts.slice(0, this.#partCount);
  }

  /** Whole words with how often they stand, in order. */
  words(): [word: string, count: number][] {
    return this.#forms
      .inOrder()
      .map((form) => [this.#forms.textOf(form), this.#formCounts[form] ?? 0]);
  }

  /** The postings of every term that stands anywhere, in the order of the terms; once, as they take much room. */
  *postings(): Generator<TermPostings> {
    // What says nothing makes nothing else long.
    const telling = this.#lengths.filter((length) => length > 0);
    const average = telling.reduce((sum, each) => sum + each, 0) / Math.max(telling.length, 1);
    const ends = new Uint32Array(this.#terms.count + 1);
    for (let at = 0; at < this.#logged; at += 1) {
      const next = (this.#loggedTerms[at] ?? 0) + 1;
      ends[next] = (ends[next] ?? 0) + 1;
    }
    for (let term = 1; term < ends.length; term += 1) {
      ends[term] = (ends[term] ?? 0) + (ends[term - 1] ?? 0);
    }
    const starts = ends.slice();
    const entries = new Uint32Array(this.#logged);
    const weights = new Float32Array(this.#logged);
    for (let entry = 0, at = 0; entry < this.#ends.length; entry += 1) {
      const length = this.#lengths[entry] ?? 0;
      const weight = this.#weights[entry] ?? 0;
      for (const end = this.#ends[entry] ?? 0; at < end; at += 1) {
        const term = this.#loggedTerms[at] ?? 0;
        const place = starts[term] ?? 0;
        starts[term] = place + 1;
        entries[place] = entry + 1;
        weights[place] = impactOf((this.#loggedTimes[at] ?? 0) * unit, length, average) * weight;
      }
    }
    this.#loggedTerms = new Uint32Array(0);
    this.#loggedTimes = new Uint16Array(0);
    for (const number of this.#terms.inOrder()) {
      const [from, to] = [ends[number] ?? 0, ends[number + 1] ?? 0];
      if (from === to) continue;
      yield {
        term: this.#terms.textOf(number),
        entries: entries.subarray(from, to),
        weights: weights.subarray(from, to),
      };
    }
  }

  #knownOf(language: string): PieceTerms {
    const known = this.#known.get(language);
    if (known !== undefined) return known;
    const fresh = new PieceTerms(this.#pieces, this.#terms, this.#forms, language);
    this.#known.set(language, fresh);
    return fresh;
  }

  /** For what is counted of each term and whole word that is known. */
  #makeRoom(): void {
    if (this.#terms.count > this.#inEntry.length) {
      this.#inEntry = enlarged(this.#inEntry, this.#terms.count);
    }
    if (this.#forms.count > this.#formCounts.length) {
      this.#formCounts = enlarged(this.#formCounts, this.#forms.count);
    }
  }

  #count(term: number, times: number): void {
    const before = this.#inEntry[term] ?? 0;
    if (before === 0) {
      if (this.#touchedCount === this.#touched.length) {
        this.#touched = enlarged(this.#touched, 0);
      }
      this.#touched[this.#touchedCount] = term;
      this.#touchedCount += 1;
    }
    this.#inEntry[term] = before + times;
  }

  #take(known: PieceTerms, piece: number, times: number): void {
    const start = known.startOf(piece);
    this.#makeRoom();
    const { numbers } = known;
    const parts = start + headSize + (numbers[start] ?? 0);
    const forms = parts + (numbers[start + 1] ?? 0);
    const end = forms + (numbers[start + 2] ?? 0);
    for (let at = start + headSize; at < parts; at += 1) this.#count(numbers[at] ?? 0, times);
    this.#takeParts(numbers, parts, forms - parts);
    for (let at = forms; at < end; at += 1) {
      const form = numbers[at] ?? 0;
      this.#formCounts[form] = (this.#formCounts[form] ?? 0) + 1;
    }
  }

  #takeParts(numbers: Uint32Array, start: number, count: number): void {
    if (this.#partCount + count > this.#parts.length) {
      this.#parts = enlarged(this.#parts, this.#partCount + count);
    }
    for (let at = start; at < start + count; at += 1) {
      this.#parts[this.#partCount] = numbers[at] ?? 0;
      this.#partCount += 1;
    }
  }

  #takeNames(times: number): void {
    if (this.#names.size === 0) return;
    for (let at = 0; at < this.#partCount; at += 1) {
      for (const { parts, term } of this.#names.get(this.#parts[at] ?? 0) ?? []) {
        const isHere =
          at + parts.length <= this.#partCount &&
          parts.every((part, index) => this.#parts[at + index] === part);
        if (isHere) this.#count(term, times);
      }
    }
  }

  #log(): void {
    const count = this.#touchedCount;
    if (this.#logged + count > this.#loggedTerms.length) {
      this.#loggedTerms = enlarged(this.#loggedTerms, this.#logged + count);
      this.#loggedTimes = enlarged(this.#loggedTimes, this.#logged + count);
    }
    for (let at = 0; at < count; at += 1) {
      const term = this.#touched[at] ?? 0;
      this.#loggedTerms[this.#logged] = term;
      this.#loggedTimes[this.#logged] = Math.min(this.#inEntry[term] ?? 0, 0xffff);
      this.#logged += 1;
      this.#inEntry[term] = 0;
    }
    this.#touchedCount = 0;
  }
}
