import type { LibraryRecord } from '../../../contract/records.ts';

/** The official titles and names of a record: words that every text may use as they are. */
export function titlesOf(record: LibraryRecord): string[] {
  switch (record.kind) {
    case 'reference':
      return [record.name, record.title];
    case 'body':
      return [record.name, ...record.short];
    case 'meeting':
      return [record.name, record.place];
    case 'term':
      return [
        record.term,
        ...record.synonyms,
        ...(record.abbreviation === null ? [] : [record.abbreviation]),
      ];
    case 'handbook':
    case 'chapter':
    case 'topic':
      return [record.title];
    case 'tour':
      return [record.title, ...record.stops.map(({ title }) => title)];
  }
}

/** Those of them that others gave. The rest are titles of the library's own. */
export function officialNamesOf(record: LibraryRecord): string[] {
  switch (record.kind) {
    case 'reference':
    case 'body':
    case 'meeting':
    case 'term':
      return titlesOf(record);
    case 'handbook':
    case 'chapter':
    case 'tour':
    case 'topic':
      return [];
  }
}
