import { forEachWord } from '../analysis/index.ts';
import { enlarged } from '../enlarged.ts';
import type { Pieces } from '../pieces.ts';
import type { Numbered } from './numbered.ts';

/** Numbers before those of a piece: how many follow of each kind. */
export const headSize = 3;

/**
 * What the words of each piece come to in one language, as numbers: of its terms, of its parts (terms in the stream) and
 * of its whole words. They are made when a piece is first met.
 */
export class PieceTerms {
  /** Of piece after piece: how many terms, parts and whole words it has, and then those. */
  numbers = new Uint32Array(1 << 12);
  #length = 0;
  /** By the number of a piece, where its numbers begin, and 1. */
  #starts = new Uint32Array(1 << 12);
  readonly #pieces: Pieces;
  readonly #terms: Numbered;
  readonly #forms: Numbered;
  readonly #language: string;

  constructor(pieces: Pieces, terms: Numbered, forms: Numbered, language: string) {
    this.#pieces = pieces;
    this.#terms = terms;
    this.#forms = forms;
    this.#language = language;
  }

  /** Where the numbers of a piece begin. */
  startOf(piece: number): number {
    const found = this.#starts[piece] ?? 0;
    return found === 0 ? this.#read(piece) : found - 1;
  }

  #read(piece: number): number {
    const ofTerms: number[] = [];
    const ofParts: number[] = [];
    const ofForms: number[] = [];
    forEachWord(this.#pieces.textOf(piece), this.#language, ({ terms, parts, forms }) => {
      const numbers = terms.map((term) => this.#terms.numberOf(term));
      ofTerms.push(...numbers);
      // Nearly every word is one term and its only part.
      if (parts === terms) ofParts.push(...numbers);
      else for (const part of parts) ofParts.push(this.#terms.numberOf(part));
      for (const form of forms) ofForms.push(this.#forms.numberOf(form));
    });
    const start = this.#length;
    const all = [
      ofTerms.length,
      ofParts.length,
      ofForms.length,
      ...ofTerms,
      ...ofParts,
      ...ofForms,
    ];
    this.#length += all.length;
    if (this.#length > this.numbers.length) this.numbers = enlarged(this.numbers, this.#length);
    this.numbers.set(all, start);
    if (piece >= this.#starts.length) this.#starts = enlarged(this.#starts, this.#pieces.count);
    this.#starts[piece] = start + 1;
    return start;
  }
}
