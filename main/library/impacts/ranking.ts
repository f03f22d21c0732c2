import { addMembers, manyTerms, type Clause, type Matches } from './matching.ts';
import { Best, type Ranked } from './best.ts';
import { bitsInWindow, entryAt, keepCommon, windowSize, windowWords } from './window.ts';

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
const fewMatches = 512;
/** The same of those that may come among the best: most of them are given up halfway. */
const fewCandidates = 2048;

/** What scoring a few places of a window needs, used again for each. */
const createFew = () => ({
  places: new Uint16Array(fewCandidates),
  scores: new Float32Array(fewCandidates),
  most: new Float32Array(fewCandidates),
  impacts: new Uint8Array(fewCandidates),
});
type Few = ReturnType<typeof createFew>;

/** What ranking works in. It is used again: making it ready takes as long as to rank what is rare. */
const createRoom = () => ({
  few: createFew(),
  scores: new Float32Array(windowSize),
  scratch: new Float32Array(windowSize),
  candidates: new Uint32Array(windowWords),
});
const spareRooms: ReturnType<typeof createRoom>[] = [];
const mostSpare = 4;

/** Adds what a clause says at some places to the score of each. */
function addFewScores(clause: Clause, window: number, count: number, few: Few): void {
  const places = few.places.subarray(0, count);
  const { impacts, scores } = few;
  const isOne = clause.length === 1;
  const most = isOne ? scores : few.most.fill(0, 0, count);
  for (const { postings, factor } of clause) {
    const at = postings.find(window);
    if (at < 0) continue;
    postings.impactsAt(at, places, impacts);
    const each = factor * postings.scale;
    for (let index = 0; index < count; index += 1) {
      const weight = (impacts[index] ?? 0) * each;
      const before = most[index] ?? 0;
      if (isOne) most[index] = before + weight;
      else if (weight > before) most[index] = weight;
    }
  }
  if (isOne) return;
  for (let index = 0; index < count; index += 1)
    scores[index] = (scores[index] ?? 0) + (most[index] ?? 0);
}

/** Writes the places of a window's bitmap where they are few, and says how many; -1 where they are not. */
function fewPlaces(bits: Uint32Array, offset: number, few: number, places: Uint16Array): number {
  const count = bitsInWindow(bits, offset);
  if (count > few) return -1;
  let next = 0;
  for (let word = 0; word < windowWords; word += 1)
    for (let rest = bits[offset + word] ?? 0; rest !== 0; rest &= rest - 1) {
      places[next] = word * 32 + 31 - Math.clz32(rest & -rest);
      next += 1;
    }
  return count;
}

/** A clause, the most that it says in a window, and the most that those after it say together. */
interface Step {
  readonly clause: Clause;
  readonly most: number;
  rest: number;
}

/** The clauses in the order of what they say at the most, what says most first. */
function stepsOf(clauses: readonly Clause[], mosts: Float64Array): Step[] {
  const steps = clauses.map((clause, at) => ({ clause, most: mosts[at] ?? 0, rest: 0 }));
  steps.sort((a, b) => b.most - a.most);
  let rest = 0;
  for (const step of steps.toReversed()) {
    step.rest = rest;
    rest += step.most;
  }
  return steps;
}

/**
 * How many of the first steps an entry needs one of to come among the best: what all others say at the most is too little
 * (Turtle and Flood, _Query evaluation: strategies and optimizations_, 1995).
 */
const neededOf = (steps: readonly Step[], best: Best): number => {
  const at = steps.findIndex(({ rest }) => !best.mayHold(rest));
  return at < 0 ? steps.length : at + 1;
};

/**
 * The alternatives of a clause by which an entry of a window may come among the best, if all other clauses say the most they
 * can there: what is found by no other is not among the best, and by another it scores what that one says.
 */
function hopefulOf(
  clause: Clause,
  window: number,
  { bound, most, factor }: Pick<Bound, 'bound' | 'factor'> & Pick<Step, 'most'>,
  best: Best,
): Clause {
  if (clause.length === 1 || best.least === 0) return clause;
  const others = bound - most;
  const hopeful = clause.filter(({ postings, factor: each }) => {
    const at = postings.find(window);
    return at >= 0 && best.mayHold(others + postings.most(at) * each * factor);
  });
  // A single alternative is added up in one step: its sum is another in the last digit.
  const [only, ...more] = hopeful;
  return only === undefined || more.length > 0 ? hopeful : [only, only];
}

/** Of a few places keeps those that come among the best if the clauses that are not scored say the most they can. */
function keepHopeful(
  { places, scores }: Few,
  count: number,
  { factor, rest }: Pick<Bound, 'factor'> & Pick<Step, 'rest'>,
  best: Best,
): number {
  let kept = 0;
  for (let index = 0; index < count; index += 1) {
    const score = scores[index] ?? 0;
    if (!best.mayHold(score * factor + rest)) continue;
    places[kept] = places[index] ?? 0;
    scores[kept] = score;
    kept += 1;
  }
  return kept;
}

/** The most that any entry of a window can score, in all and for each clause, and the largest factor of any. */
interface Bound {
  readonly window: number;
  readonly bound: number;
  readonly mosts: Float64Array;
  readonly factor: number;
}

/** What the score of an entry is multiplied by. */
export interface Weighing {
  factorOf(entry: number): number;
  /** The most that it is for any entry from the first number to the last. */
  mostOf(first: number, last: number): number;
}

/** Adds to the best what is in a window, each place with its score. */
function addScored(
  bits: Uint32Array,
  window: number,
  scores: Float32Array,
  factor: number,
  weighing: Weighing | null,
  best: Best,
): void {
  const offset = window * windowWords;
  for (let word = 0; word < windowWords; word += 1) {
    for (let rest = bits[offset + word] ?? 0; rest !== 0; rest &= rest - 1) {
      const place = word * 32 + 31 - Math.clz32(rest & -rest);
      const score = scores[place] ?? 0;
      if (!best.mayHold(score * factor)) continue;
      const entry = entryAt(window, place);
      best.add(entry, weighing === null ? score : score * weighing.factorOf(entry));
    }
  }
}

/**
 * The best `limit` of the matches, by the sum of what the clauses say in each; at equal score the lower number first.
 * Windows are taken in the order of the most that any entry of theirs can score, until none can come among the best.
 * Pauses after each, and where a clause has many terms.
 */
export function* rank(
  { bits }: Pick<Matches, 'bits'>,
  clauses: readonly Clause[],
  limit: number,
  weighing: Weighing | null = null,
): Generator<void, Ranked[]> {
  const isLong = clauses.some(({ length }) => length > manyTerms);
  const hasAlternatives = clauses.some(({ length }) => length > 1);
  const bounds: Bound[] = [];
  for (let window = 0; window * windowWords < bits.length; window += 1) {
    const offset = window * windowWords;
    if (bitsInWindow(bits, offset) === 0) continue;
    const mosts = new Float64Array(clauses.length);
    const factor = weighing?.mostOf(entryAt(window, 0), entryAt(window, windowSize - 1)) ?? 1;
    let bound = 0;
    for (let at = 0; at < clauses.length; at += 1) {
      const most = mostIn(clauses[at] ?? [], window) * factor;
      mosts[at] = most;
      bound += most;
    }
    bounds.push({ window, bound, mosts, factor });
    if (isLong) yield;
  }
  bounds.sort((a, b) => b.bound - a.bound || a.window - b.window);

  const best = new Best(limit);
  const room = spareRooms.pop() ?? createRoom();
  const { few, scores, scratch, candidates } = room;
  for (const { window, bound, mosts, factor } of bounds) {
    if (!best.admits(bound, entryAt(window, 0))) break;
    const offset = window * windowWords;
    const hopeful = hasAlternatives
      ? clauses.map((clause, at) =>
          hopefulOf(clause, window, { bound, most: mosts[at] ?? 0, factor }, best),
        )
      : clauses;
    let count = fewPlaces(bits, offset, fewMatches, few.places);
    if (count < 0) {
      const steps = stepsOf(hopeful, mosts);
      const some = neededOf(steps, best);
      const isNarrow =
        hasAlternatives && hopeful.some(({ length }, at) => length < (clauses[at]?.length ?? 0));
      if (some < clauses.length || isNarrow) {
        candidates.fill(0);
        for (const { clause } of steps.slice(0, some)) {
          addMembers(clause, window, candidates, 0);
          if (clause.length > manyTerms) yield;
        }
        keepCommon(candidates, bits, offset);
        count = fewPlaces(candidates, 0, fewCandidates, few.places);
        // What comes of it decides who is hopeful only: those are scored in the order of the clauses, as all others are.
        few.scores.fill(0, 0, Math.max(0, count));
        for (const { clause, rest } of steps) {
          if (count <= 0) break;
          addFewScores(clause, window, count, few);
          count = keepHopeful(few, count, { factor, rest }, best);
          if (clause.length > manyTerms) yield;
        }
      }
    }
    if (count >= 0) {
      few.scores.fill(0, 0, count);
      for (const clause of count === 0 ? [] : hopeful) {
        addFewScores(clause, window, count, few);
        if (clause.length > manyTerms) yield;
      }
      for (let index = 0; index < count; index += 1) {
        const score = few.scores[index] ?? 0;
        if (!best.mayHold(score * factor)) continue;
        const entry = entryAt(window, few.places[index] ?? 0);
        best.add(entry, weighing === null ? score : score * weighing.factorOf(entry));
      }
      yield;
      continue;
    }
    scores.fill(0);
    for (const clause of hopeful) {
      addScores(clause, window, scores, scratch);
      if (clause.length > manyTerms) yield;
    }
    addScored(bits, window, scores, factor, weighing, best);
    yield;
  }
  if (spareRooms.length < mostSpare) spareRooms.push(room);
  return best.inOrder();
}
