const romanSteps: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(value: number): string {
  if (value > 5000) return String(value);
  let rest = value;
  let text = '';
  for (const [step, digits] of romanSteps) {
    for (; rest >= step; rest -= step) text += digits;
  }
  return text;
}

/** a … z, then aa, bb, … as word processors count. */
function letters(value: number, alphabet: string): string {
  const index = (value - 1) % alphabet.length;
  const times = Math.floor((value - 1) / alphabet.length) + 1;
  return times > 20 ? String(value) : (alphabet[index] ?? '').repeat(times);
}

const latin = 'abcdefghijklmnopqrstuvwxyz';
const russian = 'абвгдежзиклмнопрстуфхцчшщэюя';
/** In the order in which lists are lettered. */
const arabicAbjad = 'أبجدهوزحطيكلمنسعفصقرشتثخذضظغ';
const arabicAlpha = 'أبتثجحخدذرزسشصضطظعغفقكلمنهوي';
const chineseDigits = '〇一二三四五六七八九';

/** Below a hundred, as lists are counted in Chinese: 十, 十一, 二十. */
function chinese(value: number): string {
  if (value > 99)
    return Array.from(String(value), (digit) => chineseDigits[Number(digit)]).join('');
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  const head = tens === 0 ? '' : `${tens === 1 ? '' : chineseDigits[tens]}十`;
  return head + (ones === 0 && tens > 0 ? '' : chineseDigits[ones]);
}

/** The format of a counter that prints its first item so, as HTML and OpenDocument name it. */
export const formatOfFirst = {
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
} as const;

/** How a list counts; the names are those of WordprocessingML (ISO/IEC 29500-1, 17.18.59). */
export function printCounter(value: number, format: string): string {
  if (value < 1) return String(value);
  switch (format) {
    case 'lowerLetter':
      return letters(value, latin);
    case 'upperLetter':
      return letters(value, latin).toUpperCase();
    case 'lowerRoman':
      return roman(value);
    case 'upperRoman':
      return roman(value).toUpperCase();
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'russianLower':
      return letters(value, russian);
    case 'russianUpper':
      return letters(value, russian).toUpperCase();
    case 'arabicAbjad':
      return letters(value, arabicAbjad);
    case 'arabicAlpha':
      return letters(value, arabicAlpha);
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'ideographDigital':
    case 'taiwaneseCounting':
      return chinese(value);
    case 'decimalEnclosedParen':
      return `(${value})`;
    case 'decimalEnclosedFullstop':
      return `${value}.`;
    case 'none':
      return '';
    default:
      return String(value);
  }
}

/** What a bullet prints as: fonts of signs have it at private places, so all but dashes become one round dot. */
export function printBullet(sign: string): string {
  const [first = ''] = sign.trim();
  if (/[\u2010-\u2015\u2212-]/.test(first)) return '\u2013';
  if (first === '\uf02d' || first === '\uf0be') return '\u2013';
  return '\u2022';
}
