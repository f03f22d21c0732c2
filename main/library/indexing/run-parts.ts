import { partSize, partWords, readBits } from './entry-parts.ts';

/**
 * The profiles of a part of the entries. Those of a section mostly have the same, and stand one after the other: a run. A
 * run does not go on into the next part.
 */
export interface RunPart {
  /** A bit for each entry with which a run begins. */
  readonly starts: Uint32Array;
  /** How many begin before each word of that. */
  readonly before: Uint16Array;
  /** The profile of each run, in order. */
  readonly profiles: Uint32Array;
}

/** Of the profiles of all entries, the runs: of each part the bits, and then the profiles. */
export function runParts(profiles: Uint32Array): Uint32Array[] {
  const parts: Uint32Array[] = [];
  for (let from = 0; from < profiles.length; from += partSize) {
    const here = profiles.subarray(from, from + partSize);
    const starts = new Uint32Array(partWords);
    const ofRuns: number[] = [];
    for (const [place, profile] of here.entries()) {
      if (place > 0 && profile === here[place - 1]) continue;
      starts[place >>> 5] = (starts[place >>> 5] ?? 0) | (1 << (place & 31));
      ofRuns.push(profile);
    }
    parts.push(Uint32Array.of(...starts, ...ofRuns));
  }
  return parts;
}

/** Throws a SyntaxError where a part is damaged. */
export function readRunPart(numbers: Uint32Array): RunPart {
  const { bits, before, count } = readBits(numbers);
  if (numbers.length !== partWords + count)
    throw new SyntaxError('There are not as many profiles as runs.');
  return { starts: bits, before, profiles: numbers.subarray(partWords) };
}
