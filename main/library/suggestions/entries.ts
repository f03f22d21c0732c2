import type { SuggestionKind } from '../../contract/answers.ts';
import type { ActorId } from '../../contract/ids.ts';
import type { Connection } from '../opening.ts';
import type { Naming } from '../new-edition.ts';

/** A suggestion before it has a number. */
export interface SuggestionEntry {
  readonly kind: SuggestionKind;
  /** What a person reads. */
  readonly text: string;
  readonly address: string;
  /** Other names of it: what begins with the words typed in one of them fits as well as in the text. */
  readonly aliases: readonly string[];
  /** Further words that find it, less well. */
  readonly alsoFoundBy: string;
}

/** One of a document; a person's own library suggests no other. */
export interface DocumentSuggestion extends SuggestionEntry {
  readonly kind: 'edition' | 'work' | 'section' | 'actor';
}

export interface SectionRow {
  readonly row: number;
  readonly address: string;
  readonly heading: string;
  readonly edition: string;
  readonly editionName: string;
  readonly actors: string;
}

const newestFirst = 'd.year DESC, d.edition DESC, d.id';

/** The rows of one edition where `edition` is its row, of all where it is null. */
const chosen = '(@edition IS NULL OR d.id = @edition)';

export function editionEntries(
  connection: Connection,
  edition: number | null = null,
): DocumentSuggestion[] {
  return connection
    .prepare<
      { edition: number | null },
      { address: string; name: string; title: string; meeting: string; work: string }
    >(
      `SELECT d.address, d.name, d.title, d.meeting, w.name AS work
       FROM editions d JOIN works w ON w.id = d.work_id WHERE ${chosen} ORDER BY ${newestFirst}`,
    )
    .all({ edition })
    .map((row) => ({
      kind: 'edition',
      text: `${row.name}: ${row.title}`,
      address: row.address,
      // "Resolution 92" is what people type whole; the place and year behind it are how print tells editions apart.
      aliases: [row.work, row.name.replace(/ \([^)]*\)$/, ''), row.title],
      alsoFoundBy: row.meeting,
    }));
}

export function sectionRows(connection: Connection, edition: number | null = null): SectionRow[] {
  return connection
    .prepare<{ edition: number | null }, SectionRow>(
      `SELECT s.id AS row, s.address, s.heading, d.address AS edition, d.name AS editionName,
              coalesce((SELECT group_concat(a.actor, ' ' ORDER BY a.position) FROM actors a
                        WHERE a.section_id = s.id AND a.is_addressee = 1), '') AS actors
       FROM sections s JOIN editions d ON d.id = s.edition_id
       WHERE ${chosen} ORDER BY ${newestFirst}, s.id`,
    )
    .all({ edition });
}

/** An actor leads to the newest section that speaks to it, and to it alone where there is one. */
export function actorEntries(rows: readonly SectionRow[], naming: Naming): DocumentSuggestion[] {
  const best = new Map<string, SectionRow>();
  const isAlone = (row: SectionRow): boolean => !row.actors.includes(' ');
  for (const row of rows) {
    for (const actor of row.actors.split(' ').filter((id) => id !== '')) {
      const found = best.get(actor);
      const isBetter = found?.edition === row.edition && !isAlone(found) && isAlone(row);
      if (found === undefined || isBetter) best.set(actor, row);
    }
  }
  return [...best].map(([actor, row]) => {
    const [text, ...others] = naming.namesOfActor(actor as ActorId);
    return {
      kind: 'actor',
      text,
      address: `${row.edition}#${row.address}`,
      aliases: others,
      alsoFoundBy: '',
    };
  });
}

/**
 * Works that are cited (by one edition, or by any) and not here; those that are here are suggested by their editions,
 * those that have a record as what it says they are.
 */
export function citedEntries(
  connection: Connection,
  edition: number | null = null,
): DocumentSuggestion[] {
  return connection
    .prepare<{ edition: number | null }, { work: string; number: string; name: string }>(
      `SELECT work, number, name FROM works w
       WHERE NOT EXISTS (SELECT 1 FROM editions d WHERE d.work_id = w.id)
         AND NOT EXISTS (SELECT 1 FROM records o WHERE o.address = w.work)
         AND (@edition IS NULL OR id IN (SELECT work_id FROM citations WHERE edition_id = @edition))
       ORDER BY work`,
    )
    .all({ edition })
    .map((row) => ({
      kind: 'work',
      text: row.name,
      address: row.work,
      aliases: [row.number],
      alsoFoundBy: '',
    }));
}

/** Text before any heading is found by the edition's own name. */
export const headed = (rows: readonly SectionRow[]): SectionRow[] =>
  rows.filter(({ heading }) => heading !== '');

/** One for each headed row. */
export function sectionEntries(rows: readonly SectionRow[], naming: Naming): DocumentSuggestion[] {
  return headed(rows).map((row) => ({
    kind: 'section',
    text: `${row.heading}, ${row.editionName}`,
    address: `${row.edition}#${row.address}`,
    aliases: [],
    alsoFoundBy: row.actors
      .split(' ')
      .filter((id) => id !== '')
      .flatMap((actor) => naming.namesOfActor(actor as ActorId))
      .join(' '),
  }));
}
