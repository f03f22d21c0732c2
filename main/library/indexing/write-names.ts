import type { LibraryRecord } from '../../contract/records.ts';
import type { Connection } from '../opening.ts';
import { readNames } from '../query/index.ts';

/** The names of every term of the glossary, by which it is found; answers the parts of which each is made. */
export function writeNames(connection: Connection): string[][] {
  const terms = connection
    .prepare<[], { id: number; data: string }>(
      "SELECT id, data FROM records WHERE kind = 'term' ORDER BY id",
    )
    .all();
  const insert = connection.prepare<[number, string, string, string, number]>(
    'INSERT INTO term_names (record_id, beginning, key, text, is_said) VALUES (?, ?, ?, ?, ?)',
  );
  return terms.flatMap(({ id, data }) => {
    const { term, abbreviation, synonyms } = JSON.parse(data) as Extract<
      LibraryRecord,
      { kind: 'term' }
    >;
    const names = [term, ...(abbreviation === null ? [] : [abbreviation])];
    return readNames({ names, said: synonyms }).map(({ key, text, isSaid }) => {
      const parts = key.split(' ');
      insert.run(id, parts[0] ?? '', key, text, Number(isSaid));
      return parts;
    });
  });
}
