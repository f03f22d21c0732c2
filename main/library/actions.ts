import type { Action } from '../contract/answers.ts';
import type { ActorId, Address, EditionId } from '../contract/ids.ts';
import { textReader, type StoredText } from './coded-text.ts';
import type { Connection } from './opening.ts';

/** Which actions are wanted; null: of all. */
export interface WantedActions {
  readonly actors: readonly string[] | null;
  readonly editions: readonly EditionId[] | null;
}

interface SectionRow {
  readonly id: number;
  readonly verb: string;
  readonly heading: string;
  readonly edition: EditionId;
  readonly name: string;
  readonly year: number;
  readonly body: ActorId;
}

interface ActorRow {
  readonly section: number;
  readonly actor: ActorId;
  readonly isAddressee: number;
}

interface ProvisionRow {
  readonly id: number;
  readonly section: number;
  readonly parent: number | null;
  readonly address: string;
  readonly label: string;
  readonly text: string;
}

type StoredProvisionRow = Omit<ProvisionRow, 'text'> & { readonly text: StoredText };

/** A provision's words and those of what stands under it, each with its label, in document order. */
function wordsOf(
  row: ProvisionRow,
  children: ReadonlyMap<number | null, readonly ProvisionRow[]>,
): string {
  const below = (children.get(row.id) ?? []).flatMap((child) => [
    child.label,
    wordsOf(child, children),
  ]);
  return [row.text, ...below].filter((words) => words !== '').join(' ');
}

/** Reads who must do what. */
export function readActions(connection: Connection) {
  const readText = textReader(connection);
  // An assembly is asked for what its sections resolve without naming anybody.
  const sections = connection.prepare<
    { actors: string | null; editions: string | null },
    SectionRow
  >(
    `SELECT s.id, s.kind AS verb, s.heading, d.address AS edition, d.name, d.year, w.body
     FROM sections s JOIN editions d ON d.id = s.edition_id JOIN works w ON w.id = d.work_id
     WHERE s.is_operative = 1 AND s.is_annex = 0
       AND (@editions IS NULL OR d.address IN (SELECT value FROM json_each(@editions)))
       AND (@actors IS NULL
         OR EXISTS (SELECT 1 FROM actors a WHERE a.section_id = s.id AND a.is_addressee = 1
                    AND a.actor IN (SELECT value FROM json_each(@actors)))
         OR (w.body IN (SELECT value FROM json_each(@actors))
             AND NOT EXISTS (SELECT 1 FROM actors a WHERE a.section_id = s.id AND a.is_addressee = 1)))
     ORDER BY s.id`,
  );
  const actorsOf = connection.prepare<[string], ActorRow>(
    `SELECT section_id AS section, actor, is_addressee AS isAddressee FROM actors
     WHERE section_id IN (SELECT value FROM json_each(?)) ORDER BY section_id, position`,
  );
  const provisionsOf = connection.prepare<[string], StoredProvisionRow>(
    `SELECT p.id, p.section_id AS section, p.parent_id AS parent, s.address || '.' || p.path AS address, p.label, p.text
     FROM provisions p JOIN sections s ON s.id = p.section_id
     WHERE p.section_id IN (SELECT value FROM json_each(?)) ORDER BY p.id`,
  );
  const known = connection
    .prepare<[], string>(
      `SELECT actor FROM actors
       UNION SELECT w.body FROM works w JOIN editions d ON d.work_id = w.id ORDER BY 1`,
    )
    .pluck();

  return {
    /** What operative provisions ask, in document order within each edition. */
    actions: ({ actors, editions }: WantedActions): Action[] => {
      const rows = sections.all({
        actors: actors === null ? null : JSON.stringify(actors),
        editions: editions === null ? null : JSON.stringify(editions),
      });
      const ids = JSON.stringify(rows.map(({ id }) => id));
      const named = Map.groupBy(actorsOf.all(ids), ({ section }) => section);
      const provisions = Map.groupBy(
        provisionsOf.all(ids).map((row) => Object.assign(row, { text: readText(row.text) })),
        ({ section }) => section,
      );
      return rows.flatMap((row) => {
        const those = named.get(row.id) ?? [];
        const addressees = those.filter(({ isAddressee }) => isAddressee === 1);
        const asked = addressees.length === 0 ? [row.body] : addressees.map(({ actor }) => actor);
        const collaborators = those
          .filter(({ isAddressee }) => isAddressee === 0)
          .map(({ actor }) => actor);
        const children = Map.groupBy(provisions.get(row.id) ?? [], ({ parent }) => parent);
        return (children.get(null) ?? []).flatMap((provision) => {
          const text = wordsOf(provision, children);
          return asked
            .filter((actor) => actors === null || actors.includes(actor))
            .map((actor) => ({
              actor,
              verb: row.verb,
              address: `${row.edition}#${provision.address}` as Address,
              text,
              label: provision.label,
              heading: row.heading,
              collaborators,
              edition: row.edition,
              name: row.name,
              year: row.year,
            }));
        });
      });
    },
    /** Everybody whom a document speaks to or adopts, in alphabetical order. */
    knownActors: (): string[] => known.all(),
  };
}
