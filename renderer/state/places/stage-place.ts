import type { Address } from '../../../main/contract/ids.ts';

/**
 * Where somebody is in a tour that is presented. Null: where they left it, or its beginning. `step` is as in the contract's
 * `Stage`; `part` is which piece of what one step shows, from 0.
 */
export interface StagePlace {
  readonly tour: Address;
  readonly stop: number | null;
  readonly step: number | null;
  readonly part: number;
}

const slugOf = (tour: Address): string => tour.slice('tour/'.length);

/** The link to the presenter's screen of a tour: `#/present/resolution-92/3`. */
export function presentHref(tour: Address, stop: number | null = null): string {
  return `#/present/${slugOf(tour)}${stop === null ? '' : `/${stop}`}`;
}

/**
 * The link to what the room sees at a step.
 *
 * @example stageHref({ tour: 'tour/resolution-92', stop: 3, step: 2, part: 0 }) // => '#/stage/resolution-92/3/2'
 */
export function stageHref({ tour, stop, step, part }: StagePlace): string {
  const numbers = [stop, step, part === 0 ? null : part];
  return ['#/stage', slugOf(tour), ...numbers.filter((one) => one !== null)].join('/');
}

/** What stands after `present/` or `stage/`; null where it names no tour. */
export function readStage(words: readonly string[]): StagePlace | null {
  const [slug = '', stop, step, part] = words;
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug)) return null;
  const count = numberIn(stop);
  return {
    tour: `tour/${slug}` as Address,
    stop: count === 0 ? null : count,
    step: numberIn(step),
    part: numberIn(part) ?? 0,
  };
}

const numberIn = (text: string | undefined): number | null =>
  text !== undefined && /^\d{1,4}$/.test(text) ? Number(text) : null;
