import type { QueryField } from '../query/index.ts';
import type { Filter } from './need.ts';

export type Values = Record<string, string | number>;

/** What an entry `e` stands in: its edition `d`, work `w` and section `s`, and the provision `p` that it is. */
export const around = `
  JOIN editions d ON d.id = e.edition_id
  JOIN works w ON w.id = d.work_id
  LEFT JOIN sections s ON s.id = e.section_id
  LEFT JOIN provisions p ON p.id = e.provision_id`;

/** What an entry has, each as SQL. */
export const having = {
  footnote: "p.footnotes <> ''",
  table: `p.extras LIKE '%"table":%'`,
  figure: `p.extras LIKE '%"figure":%'`,
  citation: 'EXISTS (SELECT 1 FROM citations c WHERE c.provision_id = p.id)',
  text: 'p.id IS NULL',
} as const;

const hasSet = Object.entries(having)
  .map(([name, condition]) => `CASE WHEN ${condition} THEN ' ${name} ' ELSE '' END`)
  .join(' || ');

/** One condition a field; every value is bound, none stands in the SQL. */
const conditionOf: Readonly<Record<QueryField, (value: string) => string>> = {
  type: (value) => `w.type = ${value}`,
  body: (value) => `w.body = ${value}`,
  work: (value) => `w.work = ${value}`,
  year: (value) => `CAST(d.year AS TEXT) = ${value}`,
  edition: (value) => `(d.address = ${value} OR d.edition = ${value})`,
  section: (value) => `(lower(s.kind) = ${value} OR s.address = ${value})`,
  actor: (value) =>
    `EXISTS (SELECT 1 FROM actors a WHERE a.section_id = s.id AND a.actor = ${value} AND a.is_addressee = 1)`,
  // Topics are of records and of what they lead to, in the compiled library.
  topic: () => 'false',
  lang: (value) => `(d.language = ${value} OR d.language LIKE ${value} || '-%')`,
  has: (value) => `instr(${hasSet}, ' ' || ${value} || ' ') > 0`,
};

/** The filters as one condition, and the values that it binds; `name` keeps them apart from other conditions' values. */
export function conditionFor(
  filters: readonly Filter[],
  name: string,
): { readonly condition: string; readonly values: Values } {
  const values: Values = {};
  const conditions = filters.map(({ field, value, isWanted }, at) => {
    values[`${name}${at}`] = value;
    const condition = `coalesce(${conditionOf[field](`@${name}${at}`)}, 0)`;
    return isWanted ? condition : `NOT ${condition}`;
  });
  return { condition: ['1', ...conditions].join(' AND '), values };
}
