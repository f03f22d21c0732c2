import type { IncomingCitation, OutgoingCitation } from '../contract/answers.ts';
import type { WorkId } from '../contract/ids.ts';
import { textReader, type StoredText } from './coded-text.ts';
import type { Connection } from './opening.ts';

/** Which of an edition's provisions: all of them, a section's, or one and what it holds. */
export interface Scope {
  /** The edition's row. */
  readonly edition: number;
  readonly section?: string;
  readonly path?: string;
}

/** `#section.path` of a provision; nothing for a paragraph before the title, which the edition itself stands for. */
const from = `d.address || coalesce('#' || s.address || '.' || p.path, '')`;

/** A citation as one library knows it: what a record says of the cited work is added by whoever reads them all. */
export type StoredCitation = Omit<OutgoingCitation, 'known'>;

/** Reads citations in both directions. */
export function readCitations(connection: Connection) {
  const readText = textReader(connection);
  const outgoing = connection.prepare<
    { edition: number; section: string | null; path: string | null },
    StoredCitation
  >(
    `SELECT c.start, c.end, c.text, w.work, c.edition, ${from} AS "from", c.name,
            coalesce(
              (SELECT o.address FROM editions o WHERE o.work_id = c.work_id AND o.edition = c.edition),
              (SELECT o.address FROM editions o WHERE o.work_id = c.work_id
               ORDER BY o.year DESC, o.edition DESC LIMIT 1)
            ) AS opens
     FROM citations c
     JOIN works w ON w.id = c.work_id
     JOIN editions d ON d.id = c.edition_id
     LEFT JOIN provisions p ON p.id = c.provision_id
     LEFT JOIN sections s ON s.id = p.section_id
     WHERE c.edition_id = @edition
       AND (@section IS NULL OR s.address = @section)
       AND (@path IS NULL OR p.path = @path OR substr(p.path, 1, length(@path) + 1) = @path || '.')
     ORDER BY c.id`,
  );
  const incoming = connection.prepare<
    { work: string; edition: string | null },
    Omit<IncomingCitation, 'text'> & { readonly text: StoredText }
  >(
    `SELECT ${from} AS "from", d.name AS fromName, coalesce(s.heading, '') AS heading,
            coalesce(p.label, '') AS label, coalesce(p.text, g.text) AS text, c.start, c.end, c.edition
     FROM citations c
     JOIN works w ON w.id = c.work_id
     JOIN editions d ON d.id = c.edition_id
     LEFT JOIN provisions p ON p.id = c.provision_id
     LEFT JOIN sections s ON s.id = p.section_id
     LEFT JOIN paragraphs g ON g.id = c.paragraph_id
     WHERE w.work = @work
     ORDER BY CASE WHEN c.edition = @edition THEN 0 WHEN c.edition IS NULL THEN 1 ELSE 2 END,
              d.year DESC, c.id`,
  );

  return {
    /** What a part of an edition cites, in document order. */
    citationsIn: ({ edition, section, path }: Scope): StoredCitation[] =>
      outgoing.all({ edition, section: section ?? null, path: path ?? null }),
    /**
     * Every citation of a work, newest citing edition first. With an edition, those that name it come before those
     * that name none, and those of other editions come last.
     */
    citationsOf: (work: WorkId, edition: string | null): IncomingCitation[] =>
      incoming
        .all({ work, edition })
        .map((row) => Object.assign(row, { text: readText(row.text) })),
  };
}
