import { placeOf, windowOf, windowSize } from './window.ts';

/** Above this many entries in a window a bitmap is smaller than the gaps between them. */
export const mostGaps = 448;
const bitmapBytes = windowSize / 8;

/** Above this many the impacts of all places are stored, 0 where the term is not, which is read far faster. */
export const mostListed = windowSize / 2;

/** With fewer entries than this in a window, on average, a term is rare: its windows are not told apart. */
const fewInWindow = 12;

/** Largest stored impact; the least is 1, so that what is stored never reads as absent. */
const largestImpact = 255;

/** Bytes that grow as they are written, and are used again. */
class Growing {
  #bytes = new Uint8Array(64);
  length = 0;

  push(byte: number): void {
    this.#room(1);
    this.#bytes[this.length] = byte;
    this.length += 1;
  }

  /** Seven bits a byte, the lowest first, the top bit set on all but the last (LEB128). */
  pushNumber(value: number): void {
    let rest = value;
    while (rest > 0x7f) {
      this.push((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    this.push(rest);
  }

  pushAll(bytes: Uint8Array): void {
    this.#room(bytes.length);
    this.#bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  empty(): void {
    this.length = 0;
  }

  /** They are overwritten by the next. */
  bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.length);
  }

  #room(more: number): void {
    if (this.length + more <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.length + more));
    larger.set(this.#bytes.subarray(0, this.length));
    this.#bytes = larger;
  }
}

/** Most terms are rare and their postings a few bytes: making room for each of them took longer than writing them. */
const head = new Growing();
const members = new Growing();
const written = new Growing();
const gaps = new Growing();
const placesHere = new Uint16Array(windowSize);
const impactsHere = new Uint8Array(windowSize);
const scaleOf = new Float32Array(1);
const bytesOfScale = new Uint8Array(scaleOf.buffer);

function encodeMembers(places: Uint16Array): Uint8Array {
  if (places.length > mostGaps) {
    const bitmap = new Uint8Array(bitmapBytes);
    for (const place of places)
      bitmap[place >>> 3] = (bitmap[place >>> 3] ?? 0) | (1 << (place & 7));
    return bitmap;
  }
  gaps.empty();
  let last = -1;
  for (const place of places) {
    gaps.pushNumber(place - last - 1);
    last = place;
  }
  return gaps.bytes();
}

/** The impacts of all places of a window. */
function spread(places: Uint16Array, impacts: Uint8Array): Uint8Array {
  const all = new Uint8Array(windowSize);
  for (const [index, place] of places.entries()) all[place] = impacts[index] ?? 0;
  return all;
}

/**
 * A term's postings as bytes; the README states the format. `entries` are numbers of entries, ascending; `weights` is
 * how much the term says in each, above 0.
 */
export function encodePostings(entries: Uint32Array, weights: Float32Array): Uint8Array {
  let heaviest = 0;
  for (const weight of weights) heaviest = Math.max(heaviest, weight);
  const scale = heaviest / largestImpact;
  const impactOf = (weight: number): number =>
    Math.min(largestImpact, Math.max(1, Math.round(weight / scale)));
  head.empty();
  scaleOf[0] = scale;
  head.pushAll(bytesOfScale);
  head.pushNumber(entries.length);

  const starts: number[] = [];
  for (let at = 0, last = -1; at < entries.length; at += 1) {
    const window = windowOf(entries[at] ?? 0);
    if (window !== last) starts.push(at);
    last = window;
  }
  if (entries.length < starts.length * fewInWindow) {
    head.pushNumber(0);
    for (let at = 0, last = 0; at < entries.length; at += 1) {
      const entry = entries[at] ?? 0;
      head.pushNumber(entry - last - 1);
      last = entry;
    }
    for (const weight of weights) head.push(impactOf(weight));
    return head.bytes().slice();
  }

  members.empty();
  written.empty();
  head.pushNumber(starts.length);
  let lastWindow = -1;
  for (const [index, from] of starts.entries()) {
    const to = starts[index + 1] ?? entries.length;
    const window = windowOf(entries[from] ?? 0);
    const places = placesHere.subarray(0, to - from);
    const quantised = impactsHere.subarray(0, to - from);
    let largest = 0;
    for (let at = from; at < to; at += 1) {
      places[at - from] = placeOf(entries[at] ?? 0);
      const impact = impactOf(weights[at] ?? 0);
      quantised[at - from] = impact;
      if (impact > largest) largest = impact;
    }
    const encoded = encodeMembers(places);
    members.pushAll(encoded);
    written.pushAll(places.length > mostListed ? spread(places, quantised) : quantised);
    head.pushNumber(window - lastWindow - 1);
    head.pushNumber(to - from);
    head.pushNumber(encoded.length);
    head.push(largest);
    lastWindow = window;
  }
  head.pushAll(members.bytes());
  head.pushAll(written.bytes());
  return head.bytes().slice();
}
