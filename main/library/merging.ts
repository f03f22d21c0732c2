import type { Action, EditionSummary, IncomingCitation, Suggestion } from '../contract/answers.ts';
import type { EditionId, WorkId } from '../contract/ids.ts';
import type { StoredCitation } from './citing.ts';
import type { TitledText } from './network.ts';
import { isNewer } from './standing.ts';
import type { RankedSuggestion } from './suggestions/index.ts';

/** What several libraries answer, made one answer. Each part is in its library's own order. */

const newestFirst = (a: EditionSummary, b: EditionSummary): number => {
  const [one, other] = [
    { year: a.year, edition: a.edition },
    { year: b.year, edition: b.edition },
  ];
  if (isNewer(one, other)) return -1;
  return isNewer(other, one) ? 1 : 0;
};

// Made when it is first needed: it takes the runtime ten milliseconds, and most questions sort nothing by number.
let collator: Intl.Collator | undefined;

/** Compares as people count: Y.900 before Y.3101. */
function inNumberOrder(a: string, b: string): number {
  collator ??= new Intl.Collator('en', { numeric: true });
  return collator.compare(a, b);
}

/** Editions of one work, newest first. */
export const mergeEditions = (editions: readonly EditionSummary[]): EditionSummary[] =>
  editions.toSorted(newestFirst);

/** Every edition: works by body, type and number, newest first within a work. */
export const mergeCatalogues = (editions: readonly EditionSummary[]): EditionSummary[] =>
  mergeEditions(editions).toSorted(
    (a, b) =>
      inNumberOrder(a.body, b.body) ||
      inNumberOrder(a.type, b.type) ||
      inNumberOrder(a.number, b.number),
  );

/** Actions of several libraries, each in document order: in the order of the editions. */
export function mergeActions(
  actions: readonly Action[],
  editions: readonly EditionSummary[],
): Action[] {
  const places = new Map(editions.map(({ edition }, at) => [edition, at]));
  const place = ({ edition }: Action): number => places.get(edition) ?? editions.length;
  return actions.toSorted((a, b) => place(a) - place(b));
}

/** Of each work the newest of its titles. */
export function newestTitles(texts: readonly TitledText[]): Map<WorkId, string> {
  const newest = new Map<WorkId, TitledText>();
  for (const text of texts) {
    const known = newest.get(text.work);
    if (known === undefined || isNewer(text, known)) newest.set(text.work, text);
  }
  return new Map([...newest.values()].map(({ work, title }) => [work, title]));
}

/** The edition that an address stands in. */
export const editionOfAddress = (address: string): EditionId =>
  address.replace(/#.*$/, '') as EditionId;

/** Says for each citation which edition opens, whichever library holds it. */
export function openWherever(
  citations: readonly StoredCitation[],
  editionsOf: (work: WorkId) => readonly EditionSummary[],
): StoredCitation[] {
  const known = new Map<WorkId, readonly EditionSummary[]>();
  return citations.map((citation) => {
    const editions = known.get(citation.work) ?? editionsOf(citation.work);
    known.set(citation.work, editions);
    const cited = editions.find(
      ({ edition }) => edition === `${citation.work}@${citation.edition ?? ''}`,
    );
    return { ...citation, opens: (cited ?? editions[0])?.edition ?? null };
  });
}

/**
 * Citations of a work from several libraries: those of the edition asked for first, then those that name none, then the
 * others; newest citing edition first.
 */
export function mergeIncoming(
  citations: readonly IncomingCitation[],
  edition: string | null,
  yearOf: (edition: EditionId) => number,
): IncomingCitation[] {
  const closeness = (citation: IncomingCitation): number => {
    if (citation.edition === null) return 1;
    return citation.edition === edition ? 0 : 2;
  };
  const years = new Map<EditionId, number>();
  const year = ({ from }: IncomingCitation): number => {
    const citing = editionOfAddress(from);
    const known = years.get(citing) ?? yearOf(citing);
    years.set(citing, known);
    return known;
  };
  return citations.toSorted((a, b) => closeness(a) - closeness(b) || year(b) - year(a));
}

/**
 * The best of what several libraries suggest. What two of them suggest under the same name is suggested once, and leads
 * to the newer edition; a work that one knows only by name or record is not suggested where the other has its text, and
 * one that one knows by name and the other by record is suggested as its record. Bare names come after what several have:
 * the smaller a library is, the higher they stand in it.
 */
export function mergeSuggestions(
  ofEach: readonly (readonly RankedSuggestion[])[],
  limit: number,
  knows: { hasText(work: WorkId): boolean; yearOf(edition: EditionId): number },
): Suggestion[] {
  const chosen = new Map<string, Suggestion>();
  const suggestions = ofEach.flat();
  const isBare = ({ item }: RankedSuggestion): number =>
    ofEach.length > 1 && item.kind === 'work' ? 1 : 0;
  // What one library knows as it was typed is not misspelt, whatever another makes of it.
  const isMisspelt = suggestions.every(({ isCorrected }) => isCorrected);
  const fitting = suggestions
    .filter(({ isCorrected }) => isCorrected === isMisspelt)
    .toSorted((a, b) => a.fit - b.fit || isBare(a) - isBare(b) || a.place - b.place);
  for (const { item } of fitting) {
    const isWork = item.kind === 'work' || item.kind === 'reference';
    const key = `${isWork ? 'work' : item.kind} ${item.kind === 'actor' ? item.text : item.address}`;
    const known = chosen.get(key);
    if (known === undefined) {
      if (chosen.size === limit) continue;
      if (isWork && knows.hasText(item.address as string as WorkId)) continue;
      chosen.set(key, item);
    } else if (
      (isWork && known.kind === 'work') ||
      knows.yearOf(editionOfAddress(item.address)) > knows.yearOf(editionOfAddress(known.address))
    ) {
      chosen.set(key, item);
    }
  }
  return [...chosen.values()];
}
