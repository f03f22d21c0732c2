import { failed, type Result } from '../../contract/failure.ts';
import { editionId, type WorkId } from '../../contract/ids.ts';
import type { LibraryReader } from '../../library/index.ts';
import { listed } from './listed.ts';

/** The library has never heard of a work: says of which ones it holds the text. */
export function unknownWork(library: LibraryReader, work: WorkId): Result<never> {
  const works = [...new Set(library.editions().map((edition) => edition.work))];
  return failed(
    'unknown-work',
    `The library knows no ${work}; it holds the text of ${works.length === 0 ? 'no work yet' : listed(works)}.`,
  );
}

/** The text of an edition is not here: says which editions are, or where the library tells of the work. */
export function unknownEdition(
  library: LibraryReader,
  work: WorkId,
  edition: string,
): Result<never> {
  const here = library.editionsOf(work);
  if (here.length > 0) {
    const editions = listed(here.map(({ edition: address }) => address.slice(work.length + 1)));
    return failed('unknown-edition', `${work} has no edition ${edition} here; it has ${editions}.`);
  }
  const name = library.nameOfWork(work);
  if (name === null) return unknownWork(library, work);
  const known = library.knownEditions(work);
  if (known === null) {
    return failed(
      'unknown-edition',
      `The text of ${name} is not here; show ${work} says where it is cited.`,
    );
  }
  const asked = library.namesOf([editionId(work, edition) as string as never]).at(0);
  if (asked !== undefined) {
    return failed(
      'unknown-edition',
      `The text of ${asked.name} is not here; show ${work} says what is known of it.`,
    );
  }
  const editions = listed(known.editions.map((each) => each.edition));
  return failed(
    'unknown-edition',
    `The library knows no edition ${edition} of ${name}, whose text is not here; it knows ${editions}.`,
  );
}
