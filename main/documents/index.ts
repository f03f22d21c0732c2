import type { StructuredDocument } from '../contract/document.ts';
import type { Result } from '../contract/failure.ts';
import type { GivenIdentity } from './parse/identity.ts';
import { parseResolution } from './parse/resolution.ts';
import { readText } from './read/text.ts';
import { Warnings } from './read/warn.ts';

export { findCitations } from './cite/citations.ts';
export { nameOfWork } from './cite/names.ts';
export type { GivenIdentity };

/**
 * A document's structure from the bytes of its file. `name` is the file's name, for messages. Repairs and odd places
 * are warnings in the value; it fails with `file-unreadable` (nothing in it), `not-text` (no UTF-8 text) or
 * `not-a-resolution` (no section).
 */
export function readDocument(input: {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly given?: GivenIdentity;
}): Result<StructuredDocument> {
  const warnings = new Warnings();
  const blocks = readText(input.name, input.bytes, warnings);
  return blocks.ok ? parseResolution(input.name, blocks.value, input.given, warnings) : blocks;
}
