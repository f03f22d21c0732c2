import type { OutgoingCitation } from '../../../main/contract/answers.ts';
import type { Citation } from '../../../main/contract/document.ts';
import type { Address, EditionId } from '../../../main/contract/ids.ts';

/** The citations of a text with what the library knows of each, by where the text stands. */
export type CitationsAt = (
  place: EditionId | Address | string,
  citations: readonly Citation[],
) => readonly OutgoingCitation[];

/** Joins a document's own citations to the library's knowledge of them, which comes as one list. */
export function createCitationIndex(known: readonly OutgoingCitation[]): CitationsAt {
  const byPlace = new Map(known.map((one) => [keyOf(one.from, one), one]));
  return (place, citations) =>
    citations.map(
      (citation) =>
        byPlace.get(keyOf(place, citation)) ?? {
          ...citation,
          from: place as Address,
          name: citation.text,
          opens: null,
          known: null,
        },
    );
}

const keyOf = (place: string, { start, end }: Citation): string => `${place} ${start} ${end}`;
