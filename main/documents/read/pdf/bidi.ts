/** Hebrew and Arabic with their presentation forms, without the digits, which run from left to right. */
const rightToLeft = /[\u0590-\u065f\u066a-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;

export const isRightToLeft = (text: string): boolean =>
  text.charCodeAt(0) >= 0x590 && rightToLeft.test(text);

/** Whether a character code is of a right-to-left script; the same test, for one code at a time. */
export const isRightToLeftCode = (code: number): boolean =>
  (code >= 0x590 &&
    code <= 0x8ff &&
    !(code >= 0x660 && code <= 0x669) &&
    !(code >= 0x6f0 && code <= 0x6f9)) ||
  (code >= 0xfb1d && code <= 0xfdff) ||
  (code >= 0xfe70 && code <= 0xfefc);

const digit = /\p{Nd}/u;
const letter = /\p{L}/u;
const inNumber = /^[.,:/٫٬]$/u;

type Kind = 'right' | 'left' | 'digit' | 'other';

const kindOf = (text: string): Kind => {
  if (isRightToLeft(text)) return 'right';
  if (digit.test(text)) return 'digit';
  return letter.test(text) ? 'left' : 'other';
};

/**
 * The reading order of signs given as they stand on the page, from left to right: the Unicode bidirectional algorithm
 * backwards, as far as plain texts need it. `isRtl` is the direction of the paragraph.
 */
export function readingOrder(signs: readonly string[], isRtl: boolean): string {
  const kinds = signs.map(kindOf);
  const pieces: string[] = [];
  let at = 0;
  while (at < signs.length) {
    const end = isRtl ? endOfForeign(signs, kinds, at) : endOfRight(kinds, at);
    if (isRtl) pieces.push(signs.slice(at, end).join(''));
    else pieces.push(signs.slice(at, end).toReversed().join(''));
    at = end;
  }
  return isRtl ? withRightBrackets(pieces.toReversed().join('')) : pieces.join('');
}

/** In a right-to-left text: the end of the words or number that begin here; one sign where none does. */
function endOfForeign(signs: readonly string[], kinds: readonly Kind[], start: number): number {
  const kind = kinds[start];
  if (kind !== 'left' && kind !== 'digit') return start + 1;
  let end = start + 1;
  let hasLetter = kind === 'left';
  // The end of the number, for a run of digits that turns out to have no letter beside it.
  let endOfNumber = start + 1;
  let isNumber = kind === 'digit';
  for (let at = start + 1; at < signs.length && kinds[at] !== 'right'; at += 1) {
    if (kinds[at] === 'left') hasLetter = true;
    if (kinds[at] === 'left' || kinds[at] === 'digit') end = at + 1;
    if (!isNumber) continue;
    if (kinds[at] === 'digit') endOfNumber = at + 1;
    else isNumber = inNumber.test(signs[at] ?? '') && kinds[at + 1] === 'digit';
  }
  return hasLetter ? end : endOfNumber;
}

/** In a left-to-right text: the end of the right-to-left words that begin here. */
function endOfRight(kinds: readonly Kind[], start: number): number {
  if (kinds[start] !== 'right') return start + 1;
  let end = start + 1;
  for (let at = start + 1; at < kinds.length; at += 1) {
    if (kinds[at] === 'right') end = at + 1;
    else if (kinds[at] !== 'other') break;
  }
  return end;
}

const opening = new Map([
  [')', '('],
  [']', '['],
]);
const closing = new Map([
  ['(', ')'],
  ['[', ']'],
]);
const letterLabel = /^\p{L}\p{M}?\s?[()](?=\s|$)/u;

/**
 * Brackets of right-to-left text as they are meant: producers name them by their meaning or by their look, even both in
 * one line. What stands behind a space opens, what stands before one closes.
 */
export function withRightBrackets(text: string): string {
  const labelled = text.replace(letterLabel, (label) => `${label.slice(0, -1)})`);
  return labelled.replaceAll(/[()[\]]/g, (mark, at: number) => {
    const isAfterSpace = at === 0 || /[\s(]/.test(labelled[at - 1] ?? '');
    const isBeforeSpace = at + 1 === labelled.length || /[\s.,;:،؛]/.test(labelled[at + 1] ?? '');
    if (isAfterSpace === isBeforeSpace) return mark;
    return (isAfterSpace ? opening : closing).get(mark) ?? mark;
  });
}
