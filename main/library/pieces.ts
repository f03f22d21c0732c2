import { enlarged } from './enlarged.ts';

const space = 0x20;
const none = new Uint32Array(0);

/**
 * Numbers whatever stands between two spaces, from 0, equal pieces alike: in a library nearly all of it comes back again
 * and again, and what is made of a piece is then made once. Looking one up makes no string.
 */
export class Pieces {
  count = 0;
  /** The characters of all pieces one after the other; those of a number end at its place in `#ends`. */
  #characters = new Uint16Array(1 << 16);
  #ends = new Uint32Array(1 << 12);
  /** Open addressing, at most half full: of each place the hash of a piece, then its number and 1. */
  #places = new Int32Array(1 << 14);
  /** The numbers of the pieces of the text at hand. */
  #numbers = new Uint32Array(1 << 10);

  /**
   * The numbers of the pieces of a text, in order; two spaces have an empty one between them. They are overwritten by those
   * of the next text.
   */
  numbersOf(text: string): Uint32Array {
    if (text === '') return none;
    let length = 0;
    for (let start = 0; start <= text.length;) {
      let hash = 0;
      let end = start;
      for (; end < text.length; end += 1) {
        const code = text.charCodeAt(end);
        if (code === space) break;
        hash = Math.imul(hash ^ code, 0x01000193);
      }
      if (length === this.#numbers.length) this.#numbers = enlarged(this.#numbers, length + 1);
      this.#numbers[length] = this.#numberOf(text, start, end, hash ^ (hash >>> 15));
      length += 1;
      start = end + 1;
    }
    return this.#numbers.subarray(0, length);
  }

  textOf(number: number): string {
    const { buffer } = this.#characters;
    const [start, end] = [this.#startOf(number), this.#ends[number] ?? 0];
    return Buffer.from(buffer, start * 2, (end - start) * 2).toString('utf16le');
  }

  #startOf(number: number): number {
    return number === 0 ? 0 : (this.#ends[number - 1] ?? 0);
  }

  #numberOf(text: string, start: number, end: number, hash: number): number {
    const mask = this.#places.length / 2 - 1;
    let place = hash & mask;
    for (;;) {
      const number = (this.#places[place * 2 + 1] ?? 0) - 1;
      if (number < 0) break;
      if (this.#places[place * 2] === hash && this.#is(number, text, start, end)) return number;
      place = (place + 1) & mask;
    }
    this.#places[place * 2] = hash;
    this.#places[place * 2 + 1] = this.count + 1;
    this.#keep(text, start, end);
    return this.count - 1;
  }

  #is(number: number, text: string, start: number, end: number): boolean {
    const from = this.#startOf(number);
    if ((this.#ends[number] ?? 0) - from !== end - start) return false;
    for (let at = start; at < end; at += 1) {
      if (this.#characters[from + at - start] !== text.charCodeAt(at)) return false;
    }
    return true;
  }

  #keep(text: string, start: number, end: number): void {
    const number = this.count;
    const from = this.#startOf(number);
    if (from + end - start > this.#characters.length) {
      this.#characters = enlarged(this.#characters, from + end - start);
    }
    for (let at = start; at < end; at += 1) {
      this.#characters[from + at - start] = text.charCodeAt(at);
    }
    if (number === this.#ends.length) this.#ends = enlarged(this.#ends, number + 1);
    this.#ends[number] = from + end - start;
    this.count += 1;
    if (this.count * 4 > this.#places.length) this.#spread();
  }

  /** Twice the places. */
  #spread(): void {
    const old = this.#places;
    this.#places = new Int32Array(old.length * 2);
    const mask = old.length - 1;
    for (let from = 0; from < old.length; from += 2) {
      const [hash = 0, number = 0] = [old[from], old[from + 1]];
      if (number === 0) continue;
      let place = hash & mask;
      while (this.#places[place * 2 + 1] !== 0) place = (place + 1) & mask;
      this.#places[place * 2] = hash;
      this.#places[place * 2 + 1] = number;
    }
  }
}
