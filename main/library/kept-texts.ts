import { enlarged } from './enlarged.ts';
import { Pieces } from './pieces.ts';

/**
 * The texts of provisions as the numbers of their pieces, while a library is written: weighed, compared and coded one
 * after the other, each is read once. A number takes four bytes, and most pieces more.
 */
export class KeptTexts {
  readonly pieces = new Pieces();
  #numbers = new Uint32Array(1 << 16);
  #length = 0;
  /** By row, where the numbers begin and how many they are. */
  #starts = new Uint32Array(1 << 10);
  #lengths = new Uint32Array(1 << 10);

  /** Keeps the text of the provision of a row. */
  keep(row: number, numbers: Uint32Array): void {
    if (this.#length + numbers.length > this.#numbers.length) {
      this.#numbers = enlarged(this.#numbers, this.#length + numbers.length);
    }
    if (row >= this.#starts.length) {
      this.#starts = enlarged(this.#starts, row + 1);
      this.#lengths = enlarged(this.#lengths, row + 1);
    }
    this.#numbers.set(numbers, this.#length);
    this.#starts[row] = this.#length;
    this.#lengths[row] = numbers.length;
    this.#length += numbers.length;
  }

  /** The numbers of the pieces of a provision's text. */
  of(row: number): Uint32Array {
    const start = this.#starts[row] ?? 0;
    return this.#numbers.subarray(start, start + (this.#lengths[row] ?? 0));
  }
}
