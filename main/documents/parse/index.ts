import type { StructuredDocument } from '../../contract/document.ts';
import { done, type Result } from '../../contract/failure.ts';
import type { ReadSource } from '../read/blocks.ts';
import type { Language } from '../read/language.ts';
import type { Warnings } from '../read/warn.ts';
import { parseClauses } from './clauses/index.ts';
import type { GivenIdentity } from './identity.ts';
import { parseResolution } from './resolution.ts';

export type { GivenIdentity };

/**
 * The structure of a document that a reader has read: a resolution where its text opens sections as resolutions do,
 * else clauses or plain text. Fails with `file-unreadable` where there are no words.
 */
export function parse(
  name: string,
  source: ReadSource,
  given: GivenIdentity | undefined,
  language: Language,
  warnings: Warnings,
): Result<StructuredDocument> {
  const resolution = parseResolution(name, source.blocks, given, language, warnings);
  return resolution === null
    ? parseClauses(name, source, given, language, warnings)
    : done(resolution);
}
