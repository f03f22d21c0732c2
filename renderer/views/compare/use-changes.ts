import { useCallback, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { placeId } from '../../parts/place.ts';
import { isChange, type Line } from '../../state/compare-lines.ts';

export interface Changes {
  readonly all: number;
  /** The change that a person stopped at, from 1; null where it is none of those shown. */
  readonly order: number | null;
  /** Its name for ears, where nothing but the bar tells that it was gone to. */
  readonly name: string;
  /** Goes to a line by its key, and takes the focus there; false where the line is not shown. */
  goTo(key: string): boolean;
  /** Goes on to the next change or back to the one before; the focus stays where it is. */
  step(by: 1 | -1): void;
}

export const barId = 'compare-bar';

/** Going from change to change, by the keys n and j, p and k, or by whatever calls `step`. */
export function useChanges(
  lines: readonly Line[],
  at: string | null,
  choose: (chosen: { readonly at: string }) => void,
): Changes {
  const [name, setName] = useState('');
  const stops = useMemo(
    () => lines.flatMap((line, order) => (isChange(line) ? [order] : [])),
    [lines],
  );
  const lineAt = lines.findIndex(({ key }) => key === at);

  // A line that is yet to be drawn is there once its place is in the address.
  const [awaited, setAwaited] = useState<Arrival | null>(null);
  const go = useCallback(
    (arrival: Arrival): boolean => {
      if (!lines.some(({ key }) => key === arrival.key)) return false;
      choose({ at: arrival.key });
      setName(arrival.takesFocus ? '' : (elementOf(arrival.key)?.ariaLabel ?? ''));
      setAwaited(arrive(arrival) ? null : arrival);
      return true;
    },
    [choose, lines],
  );
  const goTo = useCallback((key: string) => go({ key, takesFocus: true }), [go]);

  const stepTo = (by: 1 | -1, takesFocus: boolean): void => {
    const here = lineAt >= 0 && isInWindow(lines[lineAt]) ? lineAt : firstInWindow(lines) - 0.5;
    const stop =
      by > 0
        ? (stops.find((order) => order > here) ?? stops[0])
        : (stops.findLast((order) => order < here) ?? stops.at(-1));
    const line = stop === undefined ? undefined : lines[stop];
    if (line !== undefined) go({ key: line.key, takesFocus });
  };

  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const by = steps[event.key];
      if (by === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.defaultPrevented || takesLetters(event.target)) return;
      event.preventDefault();
      stepTo(by, true);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  });

  // Set by hand, since the lines are not drawn anew for it.
  useLayoutEffect(() => {
    const element = at === null ? null : elementOf(at);
    element?.setAttribute('aria-current', 'location');
    if (awaited !== null) arrive(awaited);
    return () => element?.removeAttribute('aria-current');
  }, [at, lines, awaited]);

  const stopAt = stops.indexOf(lineAt);
  return {
    all: stops.length,
    order: stopAt < 0 ? null : stopAt + 1,
    name,
    goTo,
    step: (by) => stepTo(by, false),
  };
}

interface Arrival {
  readonly key: string;
  readonly takesFocus: boolean;
}

/** Shows a line; false where it is not drawn. */
function arrive({ key, takesFocus }: Arrival): boolean {
  const element = elementOf(key);
  if (element === null) return false;
  if (takesFocus) element.focus({ preventScroll: true });
  element.scrollIntoView({ block: 'start' });
  // Lines that had been far away may turn out taller or shorter than was thought.
  requestAnimationFrame(() => element.scrollIntoView({ block: 'start' }));
  return true;
}

const steps: Readonly<Record<string, 1 | -1>> = { n: 1, j: 1, p: -1, k: -1 };

const elementOf = (key: string): HTMLElement | null => document.getElementById(placeId(key));

/** Where the texts begin in the window: under what stays at its top. */
const topOfText = (): number => document.getElementById(barId)?.getBoundingClientRect().bottom ?? 0;

function isInWindow(line: Line | undefined): boolean {
  const box = line && elementOf(line.key)?.getBoundingClientRect();
  return box !== undefined && box.bottom > topOfText() && box.top < window.innerHeight;
}

/** The first line that is not all above the window, by its turn. */
function firstInWindow(lines: readonly Line[]): number {
  const top = topOfText();
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const bottom = elementOf(lines[middle]?.key ?? '')?.getBoundingClientRect().bottom ?? Infinity;
    if (bottom > top) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Whether a letter that is typed there is meant for something else: for a field, or for the head of the page. */
const takesLetters = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target !== document.body &&
  (target.closest('main') === null || target.closest('select, input, dialog') !== null);
