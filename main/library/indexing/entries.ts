import type { Connection } from '../opening.ts';
import { wordsBeside } from '../words-beside.ts';
import type { Field } from './bm25.ts';
import { importance } from './bm25.ts';
import type { Profile } from './columns.ts';

/** What search answers with: a title, a provision, or a place of a record. */
export type EntryKind = 'title' | 'provision' | 'place';

export interface Entry {
  readonly kind: EntryKind;
  /** Of the edition, the provision or the place; and of its edition, 0 where it has none. */
  readonly row: number;
  readonly edition: number;
  readonly section: number;
  readonly isOperative: boolean;
}

type EntryRow = [kind: number, row: number, edition: number, section: number, isOperative: number];

const kinds = ['title', 'provision', 'place'] as const;

/**
 * Every entry in the order of its importance, which is its number: titles, then operative before preambular, then newer
 * before older, then records. Where two fit a query equally well the lower number comes first, the same each time.
 */
export function entriesInOrder(connection: Connection): Entry[] {
  return connection
    .prepare<[], EntryRow>(
      `SELECT kind, id, edition_id, section_id, is_operative FROM (
         SELECT 0 AS kind, id, id AS edition_id, 0 AS section_id, 0 AS is_operative, year FROM editions
         UNION ALL
         SELECT 1, p.id, s.edition_id, s.id, s.is_operative, d.year
         FROM provisions p JOIN sections s ON s.id = p.section_id JOIN editions d ON d.id = s.edition_id
         UNION ALL
         SELECT 2, id, 0, 0, 0, 0 FROM record_places
       ) ORDER BY kind, is_operative DESC, year DESC, edition_id, id`,
    )
    .raw()
    .all()
    .map(([kind, row, edition, section, isOperative]) => ({
      kind: kinds[kind] ?? 'place',
      row,
      edition,
      section,
      isOperative: isOperative === 1,
    }));
}

/** What is indexed of an entry. */
export interface EntryContent {
  readonly texts: Readonly<Record<Field, string>>;
  readonly profile: Profile;
  /** By how much everything that it says counts. */
  readonly weight: number;
}

interface EditionRow {
  readonly type: string;
  readonly body: string;
  readonly year: number;
  readonly language: string;
  readonly name: string;
  readonly title: string;
  readonly address: string;
  readonly isNewest: number;
}

interface SectionRow {
  readonly address: string;
  readonly kind: string;
  readonly heading: string;
  readonly actors: string;
}

type ProvisionRow = [path: string, text: string, footnotes: string, extras: string, cites: number];

interface PlaceRow {
  readonly address: string;
  readonly kind: string;
  readonly names: string;
  readonly text: string;
  readonly type: string;
  readonly body: string | null;
  readonly year: number | null;
  readonly hasText: number;
}

/** Records are written in English. */
export const languageOfRecords = 'en';

/** Asks once for each row, however often it is wanted. */
function remembered<Row>(read: (row: number) => Row | undefined): (row: number) => Row {
  const known = new Map<number, Row>();
  return (row) => {
    let found = known.get(row);
    if (found === undefined) {
      found = read(row);
      if (found === undefined) throw new Error(`There is no row ${row}.`);
      known.set(row, found);
    }
    return found;
  };
}

const slugOf = (address: string): string => address.replace(/^topic\//, '');

/** By which topics an address is listed: those that lead to it, and those that its own record names. */
function readTopics(connection: Connection): (addresses: () => readonly string[]) => string {
  const topics = new Map<string, Set<string>>();
  const add = (address: string, topic: string): void => {
    const known = topics.get(address) ?? new Set();
    topics.set(address, known.add(topic));
  };
  const links = connection
    .prepare<[], { topic: string; target: string }>(
      `SELECT r.address AS topic, l.target FROM links l JOIN record_places r ON r.id = l.place_id
       WHERE r.kind = 'topic' ORDER BY l.id`,
    )
    .all();
  for (const { topic, target } of links) add(target, slugOf(topic));
  const records = connection
    .prepare<[], { address: string; target: string }>(
      `SELECT r.address, l.target FROM links l JOIN record_places r ON r.id = l.place_id
       WHERE l.target LIKE 'topic/%' AND r.kind <> 'topic' ORDER BY l.id`,
    )
    .all();
  for (const { address, target } of records) add(address, slugOf(target));
  return (addresses) => {
    if (topics.size === 0) return '';
    const found = new Set<string>();
    for (const address of addresses())
      for (const topic of topics.get(address) ?? []) found.add(topic);
    return [...found].toSorted().join(' ');
  };
}

/** Reads what is indexed of entries. */
export function createContentReader(connection: Connection): (entry: Entry) => EntryContent {
  const edition = remembered(
    (() => {
      const read = connection.prepare<[number], EditionRow>(
        `SELECT w.type, w.body, d.year, d.language, d.name, d.title, d.address,
                NOT EXISTS (SELECT 1 FROM editions o WHERE o.work_id = d.work_id
                            AND (o.year, o.edition) > (d.year, d.edition)) AS isNewest
         FROM editions d JOIN works w ON w.id = d.work_id WHERE d.id = ?`,
      );
      return (row: number) => read.get(row);
    })(),
  );
  const section = remembered(
    (() => {
      const read = connection.prepare<[number], SectionRow>(
        `SELECT s.address, s.kind, s.heading,
                coalesce((SELECT group_concat(actor, ' ' ORDER BY actor) FROM (
                  SELECT DISTINCT a.actor FROM actors a WHERE a.section_id = s.id AND a.is_addressee = 1
                )), '') AS actors
         FROM sections s WHERE s.id = ?`,
      );
      return (row: number) => read.get(row);
    })(),
  );
  const provision = connection
    .prepare<[number], ProvisionRow>(
      `SELECT path, text, footnotes, extras,
              EXISTS (SELECT 1 FROM citations c WHERE c.provision_id = p.id) AS cites
       FROM provisions p WHERE id = ?`,
    )
    .raw();
  const place = connection.prepare<[number], PlaceRow>(
    `SELECT r.address, r.kind, r.names, r.text, r.type, r.body, r.year,
            r.kind = 'reference' AND EXISTS (
              SELECT 1 FROM works w JOIN editions d ON d.work_id = w.id WHERE w.work = r.address) AS hasText
     FROM record_places r WHERE r.id = ?`,
  );
  const topicsOf = readTopics(connection);

  return ({ kind, row, edition: editionRow, section: sectionRow, isOperative }) => {
    if (kind === 'place') {
      const found = place.get(row);
      if (found === undefined) throw new Error(`There is no place ${row}.`);
      return {
        texts: { text: found.text, heading: found.names, notes: '' },
        weight: importance.record,
        profile: {
          type: found.type,
          body: found.body ?? '',
          year: found.year === null ? '' : `${found.year}`,
          section: '',
          place: '',
          actor: '',
          topic: topicsOf(() => [found.address]),
          lang: languageOfRecords,
          has: found.hasText === 1 ? 'text' : found.kind === 'reference' ? 'record' : '',
        },
      };
    }
    const { type, body, year, language, name, title, address, isNewest } = edition(editionRow);
    const common = { type, body, year: `${year}`, lang: language };
    const newest = isNewest * importance.newest;
    if (kind === 'title') {
      return {
        texts: { text: title, heading: name, notes: '' },
        weight: 1 + newest,
        profile: {
          ...common,
          section: '',
          place: '',
          actor: '',
          topic: topicsOf(() => [address, address.replace(/@.*$/, '')]),
          has: 'text',
        },
      };
    }
    const around = section(sectionRow);
    const found = provision.get(row);
    if (found === undefined) throw new Error(`There is no provision ${row}.`);
    const [path, text, footnotes, extras, cites] = found;
    const beside = wordsBeside({ footnotes, extras });
    const has = cites === 1 ? ['citation', ...beside.has] : beside.has;
    return {
      texts: { text, heading: around.heading, notes: beside.words },
      weight: 1 + newest + (isOperative ? importance.operative : 0),
      profile: {
        ...common,
        section: around.kind,
        place: around.address,
        actor: around.actors,
        topic: topicsOf(() => [
          `${address}#${around.address}.${path}`,
          `${address}#${around.address}`,
        ]),
        has: has.join(' '),
      },
    };
  };
}
