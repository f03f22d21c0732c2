import type { StructuredDocument } from '../contract/document.ts';
import type { Result } from '../contract/failure.ts';
import { parse, type GivenIdentity } from './parse/index.ts';
import { readSource, type ReadEngines } from './read/index.ts';
import { detectLanguage } from './read/language.ts';
import { defaultLimits, type ReadLimits } from './read/limits.ts';
import { Warnings } from './read/warn.ts';

export { findCitations } from './cite/citations.ts';
export { compareDocuments } from './compare/index.ts';
export { nameOfWork } from './cite/names.ts';
export { createPdfEngine } from './read/pdf/index.ts';
export type { GivenIdentity, ReadEngines, ReadLimits };

/**
 * A document's structure from the bytes of its file, whatever its format: the format is told from the bytes, the kind of
 * document from its text. `name` is the file's name, for messages; a PDF needs an engine. Repairs and odd places are
 * warnings in the value. Fails with a code of `readSource`, or with one of `parse` where there are no words.
 */
export async function readDocument(input: {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly given?: GivenIdentity;
  readonly limits?: ReadLimits;
  readonly engines?: ReadEngines;
}): Promise<Result<StructuredDocument>> {
  const { name, bytes, given, limits = defaultLimits, engines = {} } = input;
  const warnings = new Warnings();
  const read = await readSource(name, bytes, limits, engines, warnings);
  if (!read.ok) return read;
  const source = read.value;
  const language = detectLanguage(source.blocks, source.language);
  return parse(name, source, given, language, warnings);
}
