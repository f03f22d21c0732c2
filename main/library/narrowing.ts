import type { FacetName } from '../contract/answers.ts';
import type { SearchRequest } from '../contract/api.ts';

export type Values = Record<string, string | number>;

/** What a search looks at: the part of a query after `FROM`, and the values that it binds. */
export interface Narrowing {
  readonly from: string;
  readonly values: Values;
}

const around = `
  LEFT JOIN editions d ON d.id = e.edition_id
  LEFT JOIN works w ON w.id = d.work_id
  LEFT JOIN sections s ON s.id = e.section_id
  LEFT JOIN record_places r ON r.id = e.place_id`;

/** One condition a filter; every value is bound, none stands in the SQL. */
const conditions = {
  type: 'coalesce(w.type, r.type) = @type',
  body: 'coalesce(w.body, r.body) = @body',
  year: 'coalesce(d.year, r.year) = @year',
  section: '(s.kind = @section OR s.address = @section)',
  actor:
    'EXISTS (SELECT 1 FROM actors a WHERE a.section_id = s.id AND a.actor = @actor AND a.is_addressee = 1)',
} satisfies Record<FacetName, string>;

/**
 * Narrows the entries (`e`, with their edition `d`, work `w` and section `s`, or their place `r` of a record) to what an FTS5 expression matches and
 * the filters of a request let through, but for editions whose rows are `hidden`. Null: neither is given, which asks for nothing.
 */
export function narrow(
  request: SearchRequest,
  expression: string | null,
  hidden: readonly number[] = [],
): Narrowing | null {
  const wanted: string[] = [];
  const values: Values = {};
  if (expression !== null) {
    wanted.push('matches MATCH @expression');
    values['expression'] = expression;
  }
  for (const [name, condition] of Object.entries(conditions)) {
    const value = request[name as FacetName];
    if (value === undefined) continue;
    wanted.push(condition);
    values[name] = typeof value === 'string' ? value.trim().toLowerCase() : value;
  }
  if (wanted.length === 0) return null;
  if (hidden.length > 0) {
    wanted.push(
      '(e.edition_id IS NULL OR e.edition_id NOT IN (SELECT value FROM json_each(@hidden)))',
    );
    values['hidden'] = JSON.stringify(hidden);
  }
  const entries =
    expression === null ? 'entries e' : 'matches JOIN entries e ON e.id = matches.rowid';
  return { from: `${entries} ${around} WHERE ${wanted.join(' AND ')}`, values };
}
