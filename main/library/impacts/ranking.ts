import { manyTerms, type Clause, type Matches } from './matching.ts';
import { Best, type Ranked } from './best.ts';
import { bitsIn, entryAt, forEachPlace, windowSize, windowWords } from './window.ts';

/** The most that an entry of a window can score for a clause; 0 where none of its terms stands there. */
function mostIn(clause: Clause, window: number): number {
  let most = 0;
  for (const { postings, factor } of clause) {
    const at = postings.find(window);
    if (at >= 0) most = Math.max(most, postings.most(at) * factor);
  }
  return most;
}

function addScores(clause: Clause, window: number, scores: Float32Array, scratch: Float32Array) {
  const [first] = clause;
  if (first !== undefined && clause.length === 1) {
    const at = first.postings.find(window);
    if (at >= 0) first.postings.addWeights(at, scores, first.factor);
    return;
  }
  // Of several terms that stand for one word the best one counts: having all of them says no more.
  scratch.fill(0);
  for (const { postings, factor } of clause) {
    const at = postings.find(window);
    if (at >= 0) postings.raiseWeights(at, scratch, factor);
  }
  for (let place = 0; place < windowSize; place += 1)
    scores[place] = (scores[place] ?? 0) + (scratch[place] ?? 0);
}

/** With so many matches in a window or fewer, those alone are scored. */
const fewMatches = 128;

/** Adds what a clause says at some places to the score of each. */
function addFewScores(
  clause: Clause,
  window: number,
  places: Uint16Array,
  scores: Float32Array,
): void {
  const impacts = new Uint8Array(places.length);
  const isOne = clause.length === 1;
  const most = isOne ? scores : new Float32Array(places.length);
  for (const { postings, factor } of clause) {
    const at = postings.find(window);
    if (at < 0) continue;
    postings.impactsAt(at, places, impacts);
    const each = factor * postings.scale;
    for (let index = 0; index < places.length; index += 1) {
      const weight = (impacts[index] ?? 0) * each;
      const before = most[index] ?? 0;
      if (isOne) most[index] = before + weight;
      else if (weight > before) most[index] = weight;
    }
  }
  if (isOne) return;
  for (let index = 0; index < places.length; index += 1)
    scores[index] = (scores[index] ?? 0) + (most[index] ?? 0);
}

/** The places of a window's matches where they are few; else null. */
function fewPlaces(bits: Uint32Array, window: number): Uint16Array | null {
  const offset = window * windowWords;
  let count = 0;
  for (let word = 0; word < windowWords; word += 1) count += bitsIn(bits[offset + word] ?? 0);
  if (count > fewMatches) return null;
  const places = new Uint16Array(count);
  let next = 0;
  forEachPlace(bits, offset, (place) => {
    places[next] = place;
    next += 1;
  });
  return places;
}

/**
 * The best `limit` of the matches, by the sum of what the clauses say in each; at equal score the lower number first.
 * Windows are taken in the order of the most that any entry of theirs can score, until none can come among the best.
 * Pauses after each, and where a clause has many terms. `weigh` may lower the score of an entry.
 */
export function* rank(
  { bits }: Pick<Matches, 'bits'>,
  clauses: readonly Clause[],
  limit: number,
  weigh: ((entry: number, score: number) => number) | null = null,
): Generator<void, Ranked[]> {
  const bounds: { window: number; bound: number }[] = [];
  for (let window = 0; window * windowWords < bits.length; window += 1) {
    const offset = window * windowWords;
    let some = 0;
    for (let word = 0; word < windowWords && some === 0; word += 1) some = bits[offset + word] ?? 0;
    if (some === 0) continue;
    const bound = clauses.reduce((sum, clause) => sum + mostIn(clause, window), 0);
    bounds.push({ window, bound });
    if (clauses.some(({ length }) => length > manyTerms)) yield;
  }
  bounds.sort((a, b) => b.bound - a.bound || a.window - b.window);

  const best = new Best(limit);
  const scores = new Float32Array(windowSize);
  const scratch = new Float32Array(windowSize);
  for (const { window, bound } of bounds) {
    if (!best.admits(bound, entryAt(window, 0))) break;
    const places = fewPlaces(bits, window);
    if (places !== null) {
      const few = new Float32Array(places.length);
      for (const clause of clauses) {
        addFewScores(clause, window, places, few);
        if (clause.length > manyTerms) yield;
      }
      for (const [index, place] of places.entries()) {
        const entry = entryAt(window, place);
        const score = few[index] ?? 0;
        if (score >= best.least) best.add(entry, weigh === null ? score : weigh(entry, score));
      }
      yield;
      continue;
    }
    scores.fill(0);
    for (const clause of clauses) {
      addScores(clause, window, scores, scratch);
      if (clause.length > manyTerms) yield;
    }
    const offset = window * windowWords;
    for (let word = 0; word < windowWords; word += 1) {
      for (let rest = bits[offset + word] ?? 0; rest !== 0; rest &= rest - 1) {
        const place = word * 32 + 31 - Math.clz32(rest & -rest);
        const score = scores[place] ?? 0;
        if (score < best.least) continue;
        const entry = entryAt(window, place);
        best.add(entry, weigh === null ? score : weigh(entry, score));
      }
    }
    yield;
  }
  return best.inOrder();
}
