import { affinityOf } from './affinity.ts';
import { createCosine, featuresOf, type FeaturesOfAll } from './features.ts';
import { pairByRareWords } from './rare-words.ts';
import { patternOf, wordRatio } from './similarity.ts';
import type { Steps } from '../../contract/steps.ts';
import type { Place, Unit } from './units.ts';

/** Two provisions that may be one, and how much speaks for it; where they stand in their lists. */
interface Candidate {
  readonly row: number;
  readonly column: number;
  readonly similarity: number;
  /** What the assignment adds up. */
  readonly weight: number;
}

/** Two sections of the same opening are compared provision by provision up to so many pairs. */
const mostPairsOfSections = 900;

/**
 * The least likeness of two provisions that are taken for one. In sections of the same opening and actors three words of
 * ten must be left over, since what a drafting group keeps of a provision is often no more; the further apart the
 * sections are, the more it takes, up to nearly all words where a recital would have become an order.
 */
const leastLikeness = (affinity: number): number => 0.32 + 0.5 * (1 - affinity);

/** What it counts that both open with the same work, or with two different ones. */
const subjectGain = 0.3;
const subjectLoss = 0.4;
/** What it counts that they speak of two different study groups; of the same one they speak of many things. */
const groupLoss = 0.15;

/**
 * What it counts that both stand under the same label of the same section, in two editions of one work: a provision that
 * was rewritten as a whole still stands where it stood.
 */
const labelGain = 0.07;
/** Under it two provisions share small words only, and the same label means nothing. */
const leastRare = 0.1;

/** What the candidates are chosen by, beside the two lists of provisions. */
interface Known {
  /** Every provision of both documents, which tell the rare words from the common ones. */
  readonly all: readonly Unit[];
  /** How many different words they have. */
  readonly words: number;
  /** They are two editions of one work. */
  readonly isSameWork: boolean;
}

/** The pairs worth a thought between provisions that have no partner yet. */
export function* findCandidates(
  from: readonly Unit[],
  to: readonly Unit[],
  { all, words, isSameWork }: Known,
): Steps<readonly Candidate[]> {
  const features = yield* featuresOf([...from, ...to], all, words);
  const columnsOf = yield* pairsOf(from, to, features);
  const cosine = createCosine(features.count);
  const candidates: Candidate[] = [];
  for (const [row, a] of from.entries()) {
    const pattern = patternOf(a.words);
    cosine.hold(features.of(a));
    for (const column of columnsOf[row] ?? []) {
      const b = to[column];
      if (b === undefined) continue;
      const affinity = affinityOf(a.place, b.place);
      const rare = cosine.with(features.of(b));
      const similarity = yield* wordRatio(pattern, b.words);
      const isSameLabel =
        isSameWork && affinity === 1 && a.address === b.address && rare >= leastRare;
      const likeness =
        (similarity + rare) / 2 + subjectMatters(a, b) + (isSameLabel ? labelGain : 0);
      if (likeness < leastLikeness(affinity)) continue;
      const place = 0.1 * affinity + (a.parent?.essence === b.parent?.essence ? 0.02 : 0);
      // Squared: one close pair is worth more than two that are only somewhat alike.
      candidates.push({ row, column, similarity, weight: (likeness + place) ** 2 });
    }
    yield;
  }
  return candidates;
}

function subjectMatters(a: Unit, b: Unit): number {
  if (a.subject !== null && b.subject !== null) {
    return a.subject === b.subject ? subjectGain : -subjectLoss;
  }
  return a.group !== null && b.group !== null && a.group !== b.group ? -groupLoss : 0;
}

/** For each of `from`, where in `to` those stand that it is compared with. */
function* pairsOf(
  from: readonly Unit[],
  to: readonly Unit[],
  features: FeaturesOfAll,
): Steps<readonly ReadonlySet<number>[]> {
  const pairs = from.map(() => new Set<number>());
  const theirs = positionsByPlace(to);
  for (const [place, rows] of positionsByPlace(from)) {
    for (const [other, columns] of theirs) {
      if (rows.length * columns.length > mostPairsOfSections || affinityOf(place, other) < 0.9)
        continue;
      for (const row of rows) for (const column of columns) pairs[row]?.add(column);
    }
    yield;
  }
  yield* pairByRareWords(from, to, features, (row, column) => pairs[row]?.add(column));
  yield* pairByRareWords(to, from, features, (column, row) => pairs[row]?.add(column));
  return pairs;
}

/** The sections of provisions, each with the positions of its own. */
function positionsByPlace(units: readonly Unit[]): ReadonlyMap<Place, readonly number[]> {
  const positions = new Map<Place, number[]>();
  for (const [position, { place }] of units.entries()) {
    const own = positions.get(place);
    if (own === undefined) positions.set(place, [position]);
    else own.push(position);
  }
  return positions;
}
