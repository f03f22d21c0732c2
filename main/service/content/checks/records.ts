import { checkActors } from './actors.ts';
import { checkCited } from './cited.ts';
import { checkAllEditions } from './editions.ts';
import { checkGrounds } from './grounds.ts';
import { checkLinks } from './links.ts';
import { checkMeetings } from './meetings.ts';
import { checkOrphans } from './orphans.ts';
import { checkQuotations } from './quotations.ts';
import { checkSharedWords } from './shared-words.ts';
import { checkTerms } from './terms.ts';
import type { DocumentPlaces } from './document-places.ts';
import type { PlacedRecord } from '../placed.ts';
import { collectPlaces } from './places.ts';
import type { Problem } from '../problem.ts';
import type { CheckedSource } from '../kinds/resolutions.ts';
import { officialNamesOf } from './titles.ts';

/** Everything that one file cannot tell by itself: what records say of each other and of the documents. */
export function checkRecords(content: {
  readonly sources: readonly CheckedSource[];
  readonly documents: DocumentPlaces;
  readonly records: readonly PlacedRecord[];
  /** Addresses of records that are there but do not fit. */
  readonly unfit: ReadonlySet<string>;
}): Problem[] {
  const { sources, documents, records, unfit } = content;
  const places = collectPlaces(documents, records, unfit);
  const hasReferences = records.some(({ record }) => record.kind === 'reference');
  const official = [
    ...sources.map(({ document }) => document.identity.title),
    ...records.flatMap(({ record }) => officialNamesOf(record)),
  ];
  return [
    ...checkLinks(records, places),
    ...(hasReferences ? checkCited(sources, places, unfit) : []),
    ...checkOrphans(sources, records, documents, unfit),
    ...checkAllEditions(records, places),
    ...checkActors(sources, records),
    ...checkTerms(records),
    ...checkMeetings(sources, records),
    ...checkQuotations(records, places),
    ...checkSharedWords(records, documents, official),
    ...checkGrounds(records),
  ];
}
