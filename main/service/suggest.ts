import type { Suggestion } from '../contract/answers.ts';
import type { Api, Call } from '../contract/api.ts';
import type { ActorId, Address } from '../contract/ids.ts';
import { done, failed } from '../contract/failure.ts';
import {
  CalledOff,
  completeField,
  now,
  othersFirst,
  readQuery,
  type FieldValue,
  type LibraryReader,
  type QueryField,
} from '../library/index.ts';
import { elapsedSince } from './elapsed.ts';
import { namesOfActor } from './names-of-actor.ts';
import { namedBy } from './search/named.ts';

const defaultLimit = 8;

/** In milliseconds. */
const longestStretch = 2;

/** Fields whose values are records: their addresses begin so. */
const recordsOfField: Partial<Record<QueryField, string>> = { body: 'body/', topic: 'topic/' };

/** Values with what people call them, so that they can be completed from either. */
function valuesOf(library: LibraryReader, field: QueryField, typed: string): FieldValue[] {
  const values = library.fieldValues(field, typed);
  if (field === 'actor')
    return values.map((each) =>
      Object.assign(each, { text: namesOfActor(each.value as ActorId).join(' ') }),
    );
  const beginning = recordsOfField[field];
  if (beginning === undefined) return values;
  const addresses = values.map(({ value }) => `${beginning}${value}` as Address);
  const names = new Map(library.namesOf(addresses).map(({ address, name }) => [address, name]));
  return values.map((each, at) =>
    Object.assign(each, { text: names.get(addresses[at] ?? ('' as Address)) ?? '' }),
  );
}

interface Completed {
  /** Whole queries with a value in the field that was begun: that is what is wanted, and nothing else. */
  readonly values: readonly Suggestion[];
  /** Whole queries with the name of a field, which may be wanted, or a word that begins alike. */
  readonly names: readonly Suggestion[];
}

function completed(library: LibraryReader, typed: string): Completed {
  const values: Suggestion[] = [];
  const names: Suggestion[] = [];
  const beginning = typed.slice(typed.lastIndexOf(':') + 1);
  const all = completeField(typed, undefined, (field) => valuesOf(library, field, beginning));
  for (const { value, start, insert } of all)
    (value === null ? names : values).push({
      text: `${typed.slice(0, start)}${insert}`.trim(),
      kind: 'field',
      address: '' as Address,
    });
  return { values, names };
}

/** Somebody who must act leads to a section, which is suggested for itself, too. */
const keyOf = ({ kind, address }: Suggestion): string => `${kind} ${address}`;

/** Kinds of which the number alone says little to a reader. */
const withDetail = new Set(['edition', 'reference', 'term']);

/** The things that what is typed names, in any spelling; a work whose text is here is suggested by its editions. */
async function named(library: LibraryReader, typed: string): Promise<Suggestion[]> {
  const things = (await namedBy(typed, library.naming()))?.things ?? [];
  const shown = things.filter(
    ({ kind, work }) => kind !== 'work' || work === null || library.editionsOf(work).length === 0,
  );
  return library
    .namesOf(shown.map(({ address }) => address))
    .map(({ address, kind, name, detail }) => ({
      text: withDetail.has(kind) && detail !== '' ? `${name}: ${detail}` : name,
      kind,
      address,
    }));
}

/** What is typed as words: a field that stands complete before them narrows a search and names nothing. */
function withoutFields(typed: string): string {
  if (!typed.includes(':')) return typed;
  const [branch = [], ...others] = readQuery(typed).query.branches;
  const words = branch.filter(({ of }) => of.kind !== 'field');
  if (others.length > 0 || words.length === branch.length) return typed;
  return words.flatMap(({ of }) => ('text' in of ? [of.text] : [])).join(' ');
}

/**
 * What is typed may be the beginning of: a field of the query, whose values then come alone; the name of a thing, which
 * comes first; words of titles, headings, terms and actors; and last the name of a field.
 */
async function itemsFor(
  library: LibraryReader,
  prefix: string,
  limit: number,
  call: Call | undefined,
): Promise<readonly Suggestion[]> {
  const started = now();
  const { values, names } = completed(library, prefix);
  if (values.length > 0) return values.slice(0, limit);
  const typed = withoutFields(prefix);
  const found = await library.suggest(typed, limit, { signal: call });
  // Others go first where this took long, as it does once: each half by itself is short.
  if (now() - started > longestStretch) await othersFirst();
  const items = new Map((await named(library, typed)).map((item) => [keyOf(item), item]));
  // The same thing is suggested once, in the words in which it always is.
  for (const item of found) items.set(keyOf(item), item);
  // Whoever types a word that is the name of a field is told that there is one, and loses one thing at most.
  const room = Math.max(limit - items.size, Math.min(1, limit - 1));
  const fields = names.slice(0, room);
  return [...[...items.values()].slice(0, limit - fields.length), ...fields];
}

/** Errors: `called-off`, where nobody waits for the answer any more. */
export const createSuggest =
  (library: LibraryReader): Api['suggest'] =>
  async ({ prefix, limit = defaultLimit }, call) => {
    const started = now();
    try {
      const items = await itemsFor(library, prefix, limit, call);
      return done({ ms: elapsedSince(started), items });
    } catch (error) {
      if (error instanceof CalledOff) return failed('called-off', 'More was typed meanwhile.');
      throw error;
    }
  };
