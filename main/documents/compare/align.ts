import { affinityOf } from './affinity.ts';
import { assign, type Edge } from './assignment.ts';
import { findCandidates } from './candidates.ts';
import { nearness, pairSameTexts } from './exact.ts';
import { keptInOrder } from './order.ts';
import { patternOf, wordRatio } from './similarity.ts';
import type { Steps } from '../../contract/steps.ts';
import type { Place, Unit, Units } from './units.ts';

/** Two provisions, or two sections, that are one. */
export interface Pair<Thing> {
  readonly from: Thing;
  readonly to: Thing;
  readonly similarity: number;
  readonly isMoved: boolean;
}

interface Alignment {
  readonly provisions: readonly Pair<Unit>[];
  readonly sections: readonly Pair<Place>[];
}

type Match = Omit<Pair<Unit>, 'isMoved'>;

/** Pairs looked at in one step. */
const pairsAtOnce = 1000;

/** Which provision and which section of one document became which of the other, and which of them changed place. */
export function* align(from: Units, to: Units, words: number): Steps<Alignment> {
  const found = yield* matchUnits(from, to, words);
  const matches = yield* addHolders(from, to, found);
  const sections = yield* matchPlaces(from.places, to.places, matches);
  return { sections, provisions: yield* markMoved(matches, sections) };
}

/** `words`: how many different words both have. */
function* matchUnits(from: Units, to: Units, words: number): Steps<readonly Match[]> {
  const sizes = [from.units.length, to.units.length] as const;
  const same = yield* pairSameTexts(from.units, to.units);
  const paired = new Set(same.flat());
  const ours = from.units.filter((unit) => !paired.has(unit));
  const others = to.units.filter((unit) => !paired.has(unit));
  yield;
  const candidates = yield* findCandidates(ours, others, {
    all: [...from.units, ...to.units],
    words,
    isSameWork: from.work === to.work,
  });
  const matches = same.map(([a, b]): Match => ({ from: a, to: b, similarity: 1 }));
  const edges: Edge[] = [];
  for (const { row, column, weight } of candidates) {
    const [a, b] = [ours[row], others[column]];
    if (a === undefined || b === undefined) continue;
    edges.push({ row, column, weight: weight + 0.02 * nearness(a, b, sizes) });
    if (edges.length % pairsAtOnce === 0) yield;
  }
  const columns = yield* assign(ours.length, others.length, edges);
  for (const { row, column, similarity } of candidates) {
    const [a, b] = [ours[row], others[column]];
    if (a !== undefined && b !== undefined && columns[row] === column)
      matches.push({ from: a, to: b, similarity });
  }
  yield;
  return matches.toSorted((a, b) => a.from.index - b.from.index);
}

/**
 * A lead-in that was rewritten altogether is still the same one where most of what it holds, on both sides, stands under
 * it: without this its items would seem to have moved.
 */
function* addHolders(from: Units, to: Units, matches: readonly Match[]): Steps<readonly Match[]> {
  const held = new Map<Unit, number>();
  for (const { parent } of [...from.units, ...to.units]) {
    if (parent !== null) held.set(parent, (held.get(parent) ?? 0) + 1);
  }
  const all = [...matches];
  const paired = new Set(matches.flatMap((match) => [match.from, match.to]));
  const votes = new Map<Unit, Map<Unit, number>>();
  // Innermost first, since a pair that is found here speaks for the one that holds it.
  const queue = matches.toSorted((a, b) => b.from.index - a.from.index);
  for (const match of queue) {
    const a = match.from.parent;
    const b = match.to.parent;
    if (a === null || b === null || paired.has(a) || paired.has(b)) continue;
    const counts = votes.get(a) ?? new Map<Unit, number>();
    votes.set(a, counts);
    const count = (counts.get(b) ?? 0) + 1;
    counts.set(b, count);
    if (count * 2 <= Math.max(held.get(a) ?? 0, held.get(b) ?? 0)) continue;
    paired.add(a).add(b);
    const found = { from: a, to: b, similarity: yield* wordRatio(patternOf(a.words), b.words) };
    all.push(found);
    queue.push(found);
  }
  return all.toSorted((a, b) => a.from.index - b.from.index);
}

/** Sections are one where they open alike and what stands in them went from one to the other. */
function* matchPlaces(
  from: readonly Place[],
  to: readonly Place[],
  matches: readonly Match[],
): Steps<readonly Pair<Place>[]> {
  const votes = new Map<Place, Map<Place, number>>(from.map((place) => [place, new Map()]));
  for (const match of matches) {
    const counts = votes.get(match.from.place);
    counts?.set(match.to.place, (counts.get(match.to.place) ?? 0) + match.similarity);
  }
  const edges: Edge[] = [];
  for (const [row, a] of from.entries()) {
    for (const [column, b] of to.entries()) {
      const affinity = affinityOf(a, b);
      const shared = votes.get(a)?.get(b) ?? 0;
      if (affinity < 0.5 || (shared === 0 && affinity < 0.9)) continue;
      const share = shared / Math.max(1, a.size, b.size);
      const weight = affinity + 2 * Math.min(1, share) + (a.address === b.address ? 0.1 : 0);
      edges.push({ row, column, weight });
    }
    yield;
  }
  const columns = yield* assign(from.length, to.length, edges);
  const pairs: Omit<Pair<Place>, 'isMoved'>[] = [];
  for (const [row, a] of from.entries()) {
    const b = to[columns[row] ?? -1];
    if (b === undefined) continue;
    pairs.push({ from: a, to: b, similarity: yield* wordRatio(patternOf(a.words), b.words) });
    yield;
  }
  const kept = keptInOrder(
    pairs.map((pair) => ({ rank: pair.to.index, weight: 1 + pair.to.size })),
  );
  return pairs.map(({ from: a, to: b, similarity }, index) => ({
    from: a,
    to: b,
    similarity,
    isMoved: !kept.has(index),
  }));
}

/**
 * A provision has moved where it stands in another section or under another provision than what held it before, or
 * where it left the order of its neighbours. A new label alone, since others came in above it, is no move. A section
 * of one provision moves with it; of a longer one it is the section that moved.
 */
function* markMoved(
  matches: readonly Match[],
  sections: readonly Pair<Place>[],
): Steps<readonly Pair<Unit>[]> {
  const sectionOf = new Map(sections.map((pair) => [pair.from, pair]));
  const partnerOf = new Map(matches.map((match) => [match.from, match.to]));
  const stayed = new Set<Match>();
  const isInPlace = ({ from: a, to: b }: Match): boolean => {
    const section = sectionOf.get(a.place);
    if (a.parent !== null) return b.parent !== null && partnerOf.get(a.parent) === b.parent;
    if (b.parent !== null || section?.to !== b.place) return false;
    return !(section.isMoved && a.place.size === 1 && b.place.size === 1);
  };
  const groups = Map.groupBy(matches.filter(isInPlace), ({ from: a }) => a.parent ?? a.place);
  for (const neighbours of groups.values()) {
    const kept = keptInOrder(
      neighbours.map(({ from: a, to: b, similarity }) => ({
        rank: b.index,
        weight: 1 + (a.path === b.path ? 0.01 : 0) + 0.005 * similarity,
      })),
    );
    for (const [index, match] of neighbours.entries()) if (kept.has(index)) stayed.add(match);
    yield;
  }
  return matches.map((match) => ({ ...match, isMoved: !stayed.has(match) }));
}
