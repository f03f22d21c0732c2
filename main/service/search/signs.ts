/** What stands in the square brackets of a pattern for letters, digits and marks. */
export interface Signs {
  readonly letter: string;
  readonly digit: string;
  readonly mark: string;
}

const all: Signs = {
  letter: String.raw`\p{L}`,
  digit: String.raw`\p{N}`,
  mark: String.raw`\p{M}`,
};
const plain: Signs = { letter: 'a-z', digit: '0-9', mark: '' };

// oxlint-disable-next-line no-control-regex -- the characters of ASCII are what this is about
const ascii = /^[\u0000-\u007f]*$/;

/** Whether a text has no letter but those of English. */
export const isPlain = (text: string): boolean => ascii.test(text);

/**
 * Patterns in two makes: for plain texts in small letters, which most are, and for all others. The runtime takes half
 * a millisecond to make ready each pattern that names the letters of all scripts, and a first search would wait for
 * dozens of them.
 */
export function bySigns<Patterns>(make: (signs: Signs) => Patterns): (text: string) => Patterns {
  let forPlain: Patterns | undefined;
  let forAll: Patterns | undefined;
  return (text) => (isPlain(text) ? (forPlain ??= make(plain)) : (forAll ??= make(all)));
}
