/** What a person asked for, as it was understood. Printing and reading it again gives the same. */
export interface Query {
  /** Parted by `OR`; an entry is found when it fits one of them. None: the query asks for nothing. */
  readonly branches: readonly Branch[];
}

/** All of these together. */
export type Branch = readonly Part[];

export interface Part {
  readonly kind: 'wanted' | 'unwanted';
  readonly of: Ask;
}

/**
 * One thing asked for. Texts are as typed, without the marks of the language.
 *
 * - `word`: in any inflection; with a hyphen in it, one compound.
 * - `prefix`: any word that begins so.
 * - `phrase`: these words in this order.
 * - `near`: all of these, with at most `distance` words between each and the next.
 * - `field`: what stands in a field, not in the text.
 */
export type Ask =
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'prefix'; readonly text: string }
  | { readonly kind: 'phrase'; readonly text: string }
  | { readonly kind: 'near'; readonly texts: readonly string[]; readonly distance: number }
  | { readonly kind: 'field'; readonly field: QueryField; readonly value: string };

export const queryFields = [
  'type',
  'body',
  'work',
  'year',
  'edition',
  'section',
  'actor',
  'topic',
  'lang',
  'has',
] as const;
export type QueryField = (typeof queryFields)[number];

/** How the text of a query was treated, where that was not as it stands. */
export type QueryRemark = 'read-as-plain-words' | 'no-words' | 'query-shortened';

export interface ReadQuery {
  readonly query: Query;
  readonly remarks: readonly QueryRemark[];
}
