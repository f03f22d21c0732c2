import { enlarged } from './enlarged.ts';
import type { KeptTexts } from './kept-texts.ts';
import type { Connection } from './opening.ts';

/**
 * Texts take most of a library's room, and most of them are the same few thousand words. In a compiled library each text
 * is bytes in which a frequent word, with the space before it, is one byte or two: a place in the library's dictionary.
 *
 * | first byte            | stands for                                                            |
 * | --------------------- | --------------------------------------------------------------------- |
 * | 00 to 7f              | itself, as in ASCII                                                   |
 * | 80 to bf              | with the byte after it, one of 16384 words                            |
 * | c2 to f4              | begins a character of UTF-8, which goes on as it does there           |
 * | c0, c1, f5 to ff      | one of the 13 most frequent words; none of them can begin a character |
 *
 * A growing library keeps its texts as they are.
 */
const shortCodes = [0xc0, 0xc1, 0xf5, 0xf6, 0xf7, 0xf8, 0xf9, 0xfa, 0xfb, 0xfc, 0xfd, 0xfe, 0xff];
const mostWords = shortCodes.length + 0x40 * 0x100;

/** By each first byte that is a short code, its place in the dictionary; else -1. */
const placeOfShort = new Int8Array(256).fill(-1);
for (const [place, code] of shortCodes.entries()) placeOfShort[code] = place;

const fewestTimes = 3;
/** Most pieces stand once, and what they hold says little of which words are frequent. */
const fewestPieces = 2;

/** A word with the space before it, or anything else alone. */
const words = / ?[\p{L}\p{N}]+|[^]/gu;

/** A text as it is stored. */
export type StoredText = string | Buffer;

/** Bytes that a word and how often it stands save, about. */
const savedBy = ([piece, count]: readonly [string, number]): number =>
  count * (Buffer.byteLength(piece) - 2);

const isPlain = /^ ?[A-Za-z0-9]+$/;

const wordsOf = (text: string): readonly string[] =>
  isPlain.test(text) ? [text] : (text.match(words) ?? []);

/** How often each piece stands at the beginning of a text, and how often after a space. */
interface Times {
  readonly first: Uint32Array;
  readonly later: Uint32Array;
}

function countPieces(texts: KeptTexts, rows: readonly number[]): Times {
  const first = new Uint32Array(texts.pieces.count);
  const later = new Uint32Array(texts.pieces.count);
  for (const row of rows) {
    const numbers = texts.of(row);
    for (let at = 0; at < numbers.length; at += 1) {
      const times = at === 0 ? first : later;
      const number = numbers[at] ?? 0;
      times[number] = (times[number] ?? 0) + 1;
    }
  }
  return { first, later };
}

/** The words by which most is saved, most frequent first. */
function chooseWords({ pieces }: KeptTexts, { first, later }: Times): string[] {
  const counts = new Map<string, number>();
  const count = (text: string, times: number): void => {
    for (const word of wordsOf(text))
      if (word.length > 2) counts.set(word, (counts.get(word) ?? 0) + times);
  };
  for (let number = 0; number < pieces.count; number += 1) {
    const [atFirst = 0, afterSpace = 0] = [first[number], later[number]];
    if (atFirst + afterSpace < fewestPieces) continue;
    const piece = pieces.textOf(number);
    if (atFirst > 0) count(piece, atFirst);
    if (afterSpace > 0) count(` ${piece}`, afterSpace);
  }
  const chosen = [...counts]
    .filter(([, times]) => times >= fewestTimes)
    .toSorted((a, b) => savedBy(b) - savedBy(a) || (a[0] < b[0] ? -1 : 1))
    .slice(0, mostWords);
  return chosen
    .toSorted(([a, inA], [b, inB]) => inB - inA || (a < b ? -1 : 1))
    .map(([word]) => word);
}

const none = new Uint8Array(0);

function codeOf(place: number): Buffer {
  const short = shortCodes[place];
  const rest = place - shortCodes.length;
  return Buffer.from(short === undefined ? [0x80 | (rest >>> 8), rest & 0xff] : [short]);
}

/** Prepares coding texts with a dictionary. What is answered is overwritten by the next text. */
function createEncoder(
  { pieces }: KeptTexts,
  { later }: Times,
  dictionary: readonly string[],
): (numbers: Uint32Array) => Uint8Array {
  const codes = new Map(dictionary.map((word, place) => [word, codeOf(place)]));
  const encodeWord = (word: string): Uint8Array => codes.get(word) ?? Buffer.from(word);
  const encode = (text: string): Uint8Array => {
    const [word = '', ...others] = wordsOf(text);
    if (others.length === 0) return encodeWord(word);
    return Buffer.concat([word, ...others].map(encodeWord));
  };
  // Of every piece that stands after a space, its bytes with that space.
  const ends = new Uint32Array(pieces.count + 1);
  let bytes = new Uint8Array(1 << 16);
  for (let number = 0; number < pieces.count; number += 1) {
    const start = ends[number] ?? 0;
    const coded = later[number] === 0 ? none : encode(` ${pieces.textOf(number)}`);
    if (start + coded.length > bytes.length) bytes = enlarged(bytes, start + coded.length);
    bytes.set(coded, start);
    ends[number + 1] = start + coded.length;
  }

  let room = new Uint8Array(4096);
  return (numbers) => {
    const [first] = numbers;
    const beginning = first === undefined ? none : encode(pieces.textOf(first));
    let length = beginning.length;
    if (length > room.length) room = enlarged(room, length);
    room.set(beginning);
    for (let at = 1; at < numbers.length; at += 1) {
      const number = numbers[at] ?? 0;
      const end = ends[number + 1] ?? 0;
      const start = ends[number] ?? 0;
      if (length + end - start > room.length) room = enlarged(room, length + end - start);
      for (let from = start; from < end; from += 1) {
        room[length] = bytes[from] ?? 0;
        length += 1;
      }
    }
    return room.subarray(0, length);
  };
}

/** Prepares reading coded texts. Throws a SyntaxError where bytes are no text: the library is damaged. */
function createDecoder(wordAt: (place: number) => string): (bytes: Buffer) => string {
  return (bytes) => {
    let text = '';
    for (let at = 0; at < bytes.length;) {
      const byte = bytes[at] ?? 0;
      const short = placeOfShort[byte] ?? -1;
      if (short >= 0) {
        text += wordAt(short);
        at += 1;
      } else if (byte >= 0x80 && byte < 0xc0) {
        text += wordAt(shortCodes.length + ((byte & 0x3f) << 8) + (bytes[at + 1] ?? 0));
        at += 2;
      } else {
        const length = byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
        text += length === 1 ? String.fromCharCode(byte) : bytes.toString('utf8', at, at + length);
        at += length;
      }
    }
    return text;
  };
}

/** Codes the texts of all provisions of a library in the making. */
export function codeTexts(connection: Connection, texts: KeptTexts): void {
  const rows = connection
    .prepare<[], number>('SELECT id FROM provisions ORDER BY id')
    .pluck()
    .all();
  const times = countPieces(texts, rows);
  const dictionary = chooseWords(texts, times);
  const encode = createEncoder(texts, times, dictionary);
  connection
    .prepare<[string, Buffer]>('INSERT INTO columns (name, part, data) VALUES (?, 0, ?)')
    .run(nameOfDictionary, bytesOfDictionary(dictionary));
  const write = connection.prepare<[Uint8Array, number]>(
    'UPDATE provisions SET text = ? WHERE id = ?',
  );
  for (const row of rows) write.run(encode(texts.of(row)), row);
}

const nameOfDictionary = 'dictionary';

/** How many words there are, where each ends, in four bytes each, and the words one after the other. */
function bytesOfDictionary(dictionary: readonly string[]): Buffer {
  const numbers = new Uint32Array(1 + dictionary.length);
  numbers[0] = dictionary.length;
  let end = 0;
  for (const [place, word] of dictionary.entries()) {
    end += Buffer.byteLength(word);
    numbers[1 + place] = end;
  }
  return Buffer.concat([Buffer.from(numbers.buffer), Buffer.from(dictionary.join(''))]);
}

/** Gives the words of a dictionary by their places. Each is read when it is first needed: a page of texts has a few. */
function wordsOfDictionary(bytes: Buffer | undefined): (place: number) => string {
  const count = bytes === undefined || bytes.length < 4 ? 0 : bytes.readUInt32LE();
  const start = 4 + count * 4;
  const known: (string | undefined)[] = [];
  return (place) => {
    const before = known[place];
    if (before !== undefined) return before;
    if (bytes === undefined || place >= count || start > bytes.length)
      throw new SyntaxError('A text holds a word that is not known.');
    const from = place === 0 ? 0 : bytes.readUInt32LE(place * 4);
    const word = bytes.toString('utf8', start + from, start + bytes.readUInt32LE(4 + place * 4));
    known[place] = word;
    return word;
  };
}

/** Reads texts as they are stored; the dictionary is asked for when it is first needed. */
export type ReadText = (stored: StoredText) => string;

const readers = new WeakMap<Connection, ReadText>();

/** The way to read the texts of a library, the same for everybody who reads it. */
export function textReader(connection: Connection): ReadText {
  const known = readers.get(connection);
  if (known !== undefined) return known;
  let decode: ((bytes: Buffer) => string) | null = null;
  const read: ReadText = (stored) => {
    if (typeof stored === 'string') return stored;
    decode ??= createDecoder(
      wordsOfDictionary(
        connection
          .prepare<[string], Buffer>('SELECT data FROM columns WHERE name = ? AND part = 0')
          .pluck()
          .get(nameOfDictionary),
      ),
    );
    return decode(stored);
  };
  readers.set(connection, read);
  return read;
}
