import type { StructuredDocument } from '../contract/document.ts';
import type { Result } from '../contract/failure.ts';
import { parse, type GivenIdentity } from './parse/index.ts';
import { readSource, type ReadEngines } from './read/index.ts';
import { detectLanguage } from './read/language.ts';
import { defaultLimits, type ReadLimits } from './read/limits.ts';
import { Warnings } from './read/warn.ts';

/** A file to be read. `name` is its name, for messages; a PDF needs an engine. */
export interface DocumentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly given?: GivenIdentity;
  readonly limits?: ReadLimits;
  readonly engines?: ReadEngines;
}

/** See `readDocument` of the room's door. */
export async function readNow(file: DocumentFile): Promise<Result<StructuredDocument>> {
  const { name, bytes, given, limits = defaultLimits, engines = {} } = file;
  const warnings = new Warnings();
  const read = await readSource(name, bytes, limits, engines, warnings);
  if (!read.ok) return read;
  const source = read.value;
  const language = detectLanguage(source.blocks, source.language);
  return parse(name, source, given, language, warnings);
}
