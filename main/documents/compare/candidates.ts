import { affinityOf } from './affinity.ts';
import { cosine, wordRatio, type Features } from './similarity.ts';
import type { Unit } from './units.ts';

/** Two provisions that may be one, and how much speaks for it. */
interface Candidate {
  readonly from: Unit;
  readonly to: Unit;
  readonly similarity: number;
  /** What the assignment adds up. */
  readonly weight: number;
}

/** How many partners by rare words are looked at for each provision. */
const mostPartners = 10;
/** Two sections of the same opening are compared provision by provision up to so many pairs. */
const mostPairsOfSections = 900;
/** A feature that stands in more provisions than this tells nothing and would cost most of the time. */
const commonest = (units: number): number => Math.max(40, units / 5);

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

/**
 * The pairs worth a thought between provisions that have no partner yet. `all` is every provision of both documents, which
 * tell the rare words from the common ones; `isSameWork`: they are two editions of one work.
 */
export function findCandidates(
  from: readonly Unit[],
  to: readonly Unit[],
  all: readonly Unit[],
  isSameWork: boolean,
): readonly Candidate[] {
  const numbers = new Map<string, number>();
  const numbered = new Map<Unit, readonly number[]>();
  const numberOf = (word: string): number => {
    const known = numbers.get(word);
    if (known !== undefined) return known;
    numbers.set(word, numbers.size);
    return numbers.size - 1;
  };
  for (const unit of [...from, ...to]) numbered.set(unit, unit.words.map(numberOf));
  const features = featuresOf([...from, ...to], all);
  const pairs = new Map<Unit, Set<Unit>>(from.map((unit) => [unit, new Set()]));
  addNeighbours(from, to, pairs);
  addByRareWords(from, to, features, (a, b) => pairs.get(a)?.add(b));
  addByRareWords(to, from, features, (a, b) => pairs.get(b)?.add(a));

  const candidates: Candidate[] = [];
  for (const [a, partners] of pairs) {
    for (const b of partners) {
      const candidate = judge(a, b);
      if (candidate !== null) candidates.push(candidate);
    }
  }
  return candidates;

  function judge(a: Unit, b: Unit): Candidate | null {
    const affinity = affinityOf(a.place, b.place);
    const rare = cosine(features.get(a) ?? new Map(), features.get(b) ?? new Map());
    const similarity = wordRatio(numbered.get(a) ?? [], numbered.get(b) ?? []);
    const isSameLabel =
      isSameWork && affinity === 1 && a.address === b.address && rare >= leastRare;
    const likeness = (similarity + rare) / 2 + subjectMatters(a, b) + (isSameLabel ? labelGain : 0);
    if (likeness < leastLikeness(affinity)) return null;
    const place = 0.1 * affinity + (a.parent?.essence === b.parent?.essence ? 0.02 : 0);
    // Squared: one close pair is worth more than two that are only somewhat alike.
    return { from: a, to: b, similarity, weight: (likeness + place) ** 2 };
  }
}

function subjectMatters(a: Unit, b: Unit): number {
  if (a.subject !== null && b.subject !== null) {
    return a.subject === b.subject ? subjectGain : -subjectLoss;
  }
  return a.group !== null && b.group !== null && a.group !== b.group ? -groupLoss : 0;
}

/** Words and pairs of words, rare ones weighing more, so that "IMT" tells little and "softwarization" much. */
function featuresOf(units: readonly Unit[], all: readonly Unit[]): ReadonlyMap<Unit, Features> {
  const spread = new Map<string, number>();
  for (const unit of all) {
    for (const feature of countsOf(unit).keys()) {
      spread.set(feature, (spread.get(feature) ?? 0) + 1);
    }
  }
  return new Map(
    units.map((unit) => {
      const weights = countsOf(unit);
      let square = 0;
      for (const [feature, times] of weights) {
        const rarity = Math.log(1 + all.length / (spread.get(feature) ?? 1));
        const weight = (1 + Math.log(times)) * rarity;
        weights.set(feature, weight);
        square += weight * weight;
      }
      const length = Math.sqrt(square);
      for (const [feature, weight] of weights) weights.set(feature, weight / length);
      return [unit, weights] as const;
    }),
  );
}

function countsOf({ words }: Unit): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [index, word] of words.entries()) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
    const pair = `${word} ${words[index + 1] ?? ''}`;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}

function addNeighbours(
  from: readonly Unit[],
  to: readonly Unit[],
  pairs: ReadonlyMap<Unit, Set<Unit>>,
): void {
  const theirs = [...Map.groupBy(to, ({ place }) => place)];
  for (const [place, ours] of Map.groupBy(from, (unit) => unit.place)) {
    for (const [other, units] of theirs) {
      if (ours.length * units.length > mostPairsOfSections || affinityOf(place, other) < 0.9)
        continue;
      for (const unit of ours) for (const partner of units) pairs.get(unit)?.add(partner);
    }
  }
}

function addByRareWords(
  units: readonly Unit[],
  others: readonly Unit[],
  features: ReadonlyMap<Unit, Features>,
  add: (unit: Unit, other: Unit) => void,
): void {
  const holders = new Map<string, [index: number, weight: number][]>();
  for (const [index, other] of others.entries()) {
    for (const [feature, weight] of features.get(other) ?? []) {
      const list = holders.get(feature);
      if (list === undefined) holders.set(feature, [[index, weight]]);
      else list.push([index, weight]);
    }
  }
  const most = commonest(others.length);
  const sums = new Float64Array(others.length);
  for (const unit of units) {
    const touched: number[] = [];
    for (const [feature, weight] of features.get(unit) ?? []) {
      const list = holders.get(feature);
      if (list === undefined || list.length > most) continue;
      for (const [index, other] of list) {
        if (sums[index] === 0) touched.push(index);
        sums[index] = (sums[index] ?? 0) + weight * other;
      }
    }
    touched.sort((a, b) => (sums[b] ?? 0) - (sums[a] ?? 0) || a - b);
    for (const index of touched.slice(0, mostPartners)) {
      const other = others[index];
      if (other !== undefined) add(unit, other);
    }
    for (const index of touched) sums[index] = 0;
  }
}
