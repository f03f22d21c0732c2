import { facetNames } from '../../contract/answers.ts';
import { profileFields, type Profile } from './columns.ts';

/** Gives each profile a number, the same to equal ones. */
export class ProfileCollector {
  readonly #strings = new Map<string, number>([['', 0]]);
  readonly #numbers = new Map<string, number>();
  readonly #values: number[] = [];

  numberOf(profile: Profile): number {
    const values = profileFields.map((field) => this.#stringNumber(profile[field]));
    const key = values.join(' ');
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const fresh = this.#numbers.size;
    this.#numbers.set(key, fresh);
    this.#values.push(...values);
    return fresh;
  }

  /** A bit for each of `facetNames` in which two profiles differ. */
  differencesOf(one: number, other: number): number {
    const valueOf = (profile: number, field: keyof Profile): number =>
      this.#values[profile * profileFields.length + profileFields.indexOf(field)] ?? 0;
    return facetNames.reduce(
      (bits, field, at) =>
        valueOf(one, field) === valueOf(other, field) ? bits : bits | (1 << at),
      0,
    );
  }

  profileStrings(): string[] {
    return [...this.#strings.keys()];
  }

  profileValues(): Uint32Array {
    return Uint32Array.from(this.#values);
  }

  #stringNumber(text: string): number {
    const known = this.#strings.get(text);
    if (known !== undefined) return known;
    const fresh = this.#strings.size;
    this.#strings.set(text, fresh);
    return fresh;
  }
}
