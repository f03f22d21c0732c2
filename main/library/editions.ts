import type { EditionSummary, Provenance } from '../contract/answers.ts';
import type { HistoryEntry, StructuredDocument, Term, Warning } from '../contract/document.ts';
import type { EditionId, WorkId } from '../contract/ids.ts';
import type { Connection } from './opening.ts';

/** What is stored of an edition beside its sections. */
export interface StoredEdition {
  /** What its sections and citations are asked for by; it means nothing else. */
  readonly row: number;
  readonly summary: EditionSummary;
  readonly provenance: Provenance;
  /** The document but for what stands in tables of its own. */
  readonly head: Omit<StructuredDocument, 'identity' | 'preface' | 'sections' | 'annexes'>;
}

interface EditionRow {
  readonly id: number;
  readonly work: WorkId;
  readonly body: string;
  readonly type: string;
  readonly number: string;
  readonly address: EditionId;
  readonly name: string;
  readonly title: string;
  readonly place: string;
  readonly year: number;
  readonly meeting: string;
  readonly meeting_from: string;
  readonly meeting_to: string;
  readonly language: string;
  readonly provision_count: number;
  readonly source: string;
  readonly rights: string;
  readonly sha256: string;
  readonly history: string;
  readonly formula: string;
  readonly warnings: string;
  readonly direction: 'ltr' | 'rtl';
  readonly form: StructuredDocument['form'];
  readonly terms: string;
}

const select = `
  SELECT d.*, w.work, w.body, w.type, w.number
  FROM editions d JOIN works w ON w.id = d.work_id`;
const newestFirst = 'ORDER BY d.year DESC, d.edition DESC, d.id';

const toSummary = (row: EditionRow, isOwn: boolean): EditionSummary => ({
  edition: row.address,
  work: row.work,
  name: row.name,
  title: row.title,
  body: row.body,
  type: row.type,
  number: row.number,
  place: row.place,
  year: row.year,
  meeting: row.meeting,
  meetingFrom: row.meeting_from,
  meetingTo: row.meeting_to,
  language: row.language,
  provisionCount: row.provision_count,
  isOwn,
});

const toEdition = (row: EditionRow, isOwn: boolean): StoredEdition => ({
  row: row.id,
  summary: toSummary(row, isOwn),
  provenance: { source: row.source, rights: row.rights, sha256: row.sha256 },
  head: {
    form: row.form,
    language: row.language,
    direction: row.direction,
    history: JSON.parse(row.history) as HistoryEntry[],
    formula: row.formula,
    terms: JSON.parse(row.terms) as Term[],
    warnings: JSON.parse(row.warnings) as Warning[],
  },
});

/** Reads which editions a library holds; `isOwn` says whose library it is. */
export function readEditions(connection: Connection, isOwn: boolean) {
  const all = connection.prepare<[], EditionRow>(`${select} ${newestFirst}`);
  const ofWork = connection.prepare<[string], EditionRow>(
    `${select} WHERE w.work = ? ${newestFirst}`,
  );
  const byAddress = connection.prepare<[string], EditionRow>(`${select} WHERE d.address = ?`);
  const workName = connection
    .prepare<[string], string>('SELECT name FROM works WHERE work = ?')
    .pluck();
  const byFile = connection.prepare<[], { sha256: string; address: EditionId }>(
    'SELECT sha256, address FROM editions',
  );
  const summary = (row: EditionRow): EditionSummary => toSummary(row, isOwn);

  return {
    /** Every edition, newest first. */
    editions: (): EditionSummary[] => all.all().map(summary),
    /** The editions of one work, newest first. Empty where its text is not here. */
    editionsOf: (work: WorkId): EditionSummary[] => ofWork.all(work).map(summary),
    edition: (edition: EditionId): StoredEdition | null => {
      const row = byAddress.get(edition);
      return row === undefined ? null : toEdition(row, isOwn);
    },
    /** Printed name of a work that is here or is cited; null where the library has never heard of it. */
    nameOfWork: (work: WorkId): string | null => workName.get(work) ?? null,
    /** Which edition each file became, by the SHA-256 of the file. */
    editionsByFile: (): [string, EditionId][] =>
      byFile.all().map(({ sha256, address }) => [sha256, address]),
  };
}
