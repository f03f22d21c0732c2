import { foldWord } from '../analysis/index.ts';
import { fieldNamed, fieldNames, minuses, straighten } from './marks.ts';
import { queryFields, type QueryField } from './query.ts';

/** A value that stands in a field of the library: as it is written in a query, how often, and as people read it. */
export interface FieldValue {
  readonly value: string;
  readonly count: number;
  readonly text: string;
}

/** A way to end the piece of a query at the cursor. */
export interface FieldCompletion {
  readonly field: QueryField;
  /** Null: only the field's name is completed. */
  readonly value: string | null;
  /** How people read it: "Resolution", "type:". */
  readonly text: string;
  /** How many entries have the value; null beside a name. */
  readonly count: number | null;
  /** What `insert` takes the place of, as UTF-16 offsets of what was typed. */
  readonly start: number;
  readonly end: number;
  readonly insert: string;
}

const mostCompletions = 8;
/** One letter begins too many words to be the beginning of a field. */
const fewestOfName = 2;

const openValue = new RegExp(
  String.raw`(?:^|(?<=\s))(?<minus>[${minuses}]?)(?<field>${fieldNames}):(?:"(?<quoted>[^"]*)|(?<bare>[^\s"]*))$`,
  'i',
);
const openName = new RegExp(String.raw`(?:^|(?<=\s))[${minuses}]?(?<name>[a-z]+)$`, 'i');

/** Words as they are compared, hyphens and slashes being kept apart from nothing. */
const wordsOf = (text: string): string[] =>
  text
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter(Boolean)
    .map(foldWord);

/** 0: it begins so; 1: the text begins so; 2: a word in one of them does; null: none of these. */
function fitOf({ value, text }: FieldValue, typed: string): number | null {
  const sought = wordsOf(typed).join(' ');
  const forms = [value, text].map((each) => wordsOf(each).join(' '));
  const at = forms.findIndex((form) => form.startsWith(sought));
  if (at !== -1) return at;
  return forms.some((form) => form.includes(` ${sought}`)) ? 2 : null;
}

function completeValue(
  field: QueryField,
  typed: string,
  values: readonly FieldValue[],
  place: { readonly start: number; readonly end: number },
): FieldCompletion[] {
  return values
    .flatMap((each) => {
      const fit = fitOf(each, typed);
      return fit === null || each.value.includes('"') ? [] : [{ each, fit }];
    })
    .toSorted((a, b) => a.fit - b.fit || b.each.count - a.each.count)
    .slice(0, mostCompletions)
    .map(({ each: { value, count, text } }) => ({
      field,
      value,
      text,
      count,
      start: place.start,
      end: place.end,
      insert: `${field}:${/\s/.test(value) ? `"${value}"` : value} `,
    }));
}

/**
 * How the field at the cursor could go on: its values after `type:` or `type:rec`, best fitting and most frequent first;
 * the names of fields after the beginning of one. `values` is asked for one field at most. Nothing where the cursor
 * stands in no field, or in a phrase.
 *
 * @example completeField('slicing type:re', undefined, () => [{ value: 'resolution', count: 3, text: 'Resolution' }])
 * // => [{ field: 'type', value: 'resolution', …, start: 8, end: 15, insert: 'type:resolution ' }]
 */
export function completeField(
  typed: string,
  cursor: number = typed.length,
  values: (field: QueryField) => readonly FieldValue[] = () => [],
): FieldCompletion[] {
  const end = Math.min(Math.max(cursor, 0), typed.length);
  const before = straighten(typed.slice(0, end));
  const groups = openValue.exec(before);
  const { minus = '', field = '', quoted, bare = '' } = groups?.groups ?? {};
  const named = fieldNamed(field);
  const isOpen = (before.match(/"/g)?.length ?? 0) % 2 === 1;
  if (named !== null && groups !== null) {
    // A mark that is open before the field makes it a part of a phrase.
    if (isOpen !== (quoted !== undefined)) return [];
    const place = { start: groups.index + minus.length, end };
    return completeValue(named, quoted ?? bare, values(named), place);
  }
  const name = openName.exec(before)?.groups?.['name'] ?? '';
  if (isOpen || name.length < fewestOfName) return [];
  return queryFields
    .filter((each) => each.startsWith(name.toLowerCase()))
    .map((each) => ({
      field: each,
      value: null,
      text: `${each}:`,
      count: null,
      start: end - name.length,
      end,
      insert: `${each}:`,
    }));
}
