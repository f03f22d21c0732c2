import {
  endsInSpacedLetter,
  evenSpaces,
  fieldNamed,
  fieldNames,
  greatestDistance,
  hasWord,
  isSpacedLetterAt,
  minuses,
  usualDistance,
} from './marks.ts';
import type { Ask } from './query.ts';

/** What stands between two spaces, or within quotation marks or brackets: a part, or an operator between parts. */
export type Piece =
  | { readonly kind: 'or' }
  | { readonly kind: 'near'; readonly distance: number }
  | { readonly kind: 'part'; readonly isUnwanted: boolean; readonly of: Ask };

const space = /\s+/y;
const piece = new RegExp(
  String.raw`(?<minus>[${minuses}]*)(?:` +
    String.raw`near\((?<near>(?:"[^"]*"|[^"()])*)\)` +
    String.raw`|(?<field>${fieldNames}):(?:"(?<quoted>[^"]*)"|(?<bare>[^\s"]+))` +
    String.raw`|"(?<phrase>[^"]*)"` +
    String.raw`|(?<word>[^\s"]+))`,
  'iy',
);
const operator = /^NEAR(?:\/(?<distance>\d{1,3}))?$/;
const nearWords = /"([^"]*)"|([^\s",]+)/g;
const nearDistance = /,\s*(\d{1,3})\s*$/;

const distanceFrom = (digits: string | undefined): number =>
  digits === undefined ? usualDistance : Math.min(Number(digits), greatestDistance);

/** What a text does that the language does not know. */
const broken = Symbol('broken');

/** Null: nothing that could be searched. */
function readNear(inside: string): Ask | typeof broken {
  const distance = nearDistance.exec(inside);
  const list = distance === null ? inside : inside.slice(0, distance.index);
  if (list.replace(/"[^"]*"/g, '').includes(',')) return broken;
  const texts: string[] = [];
  for (const [, quoted, bare = ''] of list.matchAll(nearWords)) {
    const text = quoted === undefined ? bare : evenSpaces(quoted);
    if (!hasWord(text) || (quoted === undefined && text.endsWith('*'))) return broken;
    texts.push(text);
  }
  return texts.length < 2 ? broken : { kind: 'near', texts, distance: distanceFrom(distance?.[1]) };
}

function readWord(word: string, isUnwanted: boolean): Piece | typeof broken | null {
  if (!isUnwanted) {
    if (word === 'OR') return { kind: 'or' };
    const near = operator.exec(word);
    if (near !== null) return { kind: 'near', distance: distanceFrom(near.groups?.['distance']) };
  }
  if (!hasWord(word)) return null;
  // An unfinished field, an unfinished "near(", a bracket that would be denied as a whole.
  const isUnfinished =
    (word.endsWith(':') && fieldNamed(word.slice(0, -1)) !== null) || /^near\(/i.test(word);
  if (isUnfinished || (isUnwanted && word.startsWith('('))) return broken;
  const of: Ask = /[\p{L}\p{N}]\*$/u.test(word)
    ? { kind: 'prefix', text: word.slice(0, -1) }
    : { kind: 'word', text: word };
  return { kind: 'part', isUnwanted, of };
}

function readPiece(groups: Record<string, string | undefined>): Piece | typeof broken | null {
  const { minus = '', near, field, quoted, bare, phrase, word } = groups;
  const isUnwanted = minus !== '';
  if (word !== undefined) return readWord(word, isUnwanted);
  const part = (of: Ask | typeof broken): Piece | typeof broken =>
    of === broken ? broken : { kind: 'part', isUnwanted, of };
  if (near !== undefined) return part(readNear(near));
  const name = field === undefined ? null : fieldNamed(field);
  if (name !== null) {
    const value = evenSpaces(quoted ?? bare ?? '');
    return part(hasWord(value) ? { kind: 'field', field: name, value } : broken);
  }
  const text = evenSpaces(phrase ?? '');
  return hasWord(text) ? part({ kind: 'phrase', text }) : null;
}

/**
 * The pieces of a straightened text; null where it does not follow the language: a quotation mark without its partner
 * or in the middle of a word, a field without a value, brackets that are none of `near`.
 */
export function readPieces(text: string): Piece[] | null {
  const pieces: Piece[] = [];
  let at = 0;
  for (;;) {
    space.lastIndex = at;
    if (space.test(text)) at = space.lastIndex;
    if (at === text.length) return pieces;
    piece.lastIndex = at;
    const match = piece.exec(text);
    if (match === null) return null;
    at = piece.lastIndex;
    const { word, bare } = match.groups ?? {};
    const isTorn =
      (word ?? bare) === undefined
        ? isSpacedLetterAt(text, at)
        : text[at] === '"' && endsInSpacedLetter(match[0]);
    const read = isTorn ? broken : readPiece(match.groups ?? {});
    if (read === broken) return null;
    if (read !== null) pieces.push(read);
  }
}

const fieldStart = new RegExp(`^(?:${fieldNames}):`, 'i');
const nearStart = /^near\(/i;
/** Minuses, and a bracket whose partner stands elsewhere. */
const leadingMarks = new RegExp(String.raw`^(?:[${minuses}]|\((?![^)]*\)))+`);
const trailingMarks = /\*+$|(?<=^[^()]*)\)+$/;

/** A piece without the marks of the language, so that reading it again gives plain words. */
function plainWordsOf(typed: string): string[] {
  const words: string[] = [];
  let rest = typed;
  for (;;) {
    rest = rest.replace(leadingMarks, '');
    const start = fieldStart.exec(rest)?.[0] ?? nearStart.exec(rest)?.[0];
    if (start === undefined) break;
    words.push(start.slice(0, -1).toLowerCase());
    rest = rest.slice(start.length);
  }
  while (trailingMarks.test(rest)) rest = rest.replace(trailingMarks, '');
  return [...words, rest === 'OR' || operator.test(rest) ? rest.toLowerCase() : rest];
}

/** All words of a straightened text, read without the language. */
export const readPlainWords = (text: string): string[] =>
  text
    .split(/[\s"]+/)
    .flatMap(plainWordsOf)
    .filter(hasWord);
