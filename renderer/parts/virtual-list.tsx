import type {
  ComponentChildren,
  RefObject,
  TargetedFocusEvent,
  TargetedKeyboardEvent,
} from 'preact';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { words } from '../words/index.ts';
import { usePrinting } from './use-printing.ts';
import { useVirtualRows, type DrawnRow } from './virtual-rows.ts';

/** So few rows are all drawn, so that the browser finds and prints every word of them. */
const wholeUpTo = 200;

/** Paper takes no more rows than these; under them stands how many there are. */
const printedUpTo = 2000;

/** A row to be brought to the top and focused: at its heading, where it has one, else at its link. Each time another object. */
export interface GoTo {
  readonly index: number;
}

interface VirtualListProps<Item> {
  /** Under which the heights of its rows are remembered. */
  readonly name: string;
  /** What the list is, for ears. */
  readonly label: string;
  readonly class: string;
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
  /** How high a row is about, in CSS pixels, until it has been seen. */
  readonly estimate: number;
  readonly goTo?: GoTo | null;
  /** A row; what it leads to is its first link. */
  readonly children: (item: Item, index: number) => ComponentChildren;
}

/**
 * A list of any length that scrolls with the window. Only the rows about the window are in the page; each says which
 * one it is and of how many. The row with the focus stays, and arrows, Home, End and the page keys go from row to row.
 */
export function VirtualList<Item>(props: VirtualListProps<Item>) {
  const { name, label, class: className, items, keyOf, estimate, goTo = null, children } = props;
  const isPrinting = usePrinting();
  const isWhole = items.length <= wholeUpTo;
  const listRef = useRef<HTMLUListElement>(null);
  const [focused, setFocused] = useState<number | null>(null);
  const keyAt = useCallback(
    (index: number) => {
      const item = items[index];
      return item === undefined ? `${index}` : keyOf(item);
    },
    [items, keyOf],
  );
  const { rows, rest, page, measure, reveal } = useVirtualRows({
    name,
    listRef,
    count: items.length,
    keyAt,
    estimate,
    pinned: focused,
    isEnabled: !isWhole,
  });
  const go = useGoing(listRef, isWhole, reveal, setFocused);
  useEffect(() => {
    if (goTo !== null) go(goTo.index, 'start');
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only for a row newly asked for: `go` is another each time
  }, [goTo]);

  const onKeyDown = (event: TargetedKeyboardEvent<HTMLUListElement>): void => {
    const index = indexOf(event.target);
    if (index === null || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const next = nextOf(event.key, index, isWhole ? 10 : page, items.length - 1);
    if (next === null) return;
    event.preventDefault();
    if (next !== index) go(next, 'auto');
  };
  const onFocusOut = ({ relatedTarget }: TargetedFocusEvent<HTMLUListElement>): void => {
    if (indexOf(relatedTarget) === null) setFocused(null);
  };

  const all = isPrinting ? printedUpTo : items.length;
  const drawn = isWhole || isPrinting ? everyRow(Math.min(items.length, all)) : rows;
  const free = isPrinting ? 0 : rest;
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys come from its links */}
      <ul
        ref={listRef}
        class={`virtual-list ${className}`}
        aria-label={label}
        style={{ paddingBlockEnd: `${free}px` }}
        onKeyDown={onKeyDown}
        onFocusIn={({ target }) => !isWhole && setFocused(indexOf(target))}
        onFocusOut={onFocusOut}
      >
        {drawn.map(({ index, gap }) => {
          const item = items[index];
          return (
            item !== undefined && (
              <li
                key={keyOf(item)}
                ref={isWhole ? null : measure}
                data-index={index}
                aria-setsize={items.length}
                aria-posinset={index + 1}
                style={{ marginBlockStart: `${gap}px` }}
              >
                {children(item, index)}
              </li>
            )
          );
        })}
      </ul>
      {isPrinting && all < items.length && (
        <p class="printed-part">{words.list.printed(all, items.length)}</p>
      )}
    </>
  );
}

const everyRow = (count: number): readonly DrawnRow[] =>
  Array.from({ length: count }, (_, index) => ({ index, gap: 0 }));

/** The row that something in the list stands in. */
function indexOf(target: EventTarget | null): number | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('.virtual-list > li') : null;
  return row === null ? null : Number(row.dataset['index']);
}

/** Where a key leads from a row; null for a key that leads nowhere. */
function nextOf(key: string, index: number, page: number, last: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, index + 1);
    case 'ArrowUp':
      return Math.max(0, index - 1);
    case 'PageDown':
      return Math.min(last, index + page);
    case 'PageUp':
      return Math.max(0, index - page);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}

interface Asked {
  readonly index: number;
  readonly align: 'start' | 'auto';
}

/** Brings a row into sight and puts the focus on it, once it is drawn. */
function useGoing(
  listRef: RefObject<HTMLUListElement | null>,
  isWhole: boolean,
  reveal: (index: number, align: Asked['align']) => void,
  draw: (index: number) => void,
): (index: number, align: Asked['align']) => void {
  const [asked, setAsked] = useState<Asked | null>(null);
  useLayoutEffect(() => {
    if (asked === null) return;
    const { index, align } = asked;
    const row = listRef.current?.querySelector(`:scope > li[data-index="${index}"]`);
    const heading = align === 'start' ? row?.querySelector<HTMLElement>('[tabindex="-1"]') : null;
    (heading ?? row?.querySelector<HTMLElement>('a'))?.focus({ preventScroll: true });
    if (isWhole) row?.scrollIntoView({ block: align === 'start' ? 'start' : 'nearest' });
  }, [asked, listRef, isWhole]);
  return (index, align) => {
    // The list is drawn anew with this row in it, wherever it stands.
    if (!isWhole) draw(index);
    setAsked({ index, align });
    if (!isWhole) reveal(index, align);
  };
}
