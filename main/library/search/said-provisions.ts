import type { Steps } from '../../contract/steps.ts';
import { textReader, type StoredText } from '../coded-text.ts';
import type { Connection } from '../opening.ts';

/** A provision as far as telling whether another edition says the same needs it. */
export interface SaidProvision {
  readonly entry: number;
  /** Kind of its section. */
  readonly section: string;
  readonly label: string;
  readonly text: string;
}

/** What an edition says, provision by provision in document order. */
export interface SaidInEdition {
  readonly language: string;
  readonly said: readonly SaidProvision[];
}

interface ProvisionRow {
  readonly id: number;
  readonly path: string;
  readonly label: string;
  readonly text: StoredText;
}

/** Provisions that are read without a pause. */
const provisionsAtATime = 200;

/** Reads what editions say; `entryOf` gives the entry of a provision by its row. Pauses now and then. */
export function createSaidReader(connection: Connection) {
  const readText = textReader(connection);
  const languageOf = connection
    .prepare<[number], string>('SELECT language FROM editions WHERE id = ?')
    .pluck();
  const sectionsOf = connection.prepare<[number], { id: number; kind: string }>(
    'SELECT id, kind FROM sections WHERE edition_id = ?',
  );
  const provisionsAfter = connection.prepare<[number, string], ProvisionRow>(
    `SELECT id, path, label, text FROM provisions WHERE section_id = ? AND path > ?
     ORDER BY path LIMIT ${provisionsAtATime}`,
  );

  return function* read(
    edition: number,
    entryOf: (provision: number) => number | undefined,
  ): Steps<SaidInEdition> {
    const found: (SaidProvision & { readonly row: number })[] = [];
    for (const { id: section, kind } of sectionsOf.all(edition))
      for (let last = ''; ;) {
        const rows = provisionsAfter.all(section, last);
        for (const { id: row, label, text } of rows) {
          const entry = entryOf(row);
          if (entry !== undefined)
            found.push({ row, entry, section: kind, label, text: readText(text) });
        }
        yield;
        if (rows.length < provisionsAtATime) break;
        last = rows.at(-1)?.path ?? '';
      }
    return {
      language: languageOf.get(edition) ?? '',
      said: found.toSorted((a, b) => a.row - b.row),
    };
  };
}
