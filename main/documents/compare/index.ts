import type {
  Comparison,
  ComparisonRow,
  ComparisonStatus,
  DiffPart,
} from '../../contract/comparison.ts';
import { align, type Pair } from './align.ts';
import { flipped, markChanges } from './marks.ts';
import { unitsOf, type Comparable, type Place, type Unit, type Units } from './units.ts';
import { essenceOf } from './words.ts';

/**
 * Two documents provision by provision: which became which, what changed in its words, what is new and what is gone.
 * The rows stand in the order of `to`; what is gone stands behind what it followed in `from`. Every provision of both
 * stands in exactly one row. `compareDocuments(b, a)` is `compareDocuments(a, b)` seen from the other side.
 */
export function compareDocuments(
  from: Comparable,
  to: Comparable,
): Pick<Comparison, 'rows' | 'sections'> {
  const ours = unitsOf(from);
  const theirs = unitsOf(to);
  // Ties are broken by what comes first, so both ways round are computed from the same side.
  const isFlipped = keyOf(ours) > keyOf(theirs);
  const aligned = isFlipped ? align(theirs, ours) : align(ours, theirs);
  const turned = <Thing>(pairs: readonly Pair<Thing>[]): readonly Pair<Thing>[] =>
    isFlipped ? pairs.map((pair) => ({ ...pair, from: pair.to, to: pair.from })) : pairs;
  const changes = (before: string, after: string): readonly DiffPart[] =>
    isFlipped ? flipped(markChanges(after, before)) : markChanges(before, after);

  const provisionRow = (pair: Pair<Unit>): ComparisonRow =>
    pairRow(pair, pair.from.essence === pair.to.essence, changes(pair.from.text, pair.to.text));
  const sectionRow = (pair: Pair<Place>): ComparisonRow =>
    pairRow(
      pair,
      wordsOfHeading(pair.from) === wordsOfHeading(pair.to),
      changes(pair.from.heading, pair.to.heading),
    );
  return {
    rows: inOrder(
      ours.units,
      theirs.units,
      turned(aligned.provisions),
      provisionRow,
      ({ text }) => text,
    ),
    sections: inOrder(
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

function inOrder<Thing extends Addressed>(
  from: readonly Thing[],
  to: readonly Thing[],
  pairs: readonly Pair<Thing>[],
  rowOf: (pair: Pair<Thing>) => ComparisonRow,
  textOf: (thing: Thing) => string,
): readonly ComparisonRow[] {
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
    const rows = removed.get(above) ?? [];
    removed.set(above, rows);
    rows.push({
      status: 'removed',
      from: thing.address,
      to: null,
      similarity: 0,
      diff: alone('removed', textOf(thing)),
    });
  }
  return [
    ...(removed.get(null) ?? []),
    ...to.flatMap((thing) => {
      const pair = byTo.get(thing);
      const row: ComparisonRow =
        pair === undefined
          ? {
              status: 'new',
              from: null,
              to: thing.address,
              similarity: 0,
              diff: alone('added', textOf(thing)),
            }
          : rowOf(pair);
      return [row, ...(removed.get(thing) ?? [])];
    }),
  ];
}
