import type { Connection } from '../opening.ts';

/** How many numbers of a column stand in one blob, as a power of two. */
const bitsOfPart = 12;
const sizeOfPart = 1 << bitsOfPart;

export type Numbers = Uint16Array | Uint32Array;

export type WritePart = (name: string, part: number, numbers: Numbers) => void;
export type ReadPart = (name: string, part: number) => Buffer;

/** Throws a SyntaxError where there is none: the library is damaged. */
export function partReader(connection: Connection): ReadPart {
  const read = connection
    .prepare<[string, number], Buffer>('SELECT data FROM columns WHERE name = ? AND part = ?')
    .pluck();
  return (name, part) => {
    const bytes = read.get(name, part);
    if (bytes === undefined) throw new SyntaxError(`There is no column ${name}.`);
    return bytes;
  };
}

const damaged = (name: string): SyntaxError =>
  new SyntaxError(`The column ${name} is not as long as it says.`);

/** Numbers must stand at a multiple of their length, where a large blob stands anyway. */
const aligned = (bytes: Buffer): Uint8Array =>
  bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes);

/** The numbers of a blob, of four bytes each. */
export function wholeNumbers(name: string, bytes: Buffer): Uint32Array {
  const { buffer, byteOffset, byteLength } = aligned(bytes);
  if (byteLength % 4 !== 0) throw damaged(name);
  return new Uint32Array(buffer, byteOffset, byteLength / 4);
}

/** So many numbers, of two bytes or four. */
function countedNumbers(name: string, bytes: Buffer, count: number): Numbers {
  if (bytes.length === count * 4) return wholeNumbers(name, bytes);
  if (bytes.length !== count * 2) throw damaged(name);
  const { buffer, byteOffset } = aligned(bytes);
  return new Uint16Array(buffer, byteOffset, count);
}

/** Writes a column. */
export function writeParts(name: string, numbers: Uint32Array, write: WritePart): void {
  const areShort = numbers.every((number) => number < 2 ** 16);
  const all = areShort ? Uint16Array.from(numbers) : numbers;
  for (let from = 0; from < all.length; from += sizeOfPart)
    write(name, from / sizeOfPart, all.subarray(from, from + sizeOfPart));
}

/** Numbers one after the other, read part by part when one of them is first asked for. */
export interface Column {
  readonly length: number;
  /** The number at a place, from 0; 0 where there is none. */
  at(place: number): number;
  /** All numbers, of which only those around a place, its part, can be relied on. */
  around(place: number): Numbers;
  /** All numbers. Pauses after each part. */
  all(): Generator<void, Numbers>;
}

export function openColumn(name: string, length: number, read: ReadPart): Column {
  const isRead = new Uint8Array(Math.ceil(length / sizeOfPart));
  let numbers: Numbers = new Uint16Array();
  const readPart = (part: number): void => {
    const from = part * sizeOfPart;
    const here = countedNumbers(name, read(name, part), Math.min(sizeOfPart, length - from));
    // The parts of a column are alike: the first that is read tells what all are.
    if (numbers.length === 0)
      numbers = here instanceof Uint16Array ? new Uint16Array(length) : new Uint32Array(length);
    if (numbers.BYTES_PER_ELEMENT !== here.BYTES_PER_ELEMENT) throw damaged(name);
    numbers.set(here, from);
    isRead[part] = 1;
  };
  const around = (place: number): Numbers => {
    if (isRead[place >>> bitsOfPart] === 0) readPart(place >>> bitsOfPart);
    return numbers;
  };
  return {
    length,
    at: (place) => around(place)[place] ?? 0,
    around,
    *all() {
      for (let place = 0; place < length; place += sizeOfPart) {
        around(place);
        yield;
      }
      return numbers;
    },
  };
}
