import {
  defaultRangeExtractor,
  observeWindowOffset,
  observeWindowRect,
  Virtualizer,
  windowScroll,
  type Range,
  type VirtualizerOptions,
} from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useReducer, useState } from 'preact/hooks';

/** How many rows are drawn on either side of those in sight. */
const overscan = 8;

type Heights = Map<number | string | bigint, number>;

/** How high rows were, by the name of their list and the width of the window: whoever comes back finds the same place. */
const knownHeights = new Map<string, Heights>();

function heightsOf(name: string): Heights {
  const key = `${name} ${window.innerWidth}`;
  const heights: Heights = knownHeights.get(key) ?? new Map();
  knownHeights.set(key, heights);
  return heights;
}

/** A row that is drawn, and how much room is left free before it for those that are not, in CSS pixels. */
export interface DrawnRow {
  readonly index: number;
  readonly gap: number;
}

interface VirtualRows {
  readonly rows: readonly DrawnRow[];
  /** The room after the last row drawn. */
  readonly rest: number;
  /** How many rows a screenful is. */
  readonly page: number;
  /** Told of every row's element, to measure it. */
  readonly measure: (row: HTMLElement | null) => void;
  /** Brings a row into sight: to the top, or as near as it is. */
  readonly reveal: (index: number, align: 'start' | 'auto') => void;
}

interface RowsRequest {
  readonly name: string;
  readonly listRef: RefObject<HTMLElement | null>;
  readonly count: number;
  readonly keyAt: (index: number) => string;
  /** In CSS pixels. */
  readonly estimate: number;
  /** Stays drawn wherever it is: the row that has the focus. */
  readonly pinned: number | null;
  readonly isEnabled: boolean;
}

/** Which rows of a long list are drawn while the window scrolls, and the room that stands for all others. */
export function useVirtualRows(request: RowsRequest): VirtualRows {
  const { name, listRef, count, keyAt, estimate, pinned, isEnabled } = request;
  const [, redraw] = useReducer((times: number) => times + 1, 0);
  const [margin, setMargin] = useState(0);
  const rangeExtractor = useCallback(
    (range: Range) => {
      const drawn = defaultRangeExtractor(range);
      return pinned === null || pinned >= range.count || drawn.includes(pinned)
        ? drawn
        : [...drawn, pinned].toSorted((a, b) => a - b);
    },
    [pinned],
  );
  const options: VirtualizerOptions<Window, HTMLElement> = {
    count,
    getItemKey: keyAt,
    estimateSize: () => estimate,
    getScrollElement: () => window,
    observeElementRect: observeWindowRect,
    observeElementOffset: observeWindowOffset,
    scrollToFn: windowScroll,
    initialRect: { width: window.innerWidth, height: window.innerHeight },
    scrollMargin: margin,
    // What sticks to the top of the window covers what comes there.
    scrollPaddingStart: 80,
    scrollPaddingEnd: 24,
    overscan,
    rangeExtractor,
    enabled: isEnabled,
    onChange: () => redraw(undefined),
  };
  const [virtualizer] = useState(() => {
    const made = new Virtualizer(options);
    made.itemSizeCache = heightsOf(name);
    return made;
  });
  virtualizer.setOptions(options);

  // What every adapter of virtual-core does after a drawing.
  // oxlint-disable-next-line no-underscore-dangle -- virtual-core has no other name for it
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  // oxlint-disable-next-line no-underscore-dangle -- virtual-core has no other name for it
  useLayoutEffect(() => virtualizer._willUpdate());
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- anything above the list may have changed; the same margin ends it
  useLayoutEffect(() => {
    const top = listRef.current?.getBoundingClientRect().top;
    if (top !== undefined) setMargin(Math.round(top + window.scrollY));
  });
  useEffect(() => {
    let { innerWidth } = window;
    const follow = (): void => {
      if (window.innerWidth === innerWidth) return;
      ({ innerWidth } = window);
      virtualizer.itemSizeCache = heightsOf(name);
      virtualizer.measure();
    };
    window.addEventListener('resize', follow);
    return () => window.removeEventListener('resize', follow);
  }, [virtualizer, name]);

  const drawn = virtualizer.getVirtualItems();
  const rows = drawn.map(({ index, start }, order) => ({
    index,
    gap: start - (drawn[order - 1]?.end ?? margin),
  }));
  const { range } = virtualizer;
  return {
    rows,
    rest: isEnabled
      ? Math.max(0, virtualizer.getTotalSize() + margin - (drawn.at(-1)?.end ?? margin))
      : 0,
    page: range === null ? 1 : Math.max(1, range.endIndex - range.startIndex - 1),
    measure: virtualizer.measureElement,
    reveal: (index, align) => virtualizer.scrollToIndex(index, { align }),
  };
}
