import { useEffect } from 'preact/hooks';
import type { Address } from '../../../main/contract/ids.ts';
import type { Highlight } from '../../../main/contract/room.ts';

/** Tells which words of a provision were selected with the pointer, and takes the selection away: they are marked instead. */
export function useSelected(
  ref: { readonly current: HTMLElement | null },
  onSelect: ((highlight: Highlight) => void) | undefined,
): void {
  useEffect(() => {
    const stage = ref.current;
    if (stage === null || onSelect === undefined) return;
    const onPointerUp = (): void => {
      const selection = document.getSelection();
      const found = selection === null ? null : highlightIn(stage, selection);
      if (selection === null || found === null) return;
      selection.removeAllRanges();
      onSelect(found);
    };
    // The pointer may leave the stage while it selects.
    document.addEventListener('pointerup', onPointerUp);
    return () => document.removeEventListener('pointerup', onPointerUp);
  }, [ref, onSelect]);
}

/** The selected words of the provision in which the selection begins; null where there are none. */
function highlightIn(stage: HTMLElement, selection: Selection): Highlight | null {
  if (selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const text = [...stage.querySelectorAll<HTMLElement>('[data-address]')].find((one) =>
    range.intersectsNode(one),
  );
  const { address, at } = text?.dataset ?? {};
  if (text === undefined || address === undefined || at === undefined) return null;
  const [first, last] = [lengthUpTo(text, range, 'start'), lengthUpTo(text, range, 'end')];
  const chosen = (text.textContent ?? '').slice(first, last);
  const start = Number(at) + first + (chosen.length - chosen.trimStart().length);
  const end = start + chosen.trim().length;
  return end > start ? { address: address as Address, start, end } : null;
}

/** How much of an element's text stands before one end of a range; all of it where that end is behind the element. */
function lengthUpTo(text: HTMLElement, range: Range, end: 'start' | 'end'): number {
  const [node, offset] =
    end === 'start'
      ? [range.startContainer, range.startOffset]
      : [range.endContainer, range.endOffset];
  const before = document.createRange();
  before.selectNodeContents(text);
  const place = before.comparePoint(node, offset);
  if (place < 0) return 0;
  if (place === 0) before.setEnd(node, offset);
  return before.toString().length;
}
