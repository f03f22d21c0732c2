import type { EditionId } from '../contract/ids.ts';
import type { NewEdition } from './new-edition.ts';
import type { LibraryReader } from './reading.ts';

/**
 * An edition as it was given to the writer, so that it can be written to another library. Null: it is not here.
 *
 * What is not known of an identity is stored as an empty place and the year 0.
 */
export function readBack(
  library: Pick<LibraryReader, 'inOneView' | 'edition' | 'preface' | 'structure'>,
  edition: EditionId,
): NewEdition | null {
  return library.inOneView(() => {
    const stored = library.edition(edition);
    if (stored === null) return null;
    const { row, summary, provenance, head } = stored;
    const { work, body, type, number, title, place, year } = summary;
    return {
      document: {
        ...head,
        identity: {
          work,
          edition: edition.slice(edition.indexOf('@') + 1),
          body,
          type,
          number,
          place: place === '' ? null : place,
          year: year === 0 ? null : year,
          title,
        },
        preface: library.preface(row),
        ...library.structure(row),
      },
      name: summary.name,
      meeting: summary.meeting,
      meetingFrom: summary.meetingFrom,
      meetingTo: summary.meetingTo,
      provenance,
    };
  });
}
