import type { Steps } from '../../contract/steps.ts';
import type { Unit } from './units.ts';

/** The features of a text in the order in which they first stand, with their weights: a vector of unit length. */
export interface Features {
  readonly ids: Uint32Array;
  readonly weights: Float64Array;
}

/** Features are numbered from 0 to `count`. */
export interface FeaturesOfAll {
  readonly count: number;
  readonly of: (unit: Unit) => Features;
}

const none: Features = { ids: new Uint32Array(), weights: new Float64Array() };

/** How often each feature stands in a text. */
interface Counts {
  readonly ids: readonly number[];
  readonly times: readonly number[];
}

/** Counts the features of one text after the other. `words` is how many different words there are. */
function createCounter(words: number) {
  const pairs = new Map<number, number>();
  /** In how many texts each feature stands. */
  const spread: number[] = [];
  /** In which text it stood last, and where among the features of that. */
  const textOf: number[] = [];
  const placeOf: number[] = [];
  let text = 0;
  return {
    spread: (feature: number): number => spread[feature] ?? 0,
    size: (): number => words + pairs.size,
    count(unit: Unit): Counts {
      text += 1;
      const ids: number[] = [];
      const times: number[] = [];
      const add = (feature: number): void => {
        if (textOf[feature] === text) {
          const place = placeOf[feature] ?? 0;
          times[place] = (times[place] ?? 0) + 1;
          return;
        }
        textOf[feature] = text;
        placeOf[feature] = ids.length;
        spread[feature] = (spread[feature] ?? 0) + 1;
        ids.push(feature);
        times.push(1);
      };
      for (let index = 0; index < unit.words.length; index += 1) {
        const word = unit.words[index] ?? 0;
        add(word);
        const key = word * (words + 1) + (unit.words[index + 1] ?? words);
        let pair = pairs.get(key);
        if (pair === undefined) pairs.set(key, (pair = words + pairs.size));
        add(pair);
      }
      return { ids, times };
    },
  };
}

/**
 * Words and pairs of words, rare ones weighing more, so that "IMT" tells little and "softwarization" much. `all` tells the
 * rare ones from the common ones; `words` is how many different words there are.
 */
export function* featuresOf(
  units: readonly Unit[],
  all: readonly Unit[],
  words: number,
): Steps<FeaturesOfAll> {
  const counter = createCounter(words);
  const countsOf = new Map<Unit, Counts>();
  for (const unit of all) {
    countsOf.set(unit, counter.count(unit));
    yield;
  }
  const features = new Map<Unit, Features>();
  for (const unit of units) {
    const { ids, times } = countsOf.get(unit) ?? { ids: [], times: [] };
    const weights = new Float64Array(ids.length);
    let square = 0;
    for (const [index, id] of ids.entries()) {
      const rarity = Math.log(1 + all.length / counter.spread(id));
      const weight = (1 + Math.log(times[index] ?? 1)) * rarity;
      weights[index] = weight;
      square += weight * weight;
    }
    const length = Math.sqrt(square);
    for (const [index, weight] of weights.entries()) weights[index] = weight / length;
    features.set(unit, { ids: Uint32Array.from(ids), weights });
    yield;
  }
  return { count: counter.size(), of: (unit) => features.get(unit) ?? none };
}

/** How alike texts are to the one that it was last told to hold on to, by their features, 0 to 1. */
export function createCosine(count: number) {
  /** Where a feature of the held text stands in it, from 1. */
  const places = new Uint32Array(count);
  let held = none;
  let products = new Float64Array();
  return {
    hold(features: Features): void {
      for (const id of held.ids) places[id] = 0;
      for (const [index, id] of features.ids.entries()) places[id] = index + 1;
      held = features;
      products = new Float64Array(features.ids.length);
    },
    with({ ids, weights }: Features): number {
      // Added up in the order of the shorter text, so that both ways round come to the same number.
      let sum = 0;
      const isShorter = ids.length < held.ids.length;
      for (let index = 0; index < ids.length; index += 1) {
        const place = places[ids[index] ?? 0] ?? 0;
        if (place === 0) continue;
        const product = (weights[index] ?? 0) * (held.weights[place - 1] ?? 0);
        if (isShorter) sum += product;
        else products[place - 1] = product;
      }
      if (!isShorter) {
        for (const product of products) sum += product;
        products.fill(0);
      }
      return Math.min(1, sum);
    },
  };
}
