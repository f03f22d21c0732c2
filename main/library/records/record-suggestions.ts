import type { ActorId } from '../../contract/ids.ts';
import type { LibraryRecord, RecordKind } from '../../contract/records.ts';
import type { Naming } from '../new-edition.ts';
import type { Connection } from '../opening.ts';
import type { SuggestionEntry } from '../suggestions/entries.ts';
import { tailsOf } from './places.ts';

/** As kinds come in suggestions that fit equally well. */
const order = {
  reference: 0,
  body: 1,
  term: 2,
  meeting: 3,
  topic: 4,
  handbook: 5,
  tour: 6,
  chapter: 7,
} satisfies Record<RecordKind, number>;

/** By what a record is suggested: `text` to read, the other names that it is found by. */
function namesFor(
  record: LibraryRecord,
  naming: Naming,
  titleAt: (address: string) => string,
): Pick<SuggestionEntry, 'text' | 'aliases' | 'alsoFoundBy'> {
  switch (record.kind) {
    case 'reference': {
      const [, ...tails] = tailsOf(record.name);
      return {
        text: `${record.name}: ${record.title}`,
        aliases: [...tails, record.title],
        alsoFoundBy: '',
      };
    }
    case 'body': {
      // As its actor is, so that both fit what is typed equally well.
      const asActors = record.actors.flatMap((actor: ActorId) => naming.namesOfActor(actor));
      const aliases = [...new Set([...asActors, ...record.short])];
      return {
        text: record.name,
        aliases: aliases.filter((name) => name !== record.name),
        alsoFoundBy: '',
      };
    }
    case 'term':
      return {
        text: record.abbreviation === null ? record.term : `${record.abbreviation}: ${record.term}`,
        aliases: [
          ...(record.abbreviation === null ? [] : [record.abbreviation]),
          record.term,
          ...record.synonyms,
        ],
        alsoFoundBy: '',
      };
    case 'meeting':
      return {
        text: `${record.name}: ${record.place}, ${record.year}`,
        aliases: [record.place],
        alsoFoundBy: '',
      };
    case 'chapter':
      return {
        text: `${record.title}, ${titleAt(record.handbook)}`,
        aliases: [],
        alsoFoundBy: '',
      };
    case 'handbook':
    case 'tour':
    case 'topic':
      return { text: record.title, aliases: [], alsoFoundBy: '' };
  }
}

/** What records are suggested; a work whose text is here is suggested by its editions. */
export function recordEntries(connection: Connection, naming: Naming): SuggestionEntry[] {
  const titleAt = connection
    .prepare<[string], string>('SELECT title FROM record_places WHERE address = ?')
    .pluck();
  return connection
    .prepare<[], string>(
      `SELECT data FROM records
       WHERE address NOT IN (SELECT work FROM works JOIN editions ON work_id = works.id) ORDER BY id`,
    )
    .pluck()
    .all()
    .map((data) => JSON.parse(data) as LibraryRecord)
    .toSorted((a, b) => order[a.kind] - order[b.kind])
    .map((record) => {
      const names = namesFor(record, naming, (address) => titleAt.get(address) ?? '');
      return Object.assign(names, { kind: record.kind, address: record.address });
    });
}
