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

/** Texts that are looked at for frequent words; in a larger library every so-manieth is. */
const mostSampled = 40_000;
const fewestTimes = 3;

/** A word with the space before it, or anything else alone. */
const pieces = / ?[\p{L}\p{N}]+|[^]/gu;

/** A text as it is stored. */
export type StoredText = string | Buffer;

/** Bytes that a word and how often it stands save, about. */
const savedBy = ([piece, count]: readonly [string, number]): number =>
  count * (Buffer.byteLength(piece) - 2);

/** The words by which most is saved, most frequent first. */
function chooseWords(texts: Iterable<string>): string[] {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const piece of text.match(pieces) ?? [])
      if (piece.length > 2) counts.set(piece, (counts.get(piece) ?? 0) + 1);
  const chosen = [...counts]
    .filter(([, count]) => count >= fewestTimes)
    .toSorted((a, b) => savedBy(b) - savedBy(a) || (a[0] < b[0] ? -1 : 1))
    .slice(0, mostWords);
  return chosen
    .toSorted(([a, inA], [b, inB]) => inB - inA || (a < b ? -1 : 1))
    .map(([piece]) => piece);
}

/** Prepares coding texts with a dictionary. */
function createEncoder(words: readonly string[]): (text: string) => Buffer {
  const places = new Map(words.map((word, place) => [word, place]));
  let room = Buffer.alloc(4096);
  return (text) => {
    // No character takes more than three bytes for each of its UTF-16 units.
    if (room.length < text.length * 3) room = Buffer.alloc(text.length * 3);
    let at = 0;
    for (const piece of text.match(pieces) ?? []) {
      const place = piece.length > 2 ? places.get(piece) : undefined;
      if (place === undefined) {
        at += room.write(piece, at);
      } else if (place < shortCodes.length) {
        room[at] = shortCodes[place] ?? 0;
        at += 1;
      } else {
        const rest = place - shortCodes.length;
        room[at] = 0x80 | (rest >>> 8);
        room[at + 1] = rest & 0xff;
        at += 2;
      }
    }
    return Buffer.from(room.subarray(0, at));
  };
}

/** Prepares reading coded texts. Throws a SyntaxError where bytes are no text: the library is damaged. */
function createDecoder(words: readonly string[]): (bytes: Buffer) => string {
  const wordAt = (place: number): string => {
    const word = words[place];
    if (word === undefined) throw new SyntaxError('A text holds a word that is not known.');
    return word;
  };
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
export function codeTexts(connection: Connection): void {
  const { count = 0 } =
    connection.prepare<[], { count: number }>('SELECT count(*) AS count FROM provisions').get() ??
    {};
  const step = Math.ceil(count / mostSampled) || 1;
  const sample = connection
    .prepare<[number], string>('SELECT text FROM provisions WHERE id % ? = 0 ORDER BY id')
    .pluck()
    .iterate(step);
  const words = chooseWords(sample);
  const encode = createEncoder(words);
  connection
    .prepare<[string, string]>('INSERT INTO columns (name, data) VALUES (?, CAST(? AS BLOB))')
    .run(nameOfDictionary, JSON.stringify(words));
  const read = connection
    .prepare<[number], string>('SELECT text FROM provisions WHERE id = ?')
    .pluck();
  const write = connection.prepare<[Buffer, number]>('UPDATE provisions SET text = ? WHERE id = ?');
  const ids = connection.prepare<[], number>('SELECT id FROM provisions ORDER BY id').pluck().all();
  for (const id of ids) write.run(encode(read.get(id) ?? ''), id);
}

const nameOfDictionary = 'dictionary';

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
      JSON.parse(
        connection
          .prepare<[string], string>('SELECT CAST(data AS TEXT) FROM columns WHERE name = ?')
          .pluck()
          .get(nameOfDictionary) ?? '',
      ) as string[],
    );
    return decode(stored);
  };
  readers.set(connection, read);
  return read;
}
