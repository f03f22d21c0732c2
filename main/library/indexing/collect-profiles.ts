import { facetNames } from '../../contract/answers.ts';
import { editionFields, sectionFields, setFields, type Profile } from './columns.ts';

/** Gives different rows of numbers a number each, the same to equal ones. */
class RowNumbers {
  readonly #numbers = new Map<string, number>();
  readonly #rows: (readonly number[])[] = [];

  numberOf(row: readonly number[]): number {
    const key = row.join(' ');
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const fresh = this.#rows.length;
    this.#numbers.set(key, fresh);
    this.#rows.push(row);
    return fresh;
  }

  /** All rows one after the other, of each so many of its numbers. */
  values(from = 0, to = Infinity): Uint32Array {
    return Uint32Array.from(this.#rows.flatMap((row) => row.slice(from, to)));
  }
}

const allFields = [...editionFields, ...sectionFields, 'place'] as const;

/** Gives each profile a number, the same to equal ones. */
export class ProfileCollector {
  readonly #strings = new Map<string, number>([['', 0]]);
  readonly #editions = new RowNumbers();
  readonly #sections = new RowNumbers();
  readonly #profiles = new RowNumbers();
  /** What each says in the fields that are counted. */
  readonly #counted: (readonly number[])[] = [];
  #last: { readonly profile: Profile; readonly number: number } | null = null;

  numberOf(profile: Profile): number {
    const last = this.#last;
    // Entries of a section come one after the other.
    if (last !== null && allFields.every((field) => last.profile[field] === profile[field]))
      return last.number;
    const number = this.#numberOf(profile);
    this.#last = { profile, number };
    return number;
  }

  /** A bit for each of `facetNames` in which two profiles differ. */
  differencesOf(one: number, other: number): number {
    return facetNames.reduce(
      (bits, _name, field) =>
        this.#valueOf(one, field) === this.#valueOf(other, field) ? bits : bits | (1 << field),
      0,
    );
  }

  /** To which sums a profile adds, counted in the fields that have a bit; `isOne`: with one value of one field. */
  sumsOf(profile: number, fields: number): { readonly sums: number[]; readonly isOne: boolean } {
    const counted = facetNames.flatMap((name, field) =>
      (fields & (1 << field)) === 0 ? [] : [{ name, field }],
    );
    const [only, ...others] = counted;
    return {
      sums: counted.map(({ field }) => field * this.#strings.size + this.#valueOf(profile, field)),
      isOne: only !== undefined && others.length === 0 && !setFields.has(only.name),
    };
  }

  /** The sum after all others, of what is not counted. */
  noSum(): number {
    return facetNames.length * this.#strings.size;
  }

  columns() {
    return {
      profileStrings: [...this.#strings.keys()],
      profileValues: this.#profiles.values(0, 2),
      profilePlaces: this.#profiles.values(2),
      editionValues: this.#editions.values(),
      sectionValues: this.#sections.values(),
    };
  }

  #numberOf(profile: Profile): number {
    const stringOf = (field: keyof Profile): number => this.#stringNumber(profile[field]);
    const number = this.#profiles.numberOf([
      this.#editions.numberOf(editionFields.map(stringOf)),
      this.#sections.numberOf(sectionFields.map(stringOf)),
      stringOf('place'),
    ]);
    if (number === this.#counted.length) this.#counted.push(facetNames.map(stringOf));
    return number;
  }

  #valueOf(profile: number, field: number): number {
    return this.#counted[profile]?.[field] ?? 0;
  }

  #stringNumber(text: string): number {
    const known = this.#strings.get(text);
    if (known !== undefined) return known;
    const fresh = this.#strings.size;
    this.#strings.set(text, fresh);
    return fresh;
  }
}
