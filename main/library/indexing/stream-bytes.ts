import { enlarged } from '../enlarged.ts';
import type { Numbered } from './numbered.ts';

const space = 0x20;

/** Writes rows of numbered texts as UTF-8, a space between two; each text is made bytes once. */
export class StreamBytes {
  readonly #texts: Numbered;
  /** The texts one after the other, and where each ends; of so many so far. */
  #bytes = new Uint8Array(1 << 16);
  #ends = new Uint32Array(1 << 12);
  #count = 0;
  #room = new Uint8Array(1 << 12);
  #length = 0;

  constructor(texts: Numbered) {
    this.#texts = texts;
  }

  /** What was written so far may be overwritten. */
  startOver(): void {
    this.#length = 0;
  }

  /** The first `count` of these numbers as a row. */
  rowOf(numbers: Uint32Array, count: number): Uint8Array {
    this.#catchUp();
    const begun = this.#length;
    for (let at = 0; at < count; at += 1) {
      const number = numbers[at] ?? 0;
      const start = this.#startOf(number);
      const end = this.#ends[number] ?? 0;
      // A row that was written before keeps the smaller room.
      if (this.#length + end - start + 1 > this.#room.length) {
        this.#room = enlarged(this.#room, this.#length + end - start + 1);
      }
      if (at > 0) {
        this.#room[this.#length] = space;
        this.#length += 1;
      }
      for (let from = start; from < end; from += 1) {
        this.#room[this.#length] = this.#bytes[from] ?? 0;
        this.#length += 1;
      }
    }
    return this.#room.subarray(begun, this.#length);
  }

  #startOf(number: number): number {
    return number === 0 ? 0 : (this.#ends[number - 1] ?? 0);
  }

  #catchUp(): void {
    for (; this.#count < this.#texts.count; this.#count += 1) {
      const bytes = Buffer.from(this.#texts.textOf(this.#count));
      const end = this.#startOf(this.#count) + bytes.length;
      if (end > this.#bytes.length) this.#bytes = enlarged(this.#bytes, end);
      this.#bytes.set(bytes, end - bytes.length);
      if (this.#count === this.#ends.length) this.#ends = enlarged(this.#ends, this.#count + 1);
      this.#ends[this.#count] = end;
    }
  }
}
