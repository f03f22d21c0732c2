import { wordsOf, type Need, type PlannedBranch, type Way } from './need.ts';
import { expressionOf } from './runs.ts';

/** What FTS5 is asked for. An expression of nothing finds nothing. */
export const needExpression = ({ ways }: Need): string =>
  ways.length === 0 ? '""' : `(${ways.map(expressionOf).join(' OR ')})`;

/** FTS5 weighs every phrase by a look at the whole index: so many phrases are as many as are weighed at a time. */
const phrasesAtATime = 4;

/** By what a need is weighed, a few phrases at a time, and whether that is by its words instead. */
export interface Weighed {
  readonly expressions: readonly string[];
  readonly isByWords: boolean;
}

/** Words in a row say as much as the words themselves: all that have the one have the others. */
export function weighedBy({ ways }: Need): Weighed {
  const [only, ...others] = ways;
  const isByWords = only !== undefined && only.kind !== 'term' && others.length === 0;
  const phrases = isByWords
    ? wordsOf(only).map((word): Way => ({ kind: 'term', word, factor: 1 }))
    : ways;
  const distinct = [...new Set(phrases.map(expressionOf))];
  const expressions: string[] = [];
  for (let from = 0; from < distinct.length; from += phrasesAtATime)
    expressions.push(distinct.slice(from, from + phrasesAtATime).join(' OR '));
  return { expressions, isByWords };
}

const anyOf = (needs: readonly Need[]): string => needs.map(needExpression).join(' OR ');

/** The expression of what a branch wants, where it wants all of it or any; FTS5 knows nothing between. */
export function branchExpression({ wanted, atLeast, unwanted }: PlannedBranch): string {
  const joint = atLeast >= wanted.length ? ' AND ' : ' OR ';
  const all = `(${wanted.map(needExpression).join(joint)})`;
  return unwanted.length === 0 ? all : `(${all} NOT (${anyOf(unwanted)}))`;
}

/** FTS5 looks up every phrase of an expression before it finds anything: so many phrases are as many as are sought at a time. */
const mostPhrases = 16;

export const isHeavy = ({
  wanted,
  unwanted,
}: Pick<PlannedBranch, 'wanted' | 'unwanted'>): boolean =>
  [...wanted, ...unwanted].reduce((sum, { ways }) => sum + ways.length, 0) > mostPhrases;

/** The ways of a need, so many at a time. */
export function partsOfNeed({ ways }: Need): string[] {
  const parts: string[] = [];
  for (let from = 0; from < ways.length; from += mostPhrases)
    parts.push(
      ways
        .slice(from, from + mostPhrases)
        .map(expressionOf)
        .join(' OR '),
    );
  return parts;
}
