import type { Provision, StructuredDocument } from '../../main/contract/document.ts';
import { plainText } from '../../main/contract/prose.ts';
import type { LibraryRecord } from '../../main/contract/records.ts';
import { placesOf } from '../../main/library/records/places.ts';
import { readContent } from '../../main/service/content/read-content.ts';
import { judgedQueries, judgments } from '../relevance/judged.ts';

/** A place of the bundled library as one document. */
export interface BenchDocument {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly text: string;
}

export interface BenchCollection {
  readonly name: string;
  /** Whether its documents are all that the bundled library holds, and its queries are for that library. */
  readonly isLibrary: boolean;
  readonly docs: readonly BenchDocument[];
  readonly queries: readonly { readonly id: string; readonly text: string }[];
  readonly qrels: readonly {
    readonly query: string;
    readonly doc: string;
    readonly grade: number;
  }[];
}

function provisionsOf(document: StructuredDocument): BenchDocument[] {
  const { work, edition } = document.identity;
  const read = (heading: string, provision: Provision): BenchDocument[] => [
    {
      id: `${work}@${edition}#${provision.address}`,
      kind: 'provision',
      title: heading,
      text: [provision.text, ...provision.footnotes.map(({ text }) => text)].join('\n'),
    },
    ...provision.provisions.flatMap((each) => read(heading, each)),
  ];
  return document.sections.flatMap(({ heading, provisions }) =>
    provisions.flatMap((each) => read(heading, each)),
  );
}

const recordsAsDocuments = (records: readonly LibraryRecord[]): BenchDocument[] =>
  records.flatMap(placesOf).map(({ address, kind, names, text }) => ({
    id: address,
    kind,
    title: names.join('\n'),
    text,
  }));

/** A query made from one place of the library, and the places to which that place leads. */
interface Linked {
  readonly id: string;
  readonly text: string;
  readonly to: readonly string[];
}

/** What a place leads to as places of its own: a section is its provisions. */
function spread(to: readonly string[], ids: readonly string[]): string[] {
  const known = new Set(ids);
  return [
    ...new Set(
      to.flatMap((address) =>
        known.has(address) ? [address] : ids.filter((id) => id.startsWith(`${address}.`)),
      ),
    ),
  ];
}

function collectionOf(
  name: string,
  docs: readonly BenchDocument[],
  linked: readonly Linked[],
): BenchCollection {
  const ids = docs.map(({ id }) => id);
  return {
    name,
    isLibrary: false,
    docs,
    queries: linked.map(({ id, text }) => ({ id, text })),
    qrels: linked.flatMap(({ id, to }) =>
      spread(to, ids).map((doc) => ({ query: id, doc, grade: 1 })),
    ),
  };
}

/**
 * Collections whose judgments stand in `content/` itself, because somebody who wrote a text linked it with what it is about:
 * a stop of a tour with what it shows, a term with what to see, a topic with what belongs to it, a note with its title. The text
 * of the one side is the query, in natural language; the text of the other is to be found. And the judged queries.
 */
export async function benchCollections(contentFolder: string): Promise<BenchCollection[]> {
  const { sources, records: read } = await readContent(contentFolder);
  const records = read.map(({ record }) => record);
  const docs = [
    ...sources.map(({ document: { identity }, name }) => ({
      id: `${identity.work}@${identity.edition}`,
      kind: 'edition',
      title: name,
      text: identity.title,
    })),
    ...sources.flatMap(({ document }) => provisionsOf(document)),
    ...recordsAsDocuments(records),
  ];
  const without = (...kinds: readonly string[]): BenchDocument[] =>
    docs.filter(({ kind }) => !kinds.includes(kind));

  const tours = records.filter(({ kind }) => kind === 'tour');
  const stops = tours.flatMap((tour) => (tour.kind === 'tour' ? tour.stops : []));
  const linkedStops = (textOf: (stop: (typeof stops)[number]) => string): Linked[] =>
    stops.map((stop) => ({
      id: stop.address,
      text: textOf(stop),
      to: stop.show.flatMap((shown) =>
        shown.kind === 'address' ? [shown.address] : shown.at === null ? [] : [shown.at],
      ),
    }));

  const terms = records.flatMap((term): Linked[] =>
    term.kind === 'term'
      ? [{ id: term.address, text: plainText(term.definition), to: term.see }]
      : [],
  );
  const topics = records.flatMap((topic): Linked[] => {
    if (topic.kind !== 'topic') return [];
    const slug = topic.address.slice('topic/'.length);
    const members = records.filter(({ topics: of }) => of.includes(slug));
    return [
      {
        id: topic.address,
        text: `${topic.title}. ${plainText(topic.lead)}`,
        to: [...topic.provisions, ...members.map(({ address }) => address)],
      },
    ];
  });
  const references = records.filter(({ kind }) => kind === 'reference');
  const titles = references.flatMap((record): Linked[] =>
    record.kind === 'reference'
      ? [{ id: `title of ${record.address}`, text: record.title, to: [record.address] }]
      : [],
  );
  const notes = recordsAsDocuments(references).map(({ id, kind, text }) => ({
    id,
    kind,
    text,
    title: '',
  }));

  return [
    { name: 'judged queries', isLibrary: true, docs, queries: judgedQueries(), qrels: judgments() },
    collectionOf(
      'stops, what is said',
      without('edition', 'stop', 'tour', 'topic'),
      linkedStops(({ notes: said }) => plainText(said)),
    ),
    collectionOf(
      'stops, title and question',
      without('edition', 'stop', 'tour', 'topic'),
      linkedStops(({ title, question }) => `${title}. ${question}`),
    ),
    collectionOf('definitions', without('edition', 'term', 'topic'), terms),
    collectionOf('topics', without('edition', 'topic', 'stop', 'meeting'), topics),
    collectionOf('titles and notes', notes, titles),
  ];
}
