import type {
  Comparison,
  ComparisonRow,
  ComparisonStatus,
  DiffPart,
} from '../../contract/comparison.ts';
import { align, type Pair } from './align.ts';
import { flipped, markChanges } from './marks.ts';
import { toTheEnd, type Steps } from '../../contract/steps.ts';
import { readUnits, type Comparable, type Place, type Unit, type Units } from './units.ts';
import { createVocabulary, essenceOf } from './words.ts';

type Compared = Pick<Comparison, 'rows' | 'sections'>;

/**
 * Two documents provision by provision: which became which, what changed in its words, what is new and what is gone.
 * The rows stand in the order of `to`; what is gone stands behind what it followed in `from`. Every provision of both
 * stands in exactly one row. `compareDocuments(b, a)` is `compareDocuments(a, b)` seen from the other side.
 */
export const compareDocuments = (from: Comparable, to: Comparable): Compared =>
  toTheEnd(comparing(from, to));

/** `compareDocuments` in small steps, for whoever has others to answer meanwhile. */
export function* comparing(from: Comparable, to: Comparable): Steps<Compared> {
  const vocabulary = createVocabulary();
  const ours = yield* readUnits(from, vocabulary);
  const theirs = yield* readUnits(to, vocabulary);
  // Ties are broken by what comes first, so both ways round are computed from the same side.
  const isFlipped = keyOf(ours) > keyOf(theirs);
  yield;
  const words = vocabulary.size();
  const aligned = yield* isFlipped ? align(theirs, ours, words) : align(ours, theirs, words);
  const turned = <Thing>(pairs: readonly Pair<Thing>[]): readonly Pair<Thing>[] =>
    isFlipped ? pairs.map((pair) => ({ ...pair, from: pair.to, to: pair.from })) : pairs;
  const changes = function* (before: string, after: string): Steps<readonly DiffPart[]> {
    return isFlipped
      ? flipped(yield* markChanges(after, before))
      : yield* markChanges(before, after);
  };

  const provisionRow = function* (pair: Pair<Unit>): Steps<ComparisonRow> {
    const isSame = pair.from.essence === pair.to.essence;
    return pairRow(pair, isSame, yield* changes(pair.from.text, pair.to.text));
  };
  const sectionRow = function* (pair: Pair<Place>): Steps<ComparisonRow> {
    const isSame = wordsOfHeading(pair.from) === wordsOfHeading(pair.to);
    return pairRow(pair, isSame, yield* changes(pair.from.heading, pair.to.heading));
  };
  return {
    rows: yield* inOrder(
      ours.units,
      theirs.units,
      turned(aligned.provisions),
      provisionRow,
      ({ text }) => text,
    ),
    sections: yield* inOrder(
      ours.places,
      theirs.places,
      turned(aligned.sections),
      sectionRow,
      ({ heading }) => heading,
    ),
  };
}

const keyOf = ({ units }: Units): string =>
  units.map(({ address, text }) => `${address}\n${text}`).join('\n');

/** The number of a clause is its label, not a word of its heading. */
const wordsOfHeading = ({ heading }: Place): string =>
  essenceOf(heading.replace(/^[\p{N}.]+\s+/u, ''));

interface Addressed {
  readonly index: number;
  readonly address: string;
}

function pairRow(
  { from, to, similarity, isMoved }: Pair<Addressed>,
  isSame: boolean,
  diff: readonly DiffPart[],
): ComparisonRow {
  const status: ComparisonStatus = isSame ? (isMoved ? 'moved' : 'same') : 'amended';
  return {
    status,
    from: from.address,
    to: to.address,
    similarity: isSame ? 1 : Math.round(similarity * 10_000) / 10_000,
    diff,
    ...(isMoved && !isSame && { moved: true }),
  };
}

const alone = (op: 'added' | 'removed', text: string): readonly DiffPart[] =>
  text === '' ? [] : [{ op, text }];

function* inOrder<Thing extends Addressed>(
  from: readonly Thing[],
  to: readonly Thing[],
  pairs: readonly Pair<Thing>[],
  rowOf: (pair: Pair<Thing>) => Steps<ComparisonRow>,
  textOf: (thing: Thing) => string,
): Steps<readonly ComparisonRow[]> {
  const byFrom = new Map(pairs.map((pair) => [pair.from, pair]));
  const byTo = new Map(pairs.map((pair) => [pair.to, pair]));

  // What is gone is told behind the last thing above it that is still there and has not moved.
  const removed = new Map<Thing | null, ComparisonRow[]>();
  let above: Thing | null = null;
  for (const thing of from) {
    const pair = byFrom.get(thing);
    if (pair !== undefined) {
      if (!pair.isMoved) above = pair.to;
      continue;
    }
    const behind = removed.get(above) ?? [];
    removed.set(above, behind);
    behind.push({
      status: 'removed',
      from: thing.address,
      to: null,
      similarity: 0,
      diff: alone('removed', textOf(thing)),
    });
  }
  const rows = [...(removed.get(null) ?? [])];
  for (const thing of to) {
    const pair = byTo.get(thing);
    rows.push(
      pair === undefined
        ? {
            status: 'new',
            from: null,
            to: thing.address,
            similarity: 0,
            diff: alone('added', textOf(thing)),
          }
        : yield* rowOf(pair),
      ...(removed.get(thing) ?? []),
    );
    yield;
  }
  return rows;
}
