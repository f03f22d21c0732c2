/** Gives each text a number from 0, the same to equal ones. */
export class Numbered {
  readonly #numbers = new Map<string, number>();
  readonly #texts: string[] = [];

  get count(): number {
    return this.#texts.length;
  }

  numberOf(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const fresh = this.#texts.length;
    this.#numbers.set(text, fresh);
    this.#texts.push(text);
    return fresh;
  }

  textOf(number: number): string {
    return this.#texts[number] ?? '';
  }

  /** All numbers in the order of their texts. */
  inOrder(): number[] {
    return this.#texts.toSorted().map((text) => this.#numbers.get(text) ?? 0);
  }
}
