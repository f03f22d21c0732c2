import type { Annex, Citation, Paragraph, Provision, Section } from '../contract/document.ts';
import type { ActorId, WorkId } from '../contract/ids.ts';
import { textReader, type ReadText, type StoredText } from './coded-text.ts';
import type { Connection } from './opening.ts';
import { parseExtras, parseFootnotes } from './words-beside.ts';

interface SectionRow {
  readonly id: number;
  readonly address: string;
  readonly kind: string;
  readonly heading: string;
  readonly is_annex: number;
}

interface ProvisionRow {
  readonly id: number;
  readonly section_id: number;
  readonly parent_id: number | null;
  readonly address: string;
  readonly path: string;
  readonly label: string;
  readonly text: StoredText;
  readonly footnotes: string;
  readonly extras: string;
}

interface CitationRow {
  readonly holder: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly work: WorkId;
  readonly edition: string | null;
}

interface ActorRow {
  readonly section_id: number;
  readonly actor: ActorId;
  readonly is_addressee: number;
}

const toCitation = ({ start, end, text, work, edition }: CitationRow): Citation => ({
  start,
  end,
  text,
  work,
  edition,
});

/** The provisions under `parent`, with all that hangs on them, from rows in document order. */
function toTree(
  provisions: ReadonlyMap<number | null, readonly ProvisionRow[]>,
  citations: ReadonlyMap<number, readonly CitationRow[]>,
  parent: number | null,
  readText: ReadText,
): Provision[] {
  // oxlint-disable-next-line oxc/no-map-spread -- what is spread is new, and has three fields at most
  return (provisions.get(parent) ?? []).map((row) => ({
    address: row.address,
    path: row.path,
    label: row.label,
    text: readText(row.text),
    footnotes: parseFootnotes(row.footnotes),
    citations: (citations.get(row.id) ?? []).map(toCitation),
    ...parseExtras(row.extras),
    provisions: toTree(provisions, citations, row.id, readText),
  }));
}

/** Reads an edition's structure back as it was written. `edition` is the edition's row. */
export function readStructure(connection: Connection) {
  const readText = textReader(connection);
  const sectionRows = connection.prepare<[number], SectionRow>(
    'SELECT id, address, kind, heading, is_annex FROM sections WHERE edition_id = ? ORDER BY id',
  );
  const provisionRows = connection.prepare<[number], ProvisionRow>(
    `SELECT p.*, s.address || '.' || p.path AS address FROM provisions p JOIN sections s ON s.id = p.section_id
     WHERE s.edition_id = ? ORDER BY p.id`,
  );
  const actorRows = connection.prepare<[number], ActorRow>(
    `SELECT a.section_id, a.actor, a.is_addressee FROM actors a JOIN sections s ON s.id = a.section_id
     WHERE s.edition_id = ? ORDER BY a.section_id, a.position`,
  );
  const paragraphRows = connection.prepare<[number], { id: number; text: string }>(
    'SELECT id, text FROM paragraphs WHERE edition_id = ? ORDER BY id',
  );
  const citationRows = (holder: 'provision_id' | 'paragraph_id') =>
    connection.prepare<[number], CitationRow>(
      `SELECT c.${holder} AS holder, c.start, c.end, c.text, w.work, c.edition
       FROM citations c JOIN works w ON w.id = c.work_id
       WHERE c.edition_id = ? AND c.${holder} IS NOT NULL ORDER BY c.id`,
    );
  const ofProvisions = citationRows('provision_id');
  const ofParagraphs = citationRows('paragraph_id');

  /** How to make a section of its row, all rows of the edition being read at once. */
  const sectionReader = (edition: number): ((row: SectionRow) => Section) => {
    const provisions = Map.groupBy(provisionRows.all(edition), (row) => row.section_id);
    const citations = Map.groupBy(ofProvisions.all(edition), (row) => row.holder);
    const actors = Map.groupBy(actorRows.all(edition), (row) => row.section_id);
    return ({ id, address, kind, heading }) => {
      const named = (isAddressee: number) =>
        (actors.get(id) ?? [])
          .filter((actor) => actor.is_addressee === isAddressee)
          .map((actor) => actor.actor);
      const children = Map.groupBy(provisions.get(id) ?? [], (child) => child.parent_id);
      return {
        address,
        kind,
        heading,
        actors: named(1),
        collaborators: named(0),
        provisions: toTree(children, citations, null, readText),
      };
    };
  };

  return {
    /** The sections and the annexes, each in document order. */
    structure: (edition: number): { sections: Section[]; annexes: Annex[] } => {
      const toSection = sectionReader(edition);
      const rows = sectionRows.all(edition);
      return {
        sections: rows.filter((row) => row.is_annex === 0).map(toSection),
        annexes: rows
          .filter((row) => row.is_annex === 1)
          .map(toSection)
          .map(({ address, heading, provisions }) => ({ address, heading, provisions })),
      };
    },
    /** What stands before the title. */
    preface: (edition: number): Paragraph[] => {
      const citations = Map.groupBy(ofParagraphs.all(edition), (row) => row.holder);
      return paragraphRows.all(edition).map(({ id, text }) => ({
        text,
        citations: (citations.get(id) ?? []).map(toCitation),
      }));
    },
  };
}
