import type { Connection } from '../opening.ts';
import type { FieldValue, QueryField } from '../query/index.ts';
import type { LibraryKind } from '../schema.ts';
import { wordsOf } from './words.ts';

/** Most values of one field that are given; works and editions are many, and those that hold the words are given. */
const mostValues = 300;

/** Sections whose kinds and actors are counted in a library that grows: counting must not keep anybody waiting. */
const mostSections = 10_000;

/** Values with how many provisions or records have them, as SQL; `sections` is where sections come from. */
const counting = (sections: string): Readonly<Partial<Record<QueryField, string>>> => ({
  type: `SELECT w.type AS value, d.provision_count AS count FROM editions d JOIN works w ON w.id = d.work_id
         UNION ALL SELECT type, 1 FROM record_places`,
  body: `SELECT w.body AS value, d.provision_count AS count FROM editions d JOIN works w ON w.id = d.work_id
         UNION ALL SELECT body, 1 FROM record_places WHERE body IS NOT NULL`,
  year: `SELECT CAST(year AS TEXT) AS value, provision_count AS count FROM editions
         UNION ALL SELECT CAST(year AS TEXT), 1 FROM record_places WHERE year IS NOT NULL`,
  section: `SELECT lower(kind) AS value, 1 AS count FROM ${sections}`,
  actor: `SELECT actor AS value, 1 AS count FROM ${sections} s JOIN actors a ON a.section_id = s.id
          WHERE a.is_addressee = 1`,
  topic: `SELECT substr(t.address, 7) AS value, (SELECT count(*) FROM links l WHERE l.place_id = t.id) AS count
          FROM record_places t WHERE t.kind = 'topic'`,
  lang: 'SELECT language AS value, provision_count AS count FROM editions',
});

/** What an entry may have; how many have it is not worth the counting. */
const whatThereIs = ['citation', 'figure', 'footnote', 'table', 'text'];

const summed = (rows: string): string =>
  `SELECT value, sum(count) AS count FROM (${rows}) WHERE value <> '' GROUP BY value`;

/** Counts the values of fields once and for all. */
export function writeFieldValues(connection: Connection): void {
  for (const [field, rows] of Object.entries(counting('sections')))
    connection
      .prepare<[string]>(
        `INSERT INTO field_values (field, value, count) SELECT ?, value, count FROM (${summed(rows)})`,
      )
      .run(field);
}

/** What stands in the fields of a library. Of works and editions only what holds the words of `typed`. */
export type ReadFieldValues = (field: QueryField, typed: string) => readonly FieldValue[];

export function createFieldValues(connection: Connection, kind: LibraryKind): ReadFieldValues {
  const live = counting(`(SELECT * FROM sections LIMIT ${mostSections})`);
  const rowsOf = (field: QueryField): FieldValue[] =>
    kind === 'compiled'
      ? connection
          .prepare<[string], FieldValue>(
            `SELECT value, count, '' AS text FROM field_values WHERE field = ?
             ORDER BY count DESC, value LIMIT ${mostValues}`,
          )
          .all(field)
      : connection
          .prepare<[], FieldValue>(
            `SELECT value, count, '' AS text FROM (${summed(live[field] ?? '')})
             ORDER BY count DESC, value LIMIT ${mostValues}`,
          )
          .all();
  const works = connection.prepare<{ pattern: string }, FieldValue>(
    `SELECT w.work AS value, w.name AS text, sum(d.provision_count) AS count
     FROM works w JOIN editions d ON d.work_id = w.id
     WHERE w.work LIKE @pattern OR w.name LIKE @pattern GROUP BY w.id
     UNION ALL
     SELECT address, name, 1 FROM record_places
     WHERE kind = 'reference' AND (address LIKE @pattern OR name LIKE @pattern)
       AND address NOT IN (SELECT work FROM works JOIN editions ON work_id = works.id)
     ORDER BY count DESC, value LIMIT ${mostValues}`,
  );
  const editions = connection.prepare<{ pattern: string }, FieldValue>(
    `SELECT edition AS value, '' AS text, sum(provision_count) AS count FROM editions
     WHERE edition LIKE @pattern GROUP BY edition
     UNION ALL
     SELECT address, name, provision_count FROM editions
     WHERE address LIKE @pattern OR name LIKE @pattern ORDER BY count DESC, value LIMIT ${mostValues}`,
  );
  let version = -1;
  const known = new Map<QueryField, FieldValue[]>();

  return (field, typed) => {
    const pattern = `%${wordsOf(typed).join('%')}%`;
    if (field === 'work') return works.all({ pattern });
    if (field === 'edition') return editions.all({ pattern });
    if (field === 'has') return whatThereIs.map((value) => ({ value, count: 0, text: value }));
    const now = Number(connection.pragma('data_version', { simple: true }));
    if (now !== version) known.clear();
    version = now;
    const values = known.get(field) ?? rowsOf(field);
    known.set(field, values);
    return values;
  };
}

/** The values of several libraries as those of one. */
export function mergeFieldValues(all: readonly (readonly FieldValue[])[]): FieldValue[] {
  const [first = [], ...others] = all;
  if (others.length === 0) return [...first];
  const together = new Map<string, FieldValue>();
  for (const { value, count, text } of all.flat()) {
    const known = together.get(value);
    together.set(value, {
      value,
      count: count + (known?.count ?? 0),
      text: known === undefined || known.text === '' ? text : known.text,
    });
  }
  return [...together.values()];
}
