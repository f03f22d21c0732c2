import { done, failed, type Result } from '../../contract/failure.ts';
import type { EditionId } from '../../contract/ids.ts';
import { openLibrary, readBack, type LibraryReader } from '../../library/index.ts';
import { openOwnLibrary } from '../../library/writers.ts';
import { ownLibraryIn } from '../data-folder.ts';
import { createOwnNaming } from '../own-naming.ts';

/** Which editions are copied from one person's library to the guests'. */
export interface CopyJob {
  /** The compiled libraries that are read: what they hold needs no copy. */
  readonly compiled: readonly string[];
  /** The folder of the person's data. */
  readonly dataFolder: string;
  /** The folder in which a new library is made. */
  readonly to: string;
  readonly editions: readonly EditionId[];
}

/**
 * Copies editions of a person's own into a library that holds nothing else: each is read back whole and written as if it
 * were imported. What the bundled library holds too needs no copy.
 *
 * Errors: `unknown-edition`, and those of opening and writing libraries.
 */
export function copyEditions({ compiled, dataFolder, to, editions }: CopyJob): Result<null> {
  const from = openLibrary({ compiled, own: ownLibraryIn(dataFolder) });
  if (!from.ok) return from;
  try {
    return copyAll(from.value, editions, to);
  } finally {
    from.value.close();
  }
}

function copyAll(from: LibraryReader, editions: readonly EditionId[], to: string): Result<null> {
  const naming = createOwnNaming();
  const unknown = editions.find((edition) => from.edition(edition) === null);
  if (unknown !== undefined) {
    const trouble = from.trouble();
    return trouble === null
      ? failed('unknown-edition', `There is no ${unknown} among your documents.`)
      : { ok: false, error: trouble };
  }
  const toCopy = editions.filter((edition) => from.edition(edition)?.summary.isOwn === true);
  if (toCopy.length === 0) return done(null);
  const writer = openOwnLibrary(ownLibraryIn(to), naming);
  if (!writer.ok) return writer;
  try {
    for (const edition of new Set(toCopy)) {
      const read = readBack(from, edition);
      if (read === null) return failed('unknown-edition', `There is no ${edition} any more.`);
      naming.meet(read);
      const added = writer.value.add(read);
      if (!added.ok) return added;
    }
    return done(null);
  } finally {
    writer.value.close();
  }
}
