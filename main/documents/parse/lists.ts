import type { Label, Style } from './labels.ts';

/**
 * A list that may still be continued: how it counts, how far it came, and in which item its next one goes. `stem` is
 * what the labels of a decimal list share: "1.2" of 1.2.1 and 1.2.2.
 */
export interface OpenList<T> {
  readonly style: Style;
  readonly stem: string;
  last: number;
  lastPath: string;
  lastItem: T | null;
  readonly parent: T | null;
}

export interface Spot<T> {
  /** How many open lists lie outside this one. */
  readonly depth: number;
  /** The list that goes on; null where a new one begins. */
  readonly list: OpenList<T> | null;
  readonly style: Style;
  readonly value: number;
  readonly isInOrder: boolean;
}

/**
 * Where an item with this label goes: on with the innermost open list that it fits, or, counting as the first of its
 * kind, into a new list inside the last item. So `i)` is a letter after `h)` and a roman number inside `2`. `next` is
 * the label of the paragraph behind, which may settle a doubt.
 */
export function findSpot<T>(
  label: Label,
  open: readonly OpenList<T>[],
  next: Label | null,
): Spot<T> {
  const [reading = { style: 'number', value: 1 } as const] = label.readings;
  if (reading.style === 'decimal') return decimalSpot(label, reading.value, open);
  if (reading.style === 'dash' || reading.style === 'bullet') {
    const depth = open.findLastIndex(({ style }) => style === reading.style);
    return depth === -1
      ? { depth: open.length, list: null, ...reading, isInOrder: true }
      : { depth, list: open[depth] ?? null, ...reading, isInOrder: true };
  }
  const first = label.readings.find(({ value }) => value === 1);
  const opens: Spot<T> | null =
    first === undefined || open.some(({ style }) => style === first.style)
      ? null
      : { depth: open.length, list: null, ...first, isInOrder: true };
  // `i)` after `h)`: the letter, unless a roman `ii)` follows.
  const isRomanStart = opens?.style === 'roman' && next?.path === 'ii';
  if (opens !== null && isRomanStart) return opens;
  const continued = fit(
    label,
    open,
    (value, last) => value === last + 1 || isAddition(label, value, last),
  );
  if (continued !== null) return { ...continued, isInOrder: true };
  if (opens !== null) return opens;
  const jumped = fit(label, open, () => true);
  if (jumped !== null) return { ...jumped, isInOrder: false };
  return { depth: open.length, list: null, ...reading, isInOrder: reading.value === 1 };
}

/** `1.2.3` goes on with the list of `1.2.2`, opens one inside `1.2`, or stands for itself. */
function decimalSpot<T>(label: Label, value: number, open: readonly OpenList<T>[]): Spot<T> {
  const stem = stemOf(label.path);
  const same = open.findLastIndex((list) => list.style === 'decimal' && list.stem === stem);
  const list = open[same];
  if (list !== undefined) {
    const isInOrder = value === list.last + 1 || isAddition(label, value, list.last);
    return { depth: same, list, style: 'decimal', value, isInOrder };
  }
  const inside = open.findLastIndex(({ lastPath }) => lastPath === stem);
  const level = label.path.split('.').length;
  const beside = open.findIndex(
    ({ style, lastPath }) => style === 'decimal' && lastPath.split('.').length >= level,
  );
  const depth = inside === -1 ? (beside === -1 ? topOf(open) : beside) : inside + 1;
  return { depth, list: null, style: 'decimal', value, isInOrder: value <= 1 };
}

/** Decimals without a list of their own stand beside plain numbers, inside nothing. */
const topOf = <T>(open: readonly OpenList<T>[]): number =>
  open.findIndex(({ style }) => style !== 'decimal') === -1 ? open.length : 0;

const stemOf = (path: string): string => path.split('.').slice(0, -1).join('.');

/** `1bis` counts as 1 once more. */
const isAddition = (label: Label, value: number, last: number): boolean =>
  value === last && /(?:bis|ter|quater|quinquies)$/.test(label.path);

/** A plain and a bracketed number may be members of one list. */
const agrees = (style: Style, list: Style | undefined): boolean =>
  style === list ||
  (style === 'closed' && list === 'number') ||
  (style === 'number' && list === 'closed');

function fit<T>(
  label: Label,
  open: readonly OpenList<T>[],
  accepts: (value: number, last: number) => boolean,
): Omit<Spot<T>, 'isInOrder'> | null {
  for (let depth = open.length - 1; depth >= 0; depth -= 1) {
    const list = open[depth];
    const reading = label.readings.find(
      ({ style, value }) => agrees(style, list?.style) && accepts(value, list?.last ?? 0),
    );
    if (list !== undefined && reading !== undefined) return { depth, list, ...reading };
  }
  return null;
}

/** The new list of a spot, whose items stand in `parent`, or at the top where that is null. */
export const startList = <T>(spot: Spot<T>, label: Label, parent: T | null): OpenList<T> => ({
  style: spot.style,
  stem: spot.style === 'decimal' ? stemOf(label.path) : '',
  last: 0,
  lastPath: '',
  lastItem: null,
  parent,
});
