import { mostGaps, mostListed } from './encode.ts';
import { bitsInByte, placeOf, windowOf, windowSize, windowWords } from './window.ts';

/** A term's postings, read from their bytes as they are asked for. */
export interface Postings {
  /** In how many entries the term stands. */
  readonly count: number;
  /** Numbers of the windows in which it stands, ascending. */
  readonly windows: Int32Array;
  /** Which of `windows` is this one; -1: the term does not stand there. */
  find(window: number): number;
  /** The largest weight in the window that `find` gave. */
  most(at: number): number;
  /** Sets the bit of each entry of a window; `offset` is where the window begins in `bits`. */
  addMembers(at: number, bits: Uint32Array, offset: number): void;
  /** Adds the weight of each entry of a window, times `factor`, to its score. */
  addWeights(at: number, scores: Float32Array, factor: number): void;
  /** What one of the stored impacts is to be multiplied by. */
  readonly scale: number;
  /** The stored impacts at some places of a window, which are ascending; 0 where the term does not stand. */
  impactsAt(at: number, places: Uint16Array, impacts: Uint8Array): void;
  /** As `addWeights`, but keeps the larger of the two. */
  raiseWeights(at: number, scores: Float32Array, factor: number): void;
}

/** Thrown where bytes are no postings: the library file is damaged. */
export class DamagedPostings extends Error {
  override name = 'DamagedPostings';
}

/** Reads numbers one after the other. */
class Cursor {
  at = 4;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    if (bytes.length < 6) throw new DamagedPostings('Postings end too early.');
    this.#bytes = bytes;
  }

  byte(): number {
    const byte = this.#bytes[this.at];
    if (byte === undefined) throw new DamagedPostings('Postings end too early.');
    this.at += 1;
    return byte;
  }

  number(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.byte();
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
    throw new DamagedPostings('A number of postings has no end.');
  }
}

/** Where the windows of a term stand in its bytes. `places` is there for a term that is rare: all of them, read. */
interface Layout {
  readonly windows: Int32Array;
  readonly counts: Int32Array;
  readonly memberStarts: Int32Array;
  readonly impactStarts: Int32Array;
  readonly mosts: Uint8Array;
  readonly places: Uint16Array | null;
}

function readWindows(bytes: Uint8Array, cursor: Cursor, count: number, length: number): Layout {
  const windows = new Int32Array(length);
  const counts = new Int32Array(length);
  const memberStarts = new Int32Array(length);
  const impactStarts = new Int32Array(length);
  const mosts = new Uint8Array(length);
  let window = -1;
  let [members, impacts, total] = [0, 0, 0];
  for (let at = 0; at < length; at += 1) {
    window += cursor.number() + 1;
    const held = cursor.number();
    windows[at] = window;
    counts[at] = held;
    memberStarts[at] = members;
    impactStarts[at] = impacts;
    members += cursor.number();
    total += held;
    impacts += held > mostListed ? windowSize : held;
    mosts[at] = cursor.byte();
  }
  const memberBase = cursor.at;
  const impactBase = memberBase + members;
  if (impactBase + impacts !== bytes.length || total !== count)
    throw new DamagedPostings('Postings are not as long as they say.');
  return {
    windows,
    counts,
    memberStarts: memberStarts.map((start) => start + memberBase),
    impactStarts: impactStarts.map((start) => start + impactBase),
    mosts,
    places: null,
  };
}

function readRare(bytes: Uint8Array, cursor: Cursor, count: number): Layout {
  const places = new Uint16Array(count);
  const windows: number[] = [];
  const starts: number[] = [];
  for (let at = 0, entry = 0; at < count; at += 1) {
    entry += cursor.number() + 1;
    const window = windowOf(entry);
    if (window !== windows.at(-1)) {
      windows.push(window);
      starts.push(at);
    }
    places[at] = placeOf(entry);
  }
  const base = cursor.at;
  if (base + count !== bytes.length)
    throw new DamagedPostings('Postings are not as long as they say.');
  const ends = [...starts.slice(1), count];
  return {
    windows: Int32Array.from(windows),
    counts: Int32Array.from(starts, (start, at) => (ends[at] ?? 0) - start),
    memberStarts: Int32Array.from(starts),
    impactStarts: Int32Array.from(starts, (start) => start + base),
    mosts: Uint8Array.from(starts, (start, at) =>
      bytes.subarray(base + start, base + (ends[at] ?? 0)).reduce((a, b) => Math.max(a, b), 0),
    ),
    places,
  };
}

/** Reads what `encodePostings` wrote. Throws `DamagedPostings`. */
export function openPostings(bytes: Uint8Array): Postings {
  const cursor = new Cursor(bytes);
  const scale = new DataView(bytes.buffer, bytes.byteOffset).getFloat32(0, true);
  const count = cursor.number();
  const length = cursor.number();
  if (Math.max(count / windowSize, length) > bytes.length)
    throw new DamagedPostings('Postings hold more than their bytes can.');
  const { windows, counts, memberStarts, impactStarts, mosts, places } =
    length === 0 ? readRare(bytes, cursor, count) : readWindows(bytes, cursor, count, length);

  const countOf = (at: number): number => counts[at] ?? 0;
  const isSpread = (at: number): boolean => places === null && countOf(at) > mostListed;
  const isBitmap = (at: number): boolean => places === null && countOf(at) > mostGaps;
  const read = new Uint16Array(places === null ? windowSize : 0);

  /** From where on the places of a window's entries stand in what `placesOf` gives. */
  const firstOf = (at: number): number => (places === null ? 0 : (memberStarts[at] ?? 0));
  /**
   * The places of a window's entries, ascending, as many as `countOf` says from `firstOf` on. What it gives is good until it
   * is called again.
   */
  const placesOf = (at: number): Uint16Array => {
    if (places !== null) return places;
    let from = memberStarts[at] ?? 0;
    const end = countOf(at);
    let next = 0;
    if (isBitmap(at)) {
      for (let place = 0; place < windowSize; place += 8, from += 1) {
        for (let rest = bytes[from] ?? 0; rest !== 0; rest &= rest - 1) {
          read[next] = place + 31 - Math.clz32(rest & -rest);
          next += 1;
        }
      }
      return read;
    }
    for (let last = -1; next < end; next += 1) {
      const byte = bytes[from] ?? 0;
      from += 1;
      let gap = byte;
      if (byte >= 0x80) {
        gap = (byte & 0x7f) | ((bytes[from] ?? 0) << 7);
        from += 1;
      }
      last += gap + 1;
      read[next] = last;
    }
    return read;
  };

  /** Of a bitmap, the impacts at some places. */
  const impactsOfBitmap = (at: number, wanted: Uint16Array, impacts: Uint8Array): void => {
    const from = memberStarts[at] ?? 0;
    let impact = impactStarts[at] ?? 0;
    for (let index = 0, byte = 0; index < wanted.length; index += 1) {
      const place = wanted[index] ?? 0;
      for (; byte < place >>> 3; byte += 1) impact += bitsInByte[bytes[from + byte] ?? 0] ?? 0;
      const members = bytes[from + byte] ?? 0;
      const bit = 1 << (place & 7);
      const before = bitsInByte[members & (bit - 1)] ?? 0;
      impacts[index] = (members & bit) === 0 ? 0 : (bytes[impact + before] ?? 0);
    }
  };

  return {
    count,
    windows,
    scale,
    impactsAt: (at, wanted, impacts) => {
      const impact = impactStarts[at] ?? 0;
      if (isSpread(at)) {
        for (let index = 0; index < wanted.length; index += 1)
          impacts[index] = bytes[impact + (wanted[index] ?? 0)] ?? 0;
        return;
      }
      if (isBitmap(at)) {
        impactsOfBitmap(at, wanted, impacts);
        return;
      }
      const found = placesOf(at);
      const first = firstOf(at);
      const end = first + countOf(at);
      for (let index = 0, next = first; index < wanted.length; index += 1) {
        const place = wanted[index] ?? 0;
        while (next < end && (found[next] ?? 0) < place) next += 1;
        impacts[index] =
          next < end && found[next] === place ? (bytes[impact + next - first] ?? 0) : 0;
      }
    },
    find: (wanted) => {
      let low = 0;
      let high = windows.length - 1;
      while (low <= high) {
        const middle = (low + high) >>> 1;
        const found = windows[middle] ?? 0;
        if (found === wanted) return middle;
        if (found < wanted) low = middle + 1;
        else high = middle - 1;
      }
      return -1;
    },
    most: (at) => (mosts[at] ?? 0) * scale,
    addMembers: (at, bits, offset) => {
      if (isBitmap(at)) {
        const from = memberStarts[at] ?? 0;
        for (let word = 0; word < windowWords; word += 1) {
          const byte = from + word * 4;
          bits[offset + word] =
            (bits[offset + word] ?? 0) |
            (bytes[byte] ?? 0) |
            ((bytes[byte + 1] ?? 0) << 8) |
            ((bytes[byte + 2] ?? 0) << 16) |
            ((bytes[byte + 3] ?? 0) << 24);
        }
        return;
      }
      const found = placesOf(at);
      const first = firstOf(at);
      const held = countOf(at);
      for (let index = 0; index < held; index += 1) {
        const place = found[first + index] ?? 0;
        const word = offset + (place >>> 5);
        bits[word] = (bits[word] ?? 0) | (1 << (place & 31));
      }
    },
    addWeights: (at, scores, factor) => {
      const each = factor * scale;
      const impact = impactStarts[at] ?? 0;
      if (isSpread(at)) {
        for (let place = 0; place < windowSize; place += 1)
          scores[place] = (scores[place] ?? 0) + (bytes[impact + place] ?? 0) * each;
        return;
      }
      const found = placesOf(at);
      const first = firstOf(at);
      const held = countOf(at);
      for (let index = 0; index < held; index += 1) {
        const place = found[first + index] ?? 0;
        scores[place] = (scores[place] ?? 0) + (bytes[impact + index] ?? 0) * each;
      }
    },
    raiseWeights: (at, scores, factor) => {
      const each = factor * scale;
      const impact = impactStarts[at] ?? 0;
      if (isSpread(at)) {
        for (let place = 0; place < windowSize; place += 1) {
          const weight = (bytes[impact + place] ?? 0) * each;
          if (weight > (scores[place] ?? 0)) scores[place] = weight;
        }
        return;
      }
      const found = placesOf(at);
      const first = firstOf(at);
      const held = countOf(at);
      for (let index = 0; index < held; index += 1) {
        const place = found[first + index] ?? 0;
        const weight = (bytes[impact + index] ?? 0) * each;
        if (weight > (scores[place] ?? 0)) scores[place] = weight;
      }
    },
  };
}
