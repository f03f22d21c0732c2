import { inflateSync, Inflate } from 'fflate';
import { crc32 } from './crc32.ts';
import type { ReadLimits } from './limits.ts';
import { Refusal } from './refusal.ts';

interface Entry {
  readonly packedSize: number;
  readonly size: number;
  readonly crc: number;
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly headerAt: number;
}

/** An archive whose directory has been read and found harmless; nothing is unpacked before it is asked for. */
export interface Archive {
  readonly names: readonly string[];
  has(name: string): boolean;
  /** The unpacked bytes of an entry, checked against its size and checksum; null where there is no such entry. */
  unpack(name: string): Uint8Array | null;
}

const damaged = (what: string): Refusal =>
  new Refusal('damaged', `is damaged: ${what}. Get a fresh copy of the file`);
const hostile = (what: string): Refusal =>
  new Refusal('archive-hostile', `is not opened, since its archive is built to do harm: ${what}`);

/** Shown in a message: an entry's name is the file's own, so it may hold anything. */
const shown = (name: string): string =>
  `"${name.slice(0, 100).replaceAll(/[^\p{L}\p{N}\p{P} ]/gu, '?')}"`;

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const headerMark = 0x04034b50;
const endSize = 22;

/** The end record stands last, behind it at most a comment of 65 535 bytes. -1: it is not there. */
function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - endSize - 0xffff);
  for (let at = view.byteLength - endSize; at >= first; at -= 1) {
    if (view.getUint32(at, true) === endMark) return at;
  }
  return -1;
}

/** Where sizes do not fit 32 bits, they stand in an extra field, in this order, each only if it did not fit. */
function wideSizes(
  view: DataView,
  from: number,
  until: number,
  narrow: readonly number[],
): number[] {
  const sizes = [...narrow];
  if (!narrow.includes(0xffffffff)) return sizes;
  for (let at = from; at + 4 <= until;) {
    const length = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 1) {
      let field = at + 4;
      for (const [index, size] of narrow.entries()) {
        if (size !== 0xffffffff || field + 8 > until) continue;
        sizes[index] = Number(view.getBigUint64(field, true));
        field += 8;
      }
    }
    at += 4 + length;
  }
  return sizes;
}

function readDirectory(view: DataView, bytes: Uint8Array, limits: ReadLimits): Map<string, Entry> {
  const end = findEnd(view);
  if (end === -1) {
    throw new Refusal(
      'truncated',
      'ends too early: the directory at the end of its archive is missing. Get a fresh copy of the file',
    );
  }
  const count = view.getUint16(end + 10, true);
  if (count > limits.maxEntries) throw hostile(`it holds more than ${limits.maxEntries} entries`);
  let at = view.getUint32(end + 16, true);
  const decoder = new TextDecoder();
  const entries = new Map<string, Entry>();
  let unpacked = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== entryMark) {
      throw damaged('the directory of its archive cannot be read');
    }
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const nameAt = at + 46;
    const extraAt = nameAt + nameLength;
    const next = extraAt + extraLength + view.getUint16(at + 32, true);
    if (next > end) throw damaged('the directory of its archive cannot be read');
    const name = decoder.decode(bytes.subarray(nameAt, extraAt)).replaceAll('\\', '/');
    checkName(name);
    const [size = 0, packedSize = 0, headerAt = 0] = wideSizes(
      view,
      extraAt,
      extraAt + extraLength,
      [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)],
    );
    unpacked += size;
    if (size > packedSize * limits.maxRatio + 10_000) {
      throw new Refusal(
        'unpacks-too-large',
        `is not opened: ${shown(name)} in it unpacks to more than ${limits.maxRatio} times its size`,
      );
    }
    if (entries.has(name)) throw hostile(`it holds ${shown(name)} twice`);
    entries.set(name, {
      packedSize,
      size,
      headerAt,
      crc: view.getUint32(at + 16, true),
      method: view.getUint16(at + 10, true),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
    });
    at = next;
  }
  if (unpacked > limits.maxUnpackedBytes) {
    throw new Refusal(
      'unpacks-too-large',
      `is not opened: it unpacks to more than ${Math.round(limits.maxUnpackedBytes / 1_000_000)} MB`,
    );
  }
  checkOverlap(entries, end);
  return entries;
}

/** Nothing is ever written to a path of an archive, but who puts such a path there means harm. */
function checkName(name: string): void {
  if (/^(?:\/|[a-z]:)|(?:^|\/)\.\.(?:\/|$)|\0/i.test(name)) {
    throw hostile(`the path ${shown(name)} leads out of it`);
  }
}

/** Entries that share bytes are how a small file unpacks to a huge one without a great ratio. */
function checkOverlap(entries: ReadonlyMap<string, Entry>, end: number): void {
  let free = 0;
  const inOrder = [...entries].toSorted(([, a], [, b]) => a.headerAt - b.headerAt);
  for (const [name, { headerAt, packedSize }] of inOrder) {
    if (headerAt < free) throw hostile(`${shown(name)} overlaps another entry`);
    free = headerAt + 30 + packedSize;
    if (free > end) throw damaged(`${shown(name)} in it goes on past its end`);
  }
}

/** Above this packed size an entry is unpacked piece by piece, so that one that lies about its size is soon stopped. */
const smallEntry = 1_000_000;

function inflate(packed: Uint8Array, size: number): Uint8Array | null {
  // One byte more than declared, so that an entry that is larger than it says shows itself.
  const out = new Uint8Array(size + 1);
  if (packed.length <= smallEntry) {
    const whole = inflateSync(packed, { out });
    return whole.length === size ? whole : null;
  }
  const filled = { length: 0 };
  const stream = new Inflate((chunk) => {
    if (filled.length + chunk.length <= size) out.set(chunk, filled.length);
    filled.length += chunk.length;
  });
  const step = 1 << 16;
  for (let at = 0; at < packed.length && filled.length <= size; at += step) {
    stream.push(packed.subarray(at, at + step), at + step >= packed.length);
  }
  return filled.length === size ? out.subarray(0, size) : null;
}

function unpackEntry(view: DataView, bytes: Uint8Array, name: string, entry: Entry): Uint8Array {
  const { headerAt, packedSize, size, method } = entry;
  if (entry.isEncrypted) {
    throw new Refusal('encrypted', 'is encrypted. Open it with its password, save it without one');
  }
  if (headerAt + 30 > bytes.length || view.getUint32(headerAt, true) !== headerMark) {
    throw damaged(`${shown(name)} in it cannot be found`);
  }
  const start =
    headerAt + 30 + view.getUint16(headerAt + 26, true) + view.getUint16(headerAt + 28, true);
  const packed = bytes.subarray(start, start + packedSize);
  if (packed.length < packedSize) throw damaged(`${shown(name)} in it goes on past its end`);
  let unpacked: Uint8Array | null = null;
  if (method === 0) unpacked = packedSize === size ? packed : null;
  else if (method === 8) {
    try {
      unpacked = inflate(packed, size);
    } catch {
      unpacked = null;
    }
  } else throw damaged(`${shown(name)} in it is packed in an unknown way`);
  if (unpacked === null || crc32(unpacked) !== entry.crc) {
    throw damaged(`${shown(name)} in it is not what was packed`);
  }
  return unpacked;
}

/**
 * Reads the directory of a zip archive. Refuses with `truncated`, `damaged`, `encrypted`, `archive-hostile` (paths that
 * lead out of it, entries that overlap or repeat, too many of them) and `unpacks-too-large`; sizes are checked as declared and
 * again as unpacked.
 */
export function openArchive(bytes: Uint8Array, limits: ReadLimits): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(view, bytes, limits);
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    unpack(name) {
      const entry = entries.get(name);
      return entry === undefined ? null : unpackEntry(view, bytes, name, entry);
    },
  };
}
