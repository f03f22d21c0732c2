import type { LibraryRecord } from '../../../contract/records.ts';
import { citationsOf } from './cited-works.ts';
import { wordsOfDocuments, type DocumentPlaces } from './document-places.ts';
import type { PlacedRecord } from '../placed.ts';
import type { Problem } from '../problem.ts';
import type { CheckedSource } from '../kinds/resolutions.ts';
import { foldedWords } from './words.ts';

const folded = (text: string): string =>
  ` ${foldedWords(text)
    .map(({ word }) => word)
    .join(' ')} `;

const namesOfTerm = (record: LibraryRecord): string[] =>
  record.kind === 'term'
    ? [
        record.term,
        ...(record.abbreviation === null ? [] : [record.abbreviation]),
        ...record.synonyms,
      ]
    : [];

/** The record that an address belongs to: of a stop its tour, of an edition its work. */
const recordOf = (address: string, records: ReadonlyMap<string, unknown>): string =>
  records.has(address) ? address : (address.split(/[@#]/)[0] ?? address);

/** Meetings that adopted something: `wtsa 2024`. */
const sittingsOf = (
  sources: readonly CheckedSource[],
  records: readonly PlacedRecord[],
): Set<string> =>
  new Set([
    ...sources.flatMap(({ document: { identity, history } }) => [
      `${identity.body} ${identity.edition}`,
      ...history.map(({ year }) => `${identity.body} ${year}`),
    ]),
    ...records.flatMap(({ record }) =>
      record.kind === 'reference'
        ? record.editions.map(({ edition }) => `${record.address.split('/')[0] ?? ''} ${edition}`)
        : [],
    ),
  ]);

/**
 * Every record that nothing leads to. Handbooks and tours are lists of their own; a chapter stands in its handbook. The
 * others must be cited, linked from another record, or met in some text: a reference also by a topic that it names, a
 * term by its words, a meeting by an edition that it adopted.
 */
export function checkOrphans(
  sources: readonly CheckedSource[],
  placed: readonly PlacedRecord[],
  documents: DocumentPlaces,
  unfit: ReadonlySet<string>,
): Problem[] {
  const records = new Map(placed.map((each) => [each.record.address as string, each]));
  const reached = new Set<string>(
    sources.flatMap((source) => citationsOf(source).map(({ work }) => work)),
  );
  for (const { record, links } of placed)
    for (const { to } of links) {
      const target = recordOf(to, records);
      if (target !== record.address) reached.add(target);
    }
  const sittings = sittingsOf(sources, placed);
  const texts = placed.map(({ record, texts: own }) => ({
    address: record.address as string,
    words: folded(own.flatMap(({ passages }) => passages.map(({ text }) => text)).join(' | ')),
  }));
  const documentWords = folded(wordsOfDocuments(documents).join(' | '));
  const isMet = (record: LibraryRecord): boolean =>
    namesOfTerm(record).some((name) => {
      // Without the space at its end: "counterfeit" is met in "counterfeiting".
      const words = folded(name).trimEnd();
      return (
        documentWords.includes(words) ||
        texts.some((text) => text.address !== record.address && text.words.includes(words))
      );
    });
  const isThere = (address: string): boolean => records.has(address) || unfit.has(address);

  const why = (record: LibraryRecord): string | null => {
    if (reached.has(record.address)) return null;
    switch (record.kind) {
      case 'handbook':
      case 'chapter':
      case 'tour':
        return null;
      case 'reference':
        return record.topics.some((topic) => isThere(`topic/${topic}`))
          ? null
          : 'no text cites it, no record leads to it, and it has no topic';
      case 'body':
        return 'no other record leads to it';
      case 'term':
        return isMet(record) ? null : 'no other text uses it, and no record leads to it';
      case 'meeting':
        return sittings.has(`${record.body} ${record.year}`)
          ? null
          : 'no edition here was adopted by it, and no record leads to it';
      case 'topic':
        return record.provisions.length > 0 ? null : 'nothing belongs to it';
    }
  };
  return placed.flatMap(({ record, file, line }) => {
    const reason = why(record);
    return reason === null
      ? []
      : [{ file, line, message: `${record.address} is an orphan: ${reason}` }];
  });
}
