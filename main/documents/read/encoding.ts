import { analyse } from 'chardet';
import { Refusal } from './refusal.ts';
import type { Warnings } from './warn.ts';

/** A statistical guess needs no more than this; it is slow on whole books. */
const sampleSize = 200_000;

/** How sure a guess must be, of 100, for bytes to count as text in a code page. */
const leastConfidence = 10;

const decode = (bytes: Uint8Array, encoding: string, fatal = true): string | null => {
  try {
    return new TextDecoder(encoding, { fatal }).decode(bytes);
  } catch {
    return null;
  }
};

/** UTF-16 without a byte-order mark shows by the zero bytes of its spaces, digits and line ends. */
function wideEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, Math.min(bytes.length, 4000) & ~1);
  if (sample.length < 8) return null;
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries()) {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  const many = Math.max(2, sample.length / 20);
  if (odd > many && even === 0) return 'utf-16le';
  if (even > many && odd === 0) return 'utf-16be';
  return null;
}

/** Code pages that texts of the Union's languages come in; others that the statistics name are not believed. */
const believed = /^(?:windows-125[0-6]|ISO-8859-[125-9]|KOI8-R|GB18030|Big5|UTF-8)$/i;

/** Bytes that no text has: control characters other than white space. */
function hasControls(text: string): boolean {
  const sample = text.slice(0, 20_000);
  const found = sample.match(/[^\P{Cc}\s\u0085]/gu)?.length ?? 0;
  return found > sample.length / 100;
}

/**
 * The text in the bytes of a file: UTF-8, UTF-16, or a code page that is guessed, with a warning. `declared` is an encoding that
 * the file itself names. Refuses with `not-text`.
 */
export function decodeText(
  bytes: Uint8Array,
  warnings: Warnings,
  declared: string | null = null,
): string {
  const wide = wideEncoding(bytes);
  if (wide !== null) {
    // A file cut in the middle of a character still has all its others.
    const text = decode(bytes.subarray(0, bytes.length & ~1), wide) ?? '';
    if (text !== '' && !text.includes('\0')) return text;
    throw new Refusal('not-text', 'looks like a text in UTF-16, but it is not one');
  }
  const plain = decode(bytes, 'utf-8');
  if (plain !== null) {
    if (plain.includes('\0')) throw new Refusal('not-text', 'holds NUL bytes, so it is no text');
    return plain;
  }
  if (bytes.includes(0))
    throw new Refusal('not-text', 'is no text: no program that writes texts writes such bytes');
  if (declared !== null && !/^utf-?8$/i.test(declared)) {
    const text = decode(bytes, declared);
    if (text !== null) return text;
  }
  return decodeCodePage(bytes, warnings);
}

function decodeCodePage(bytes: Uint8Array, warnings: Warnings): string {
  const cut = decode(bytes.subarray(0, lastWholeCharacter(bytes)), 'utf-8');
  if (cut !== null && bytes.length > 3) {
    warnings.add(
      'text-cut',
      'The text ends in the middle of a character; that one is left out.',
      null,
    );
    return cut;
  }
  for (const { name, confidence } of analyse(bytes.subarray(0, sampleSize))) {
    if (!believed.test(name) || confidence < leastConfidence) continue;
    // What is called ISO 8859-1 or 5 is in fact the Windows page, which has more signs.
    const text = decode(bytes, name === 'ISO-8859-1' ? 'windows-1252' : name);
    if (text === null || hasControls(text)) continue;
    warnings.add(
      'encoding-guessed',
      `The text says nothing of its encoding; it is read as ${name}, which fits best.`,
      null,
    );
    return text;
  }
  throw new Refusal('not-text', 'is no text in UTF-8, UTF-16 or a code page that Recital knows');
}

/** Where the last character begins, if the file ends inside it. */
function lastWholeCharacter(bytes: Uint8Array): number {
  let at = bytes.length - 1;
  while (at > bytes.length - 4 && at > 0 && ((bytes[at] ?? 0) & 0xc0) === 0x80) at -= 1;
  return at;
}
