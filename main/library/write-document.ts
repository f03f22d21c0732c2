import type { Citation, Provision, Section } from '../contract/document.ts';
import { isOperative } from '../contract/document.ts';
import { editionId, type WorkId } from '../contract/ids.ts';
import type { Connection } from './opening.ts';
import type { Naming, NewEdition } from './new-edition.ts';
import { prepared } from './prepared.ts';

/** Where citations stand: in a provision, or in a paragraph before the title. */
type Holder =
  | { readonly provision: number; readonly paragraph: null }
  | { readonly provision: null; readonly paragraph: number };

const countProvisions = (provisions: readonly Provision[]): number =>
  provisions.reduce((sum, provision) => sum + 1 + countProvisions(provision.provisions), 0);

/** Extras as they are stored: empty where there is none, as almost everywhere. */
const storedExtras = ({ references, table, figure }: Provision): string =>
  references === undefined && table === undefined && figure === undefined
    ? ''
    : JSON.stringify({ references, table, figure });

/**
 * Writes one edition with everything in it, in document order, which is what the row numbers then say. Answers the
 * edition's row.
 */
export function writeDocument(connection: Connection, entry: NewEdition, naming: Naming): number {
  const { document, provenance } = entry;
  const { identity } = document;

  const insert = (sql: string, ...values: (string | number | null)[]): number =>
    Number(prepared(connection, sql).run(...values).lastInsertRowid);

  const workRow = (work: WorkId): number => {
    const found = prepared(connection, 'SELECT id FROM works WHERE work = ?').get(work);
    if (found !== undefined) return (found as { id: number }).id;
    const [body = '', type = '', number = ''] = work.split('/');
    return insert(
      'INSERT INTO works (work, body, type, number, name) VALUES (?, ?, ?, ?, ?)',
      work,
      body,
      type,
      number,
      naming.nameOfWork(work, null),
    );
  };

  // An annex is stored as a section of the kind "annex", and read back as what it is.
  const sections: readonly (Section & { isAnnex: boolean })[] = [
    ...document.sections.map((section) => ({ ...section, isAnnex: false })),
    ...document.annexes.map((annex) => ({
      ...annex,
      kind: 'annex',
      actors: [],
      collaborators: [],
      isAnnex: true,
    })),
  ];
  const edition = insert(
    `INSERT INTO editions (work_id, edition, address, name, title, place, year, meeting, meeting_from, meeting_to,
       language, provision_count, source, rights, sha256, history, formula, warnings, direction, form, terms)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    workRow(identity.work),
    identity.edition,
    editionId(identity.work, identity.edition),
    entry.name,
    identity.title,
    identity.place ?? '',
    identity.year ?? 0,
    entry.meeting,
    entry.meetingFrom,
    entry.meetingTo,
    document.language,
    sections.reduce((sum, section) => sum + countProvisions(section.provisions), 0),
    provenance.source,
    provenance.rights,
    provenance.sha256,
    JSON.stringify(document.history),
    document.formula,
    JSON.stringify(document.warnings),
    document.direction,
    document.form,
    JSON.stringify(document.terms),
  );

  const writeCitations = (holder: Holder, citations: readonly Citation[]): void => {
    for (const citation of citations) {
      insert(
        `INSERT INTO citations (edition_id, provision_id, paragraph_id, start, end, text, work_id, edition, name)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        edition,
        holder.provision,
        holder.paragraph,
        citation.start,
        citation.end,
        citation.text,
        workRow(citation.work),
        citation.edition,
        naming.nameOfWork(citation.work, citation.edition),
      );
    }
  };

  const writeProvision = (section: number, parent: number | null, provision: Provision): void => {
    const row = insert(
      `INSERT INTO provisions (section_id, parent_id, path, label, text, footnotes, extras)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      section,
      parent,
      provision.path,
      provision.label,
      provision.text,
      provision.footnotes.length === 0 ? '' : JSON.stringify(provision.footnotes),
      storedExtras(provision),
    );
    writeCitations({ provision: row, paragraph: null }, provision.citations);
    for (const child of provision.provisions) writeProvision(section, row, child);
  };

  for (const paragraph of document.preface) {
    const row = insert(
      'INSERT INTO paragraphs (edition_id, text) VALUES (?, ?)',
      edition,
      paragraph.text,
    );
    writeCitations({ provision: null, paragraph: row }, paragraph.citations);
  }
  for (const section of sections) {
    const row = insert(
      'INSERT INTO sections (edition_id, address, kind, heading, is_annex, is_operative) VALUES (?, ?, ?, ?, ?, ?)',
      edition,
      section.address,
      section.kind,
      section.heading,
      section.isAnnex ? 1 : 0,
      isOperative(section.kind) ? 1 : 0,
    );
    const addressees = section.actors.map((actor) => [actor, 1] as const);
    const collaborators = section.collaborators.map((actor) => [actor, 0] as const);
    for (const [position, [actor, isAddressee]] of [...addressees, ...collaborators].entries()) {
      insert(
        'INSERT INTO actors (section_id, position, actor, is_addressee) VALUES (?, ?, ?, ?)',
        row,
        position,
        actor,
        isAddressee,
      );
    }
    for (const provision of section.provisions) writeProvision(row, null, provision);
  }
  return edition;
}
