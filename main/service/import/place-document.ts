import type { Provenance } from '../../contract/answers.ts';
import type { StructuredDocument, Warning } from '../../contract/document.ts';
import { failed, done, type Result } from '../../contract/failure.ts';
import { editionId, parseAddress, type EditionId, type WorkId } from '../../contract/ids.ts';
import type { LibraryReader } from '../../library/index.ts';

/** Where a document belongs: into the library under its identity, or nowhere since it is there. */
export interface Placed {
  readonly document: StructuredDocument;
  readonly edition: EditionId;
  readonly isToBeAdded: boolean;
  readonly warnings: readonly Warning[];
}

const warning = (code: string, message: string): Warning => ({ code, message, line: null });

/** Most documents of one name that are told apart by a small number; those after them carry a part of their checksum. */
const maxNumbered = 20;

/** Whether the identity is that of one publication of the Union's, and not what a reader made up for want of one. */
function isCertain({ body, number, edition }: StructuredDocument['identity']): boolean {
  return (
    body !== 'own' && body !== 'unknown' && number !== 'unnumbered' && /^\d[\d-]*$/.test(edition)
  );
}

const addressOf = ({ identity }: StructuredDocument): EditionId =>
  editionId(identity.work, identity.edition);

/** What is known of a file beside its text: the library's record of where it came from. */
export type Origin = Pick<Provenance, 'source' | 'sha256'>;

/**
 * The same document under the first name of its kind that is free, or that this very file has from before: the same
 * title, and a file of the same name.
 */
function withFreeName(
  library: LibraryReader,
  document: StructuredDocument,
  origin: Origin,
): StructuredDocument {
  const { identity } = document;
  const called = (suffix: string): StructuredDocument => ({
    ...document,
    identity: {
      ...identity,
      work: `${identity.work}${suffix}` as WorkId,
      number: `${identity.number}${suffix}`,
    },
  });
  for (let copy = 1; copy <= maxNumbered; copy += 1) {
    const named = called(copy === 1 ? '' : `-${copy}`);
    const held = library.edition(addressOf(named));
    const isThisOne =
      held?.summary.isOwn === true &&
      held.summary.title === identity.title &&
      held.provenance.source === origin.source;
    if (held === null || isThisOne) return named;
  }
  return called(`-${origin.sha256.slice(0, 16)}`);
}

/** The same edition in another language than the one that is here stands beside it, as `2024-fr`. */
function inItsLanguage(library: LibraryReader, document: StructuredDocument): StructuredDocument {
  const held = library.edition(addressOf(document))?.summary.language;
  const { language, identity } = document;
  if (held === undefined || held === language || held === 'und' || language === 'und')
    return document;
  return { ...document, identity: { ...identity, edition: `${identity.edition}-${language}` } };
}

/**
 * Decides where a document belongs.
 *
 * - A new edition joins its work.
 * - An edition that came with Recital stays: its addresses stand in tours and notes. The file is not added.
 * - An edition that the person imported before is replaced by this file, which is taken for its better text.
 * - The same edition in another language stands beside it.
 * - A document that does not say what it is replaces one from a file of the same name and title only; else it gets a
 *   number of its own.
 *
 * Errors: `malformed-address`, where its name cannot be one.
 */
export function placeDocument(
  library: LibraryReader,
  document: StructuredDocument,
  origin: Origin,
): Result<Placed> {
  const isSure = isCertain(document.identity);
  const placed = isSure
    ? inItsLanguage(library, document)
    : withFreeName(library, document, origin);
  const edition = addressOf(placed);
  if (!parseAddress(edition).ok) {
    return failed('malformed-address', `No address can be made of its name, ${edition}.`);
  }
  const warnings: Warning[] = [];
  if (edition !== addressOf(document)) {
    const why = isSure
      ? 'The same edition is here in another language'
      : 'Another document has the same name';
    warnings.push(warning('stands-beside', `${why}; this one is kept as ${edition}.`));
  }
  const held = library.edition(edition);
  if (held === null) return done({ document: placed, edition, isToBeAdded: true, warnings });
  if (held.summary.isOwn) {
    const message = `You imported ${edition} before; its text is now that of this file.`;
    warnings.push(warning('edition-replaced', message));
    return done({ document: placed, edition, isToBeAdded: true, warnings });
  }
  const message = `${edition} came with Recital and is kept as it is; this file was not added.`;
  warnings.push(warning('edition-bundled', message));
  return done({ document: placed, edition, isToBeAdded: false, warnings });
}
