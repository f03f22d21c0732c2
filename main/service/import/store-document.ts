import { basename } from 'node:path';
import type { Provenance } from '../../contract/answers.ts';
import type { StructuredDocument } from '../../contract/document.ts';
import { done, type Failure, type Result } from '../../contract/failure.ts';
import type { EditionId } from '../../contract/ids.ts';
import type { ImportedFile } from '../../contract/import.ts';
import { nameOfWork } from '../../documents/index.ts';
import type { LibraryReader, NewEdition } from '../../library/index.ts';
import { openOwnLibrary, type OwnLibraryWriter } from '../../library/writers.ts';
import { createOwnNaming } from '../own-naming.ts';
import { printedName } from '../printed-name.ts';
import { failedFile } from './messages.ts';
import { placeDocument } from './place-document.ts';

/** What became of a file, and whether the trouble is the library's, so that no other file would fare better. */
export interface Stored {
  readonly file: ImportedFile;
  readonly end: Failure | null;
}

/** Takes documents into the person's own library. */
export interface Store {
  /** Whether the bytes of a file are in one of the libraries. */
  holds(sha256: string): boolean;
  /** The answer for a file that `holds` knows. */
  alreadyHere(file: string, sha256: string): ImportedFile;
  add(file: string, sha256: string, document: StructuredDocument): Stored;
  close(): void;
}

/** An edition's name as print has it; a document that is no work of the Union's is called by its title. */
function nameOf({ form, identity, history }: StructuredDocument): string {
  if (identity.body === 'own') return identity.title === '' ? identity.number : identity.title;
  if (form !== 'resolution') return nameOfWork(identity.work, identity.edition);
  return printedName(
    identity,
    history.some(({ year }) => identity.year !== null && year < identity.year),
  );
}

const toEdition = (document: StructuredDocument, provenance: Provenance): NewEdition => ({
  document,
  name: nameOf(document),
  meeting: '',
  meetingFrom: '',
  meetingTo: '',
  provenance,
});

/** `ownLibrary` is opened, and made if need be, when the first document is added. */
export function createStore(
  library: LibraryReader,
  ownLibrary: string,
  maxPages: number | null,
): Store {
  const known = library.editionsByFile();
  let writer: OwnLibraryWriter | null = null;
  const naming = createOwnNaming();
  const openWriter = (): Result<OwnLibraryWriter> => {
    if (writer !== null) return done(writer);
    const opened = openOwnLibrary(ownLibrary, naming, { maxPages: maxPages ?? undefined });
    if (opened.ok) writer = opened.value;
    return opened;
  };

  const add = (file: string, sha256: string, document: StructuredDocument): Stored => {
    const provenance: Provenance = {
      source: `Imported from the file ${basename(file)}.`,
      rights: '',
      sha256,
    };
    const placed = placeDocument(library, document, provenance);
    if (!placed.ok) return { file: failedFile(file, placed.error), end: null };
    const { edition, isToBeAdded, document: toAdd, warnings } = placed.value;
    if (isToBeAdded) {
      const opened = openWriter();
      if (!opened.ok) return { file: failedFile(file, opened.error), end: opened.error };
      const newEdition = toEdition(toAdd, provenance);
      naming.meet(newEdition);
      const added = opened.value.add(newEdition);
      if (!added.ok) return { file: failedFile(file, added.error), end: added.error };
      if (added.value === 'replaced') forget(edition);
      known.set(sha256, edition);
    }
    const { work, title } = toAdd.identity;
    return {
      file: {
        file,
        ok: true,
        work,
        edition,
        title,
        warnings: [...warnings, ...toAdd.warnings],
        error: null,
      },
      end: null,
    };
  };
  /** The bytes that an edition was read from before are not in the library any more. */
  const forget = (edition: EditionId): void => {
    for (const [sha256, held] of known) if (held === edition) known.delete(sha256);
  };

  return {
    holds: (sha256) => known.has(sha256),
    alreadyHere: (file, sha256) => {
      const edition = known.get(sha256);
      const held = edition === undefined ? null : library.edition(edition);
      const message = `The very same file is in the library, as ${edition ?? 'another'}.`;
      return {
        file,
        ok: true,
        work: held?.summary.work ?? null,
        edition: edition ?? null,
        title: held?.summary.title ?? null,
        warnings: [{ code: 'already-here', message, line: null }],
        error: null,
      };
    },
    add: (file, sha256, document) => {
      try {
        return add(file, sha256, document);
      } catch (error) {
        // A bug that one document brings to light must not cost the person all the others.
        const what = error instanceof Error ? error.message : String(error);
        const message = `Something went wrong inside Recital with ${basename(file)}: ${what}`;
        return { file: failedFile(file, { code: 'internal', message }), end: null };
      }
    },
    close: () => writer?.close(),
  };
}
