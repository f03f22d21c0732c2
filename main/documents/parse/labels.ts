/**
 * How a label counts. `closed` numbers carry a bracket (`1)`), so they may stand inside plain ones; `dash` and `bullet` do
 * not count at all. A label such as `i)` may be read in two ways, so `readings` lists both.
 */
export type Style = 'letter' | 'roman' | 'number' | 'closed' | 'decimal' | 'dash' | 'bullet';

interface Reading {
  readonly style: Style;
  /** 1 for `a)`, `i)` and `1`; 27 for `aa)`; the last part of `1.2.3`. */
  readonly value: number;
}

export interface Label {
  /** As printed: `a)`, `1`, `ii)`. */
  readonly printed: string;
  /** Without brackets and stops: `a`, `1`, `1bis`, `b-bis`; empty for a dash. */
  readonly path: string;
  readonly readings: readonly Reading[];
  /** Offset of the text behind it. */
  readonly end: number;
  /** False for a bare number without a tab behind it, which may be the first word of a sentence. */
  readonly isCertain: boolean;
}

const addition = String.raw`(?:bis|ter|quater|quinquies)`;
/** Letters and roman numbers carry a bracket: `a)`, `(a)`, `b)bis`, `abis)`, `3)`. */
const bracketed = new RegExp(
  String.raw`^(\(?)(?:([a-z]{1,5}?)|(\d{1,3}))(?:\s?(${addition}))?(\)?)(?:\s?(${addition}))?\)?(?=\s|$)`,
  'u',
);
/** `1`, `2.`, `4 bis`, `1bis.`: these may stand bare. */
const bare = new RegExp(String.raw`^(\d{1,3})(\s?${addition})?\.?(?=\s|$)`, 'u');
/** `1.2.3`, `9.8.2.1`, `A1.2`, `1.2bis`. */
const decimal = new RegExp(
  String.raw`^([A-Z]?\d{1,3}(?:\.\d{1,3}){1,7}|[A-Z]\.\d{1,3}(?:\.\d{1,3}){0,6})(${addition})?[.)]?(?=\s|$)(?!\s(?:[kMGT]?(?:Hz|bit|B|W)|dB|per|million|billion|times|k?m|%)(?!\p{L}))`,
  'u',
);
const stroke = /^(?:[-\u2010-\u2015]|[\u2022\u00b7\u25aa\u25cf\u25cb\u25e6\uf0b7]|o(?=\t))(?=\s)/u;
/** A letter with a stop: `a.`. */
const stopped = /^([a-z])\.(?=\s)/u;

/** Arabic counts its items by the old order of its letters. */
const abjad = Array.from('أبجدهوزحطيكلمنسعفصقرشتثخذضظغ');
const arabicLetter = /^(\p{Script=Arabic})(?:\u0640)?\s?\)(?=\s|$)/u;

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

/** `a` to `z` are 1 to 26, then the letter is doubled: `aa` is 27, `bb` 28. `ab` after `aa` counts on as well. */
function letterValue(letters: string): number | null {
  const first = letters.charAt(0);
  const isRepeated = letters === first.repeat(letters.length);
  return isRepeated ? (letters.length - 1) * 26 + first.charCodeAt(0) - 96 : null;
}

function letterReadings(body: string): readonly Reading[] {
  const letter = letterValue(body);
  const roman = romanValue(body);
  return [
    ...(letter === null ? [] : [{ style: 'letter', value: letter } as const]),
    ...(roman === null ? [] : [{ style: 'roman', value: roman } as const]),
    ...(/^[a-z]{2}$/.test(body) && body.startsWith('a') && body !== 'aa'
      ? [{ style: 'letter', value: 26 + body.charCodeAt(1) - 96 } as const]
      : []),
  ];
}

/** The label at the beginning of a paragraph; null where there is none. */
export function readLabel(text: string): Label | null {
  return (
    readDecimal(text) ??
    readBare(text) ??
    readBracketed(text) ??
    readArabic(text) ??
    readStroke(text) ??
    readStopped(text)
  );
}

function readDecimal(text: string): Label | null {
  const match = decimal.exec(text);
  if (match === null) return null;
  const [printed, number = '', more = ''] = match;
  const value = Number(number.split('.').at(-1));
  return {
    printed,
    path: `${number.toLowerCase()}${more}`,
    readings: [{ style: 'decimal', value }],
    end: printed.length,
    // "1.5 GHz" may begin a sentence.
    isCertain: text.charAt(printed.length) === '\t' || (number.match(/\./g) ?? []).length > 1,
  };
}

function readBare(text: string): Label | null {
  const match = bare.exec(text);
  if (match === null) return null;
  const [printed, number = '', more = ''] = match;
  return {
    printed,
    path: `${number}${more.trim()}`,
    readings: [{ style: 'number', value: Number(number) }],
    end: printed.length,
    isCertain: text.charAt(printed.length) === '\t',
  };
}

function readBracketed(text: string): Label | null {
  const match = bracketed.exec(text);
  if (match === null || !match[0].includes(')')) return null;
  const [printed, , letters, number, inside = '', , behind = ''] = match;
  const more = inside + behind;
  if (number !== undefined) {
    return {
      printed,
      path: `${number}${more}`,
      readings: [{ style: 'closed', value: Number(number) }],
      end: printed.length,
      isCertain: true,
    };
  }
  const body = letters ?? '';
  const readings = letterReadings(body);
  if (readings.length === 0) return null;
  return {
    printed,
    path: more === '' ? body : `${body}-${more}`,
    readings,
    end: printed.length,
    isCertain: true,
  };
}

function readStroke(text: string): Label | null {
  const printed = stroke.exec(text)?.[0];
  if (printed === undefined) return null;
  const style = /^[-\u2010-\u2015]/.test(printed) ? 'dash' : 'bullet';
  return {
    printed,
    path: '',
    readings: [{ style, value: 1 }],
    end: printed.length,
    isCertain: true,
  };
}

function readArabic(text: string): Label | null {
  const [printed, letter = ''] = arabicLetter.exec(text) ?? [];
  const value = abjad.indexOf(letter === 'ا' ? 'أ' : letter) + 1;
  if (printed === undefined || value === 0) return null;
  return {
    printed,
    path: letter,
    readings: [{ style: 'letter', value }],
    end: printed.length,
    isCertain: true,
  };
}

function readStopped(text: string): Label | null {
  const [printed, letter = ''] = stopped.exec(text) ?? [];
  if (printed === undefined) return null;
  return {
    printed,
    path: letter,
    readings: letterReadings(letter),
    end: printed.length,
    isCertain: text.charAt(printed.length) === '\t',
  };
}
