/** How a label counts. A label such as `i)` may be read in two ways, so `readings` lists both. */
export type Style = 'letter' | 'roman' | 'number';

interface Reading {
  readonly style: Style;
  /** 1 for `a)`, `i)` and `1`; 27 for `aa)`. */
  readonly value: number;
}

export interface Label {
  /** As printed: `a)`, `1`, `ii)`. */
  readonly printed: string;
  /** Without brackets and stops: `a`, `1`, `1bis`, `b-bis`. */
  readonly path: string;
  readonly readings: readonly Reading[];
  /** Offset of the text behind it. */
  readonly end: number;
}

const suffix = String.raw`(?:\s?(?:bis|ter|quater))?`;
/**
 * Letters and roman numbers carry a bracket. Numbers may stand bare, and then a tab, or the order in which
 * they come, tells a label from the first word of a sentence.
 */
const bracketed = new RegExp(
  String.raw`^(\(?)([a-z]{1,5}|\d{1,3})(\)?)(${suffix})\)?(?=\s|$)`,
  'u',
);
const bare = new RegExp(String.raw`^(\d{1,3})(${suffix})\.?(?=\s|$)`, 'u');

const romanDigits = new Map([
  ['i', 1],
  ['v', 5],
  ['x', 10],
  ['l', 50],
  ['c', 100],
]);

/** The value of a lower-case roman number, null for letters that are none ("iiii", "vx"). */
function romanValue(letters: string): number | null {
  if (!/^(?:c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/.test(letters)) return null;
  const values = Array.from(letters, (letter) => romanDigits.get(letter) ?? 0);
  return values.reduce(
    (sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value),
    0,
  );
}

/** `a` to `z` are 1 to 26, then the letter is doubled: `aa` is 27, `bb` 28. */
function letterValue(letters: string): number | null {
  const first = letters.charAt(0);
  const isRepeated = letters === first.repeat(letters.length);
  return isRepeated ? (letters.length - 1) * 26 + first.charCodeAt(0) - 96 : null;
}

function readingsOf(body: string): readonly Reading[] {
  if (/^\d/.test(body)) return [{ style: 'number', value: Number(body) }];
  const letter = letterValue(body);
  const roman = romanValue(body);
  return [
    ...(letter === null ? [] : [{ style: 'letter', value: letter } as const]),
    ...(roman === null ? [] : [{ style: 'roman', value: roman } as const]),
  ];
}

/**
 * The label at the beginning of a paragraph; null where there is none. `isCertain` is false for a bare number
 * without a tab behind it, which may be the first word of a sentence.
 */
export function readLabel(text: string): (Label & { readonly isCertain: boolean }) | null {
  const plain = bare.exec(text);
  const match = plain ?? bracketed.exec(text);
  if (match === null) return null;
  const printed = match[0];
  const isClosed = printed.includes(')');
  if (plain === null && !isClosed) return null;
  const [body = '', addition = ''] = plain === null ? [match[2], match[4]] : [match[1], match[2]];
  const readings = readingsOf(body);
  if (readings.length === 0) return null;
  const end = printed.length;
  const joint = addition === '' || /^\d/.test(body) ? '' : '-';
  return {
    printed,
    path: `${body}${joint}${addition.trim()}`,
    readings,
    end,
    isCertain: plain === null || text.charAt(end) === '\t',
  };
}
