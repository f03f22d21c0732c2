import type { Warning } from '../../contract/document.ts';

/** How many warnings a document keeps; a hostile text could ask for millions. */
const mostWarnings = 500;

/** Collects warnings in the order of their lines, and says so when there were too many to keep. */
export class Warnings {
  readonly #kept: Warning[] = [];
  #dropped = 0;

  add(code: string, message: string, line: number | null): void {
    if (this.#kept.length < mostWarnings) this.#kept.push({ code, message, line });
    else this.#dropped += 1;
  }

  /** By line; those without a line come first. */
  list(): readonly Warning[] {
    const sorted = this.#kept.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
    return this.#dropped === 0
      ? sorted
      : [
          ...sorted,
          {
            code: 'more-warnings',
            message: `${this.#dropped} more warnings are not listed.`,
            line: null,
          },
        ];
  }
}
