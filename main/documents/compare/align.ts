import { affinityOf } from './affinity.ts';
import { assign, type Edge } from './assignment.ts';
import { findCandidates } from './candidates.ts';
import { nearness, pairSameTexts } from './exact.ts';
import { keptInOrder } from './order.ts';
import { wordRatio } from './similarity.ts';
import type { Place, Unit, Units } from './units.ts';
import { wordsOf } from './words.ts';

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

/** Which provision and which section of one document became which of the other, and which of them changed place. */
export function align(from: Units, to: Units): Alignment {
  const matches = addHolders(from, to, matchUnits(from, to));
  const sections = matchPlaces(from.places, to.places, matches);
  return { sections, provisions: markMoved(matches, sections) };
}

function matchUnits(from: Units, to: Units): readonly Match[] {
  const sizes = [from.units.length, to.units.length] as const;
  const same = pairSameTexts(from.units, to.units).map(([a, b]) => ({
    from: a,
    to: b,
    similarity: 1,
  }));
  const paired = new Set(same.flatMap((match) => [match.from, match.to]));
  const ours = from.units.filter((unit) => !paired.has(unit));
  const others = to.units.filter((unit) => !paired.has(unit));
  const rowOf = new Map(ours.map((unit, index) => [unit, index]));
  const columnOf = new Map(others.map((unit, index) => [unit, index]));
  const candidates = findCandidates(
    ours,
    others,
    [...from.units, ...to.units],
    from.work === to.work,
  );
  const edges = candidates.map((one): Edge => ({
    row: rowOf.get(one.from) ?? 0,
    column: columnOf.get(one.to) ?? 0,
    weight: one.weight + 0.02 * nearness(one.from, one.to, sizes),
  }));
  const columns = assign(ours.length, others.length, edges);
  const chosen = candidates.filter(
    (one) => columns[rowOf.get(one.from) ?? 0] === columnOf.get(one.to),
  );
  return [
    ...same,
    ...chosen.map(({ from: a, to: b, similarity }) => ({ from: a, to: b, similarity })),
  ].toSorted((a, b) => a.from.index - b.from.index);
}

/**
 * A lead-in that was rewritten altogether is still the same one where most of what it holds, on both sides, stands under
 * it: without this its items would seem to have moved.
 */
function addHolders(from: Units, to: Units, matches: readonly Match[]): readonly Match[] {
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
    const found = { from: a, to: b, similarity: likenessOf(a.words, b.words) };
    all.push(found);
    queue.push(found);
  }
  return all.toSorted((a, b) => a.from.index - b.from.index);
}

function likenessOf(a: readonly string[], b: readonly string[]): number {
  const numbers = new Map([...a, ...b].map((word, index) => [word, index]));
  const numbered = (words: readonly string[]) => words.map((word) => numbers.get(word) ?? -1);
  return wordRatio(numbered(a), numbered(b));
}

/** Sections are one where they open alike and what stands in them went from one to the other. */
function matchPlaces(
  from: readonly Place[],
  to: readonly Place[],
  matches: readonly Match[],
): readonly Pair<Place>[] {
  const votes = new Map<Place, Map<Place, number>>(from.map((place) => [place, new Map()]));
  for (const match of matches) {
    const counts = votes.get(match.from.place);
    counts?.set(match.to.place, (counts.get(match.to.place) ?? 0) + match.similarity);
  }
  const edges = from.flatMap((a, row) =>
    to.flatMap((b, column): Edge[] => {
      const affinity = affinityOf(a, b);
      const shared = votes.get(a)?.get(b) ?? 0;
      if (affinity < 0.5 || (shared === 0 && affinity < 0.9)) return [];
      const share = shared / Math.max(1, a.size, b.size);
      const weight = affinity + 2 * Math.min(1, share) + (a.address === b.address ? 0.1 : 0);
      return [{ row, column, weight }];
    }),
  );
  const pairs = assign(from.length, to.length, edges).flatMap((column, row) => {
    const a = from[row];
    const b = to[column];
    return a === undefined || b === undefined ? [] : [{ from: a, to: b }];
  });
  const kept = keptInOrder(
    pairs.map((pair) => ({ rank: pair.to.index, weight: 1 + pair.to.size })),
  );
  return pairs.map(({ from: a, to: b }, index) => ({
    from: a,
    to: b,
    similarity: likenessOf(wordsOf(a.heading), wordsOf(b.heading)),
    isMoved: !kept.has(index),
  }));
}

/**
 * A provision has moved where it stands in another section or under another provision than what held it before, or
 * where it left the order of its neighbours. A new label alone, since others came in above it, is no move. A section
 * of one provision moves with it; of a longer one it is the section that moved.
 */
function markMoved(
  matches: readonly Match[],
  sections: readonly Pair<Place>[],
): readonly Pair<Unit>[] {
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
  }
  return matches.map((match) => ({ ...match, isMoved: !stayed.has(match) }));
}
