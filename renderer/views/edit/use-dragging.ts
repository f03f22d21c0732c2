import { useEffect, useRef, useState } from 'preact/hooks';

/** Which stop is dragged, and before which it would be put. */
interface Drag {
  readonly from: number;
  /** A place between stops: 0 is before the first. */
  readonly to: number;
}

export interface Dragging {
  readonly drag: Drag | null;
  /** Begins with the pointer that was put down on a stop's number. */
  start(event: PointerEvent, from: number): void;
}

/** Reordering with a pointer of any kind: the stop goes where the line is when the pointer is lifted. */
export function useDragging(listId: string, onMove: (from: number, to: number) => void): Dragging {
  const [drag, setDrag] = useState<Drag | null>(null);
  const onMoveRef = useRef(onMove);
  const stopRef = useRef<(() => void) | null>(null);
  useEffect(() => {
    onMoveRef.current = onMove;
  }, [onMove]);
  useEffect(() => () => stopRef.current?.(), []);

  function start(event: PointerEvent, from: number): void {
    if (event.button !== 0 || !(event.currentTarget instanceof HTMLElement)) return;
    event.preventDefault();
    const grip = event.currentTarget;
    grip.setPointerCapture(event.pointerId);
    let latest: Drag = { from, to: from };
    let isMoved = false;

    const onPointerMove = ({ clientY }: PointerEvent): void => {
      if (!isMoved && Math.abs(clientY - event.clientY) < 4) return;
      isMoved = true;
      latest = { from, to: placeAt(listId, clientY) };
      setDrag(latest);
      scrollNear(clientY);
    };
    const finish = (isMeant: boolean): void => {
      grip.removeEventListener('pointermove', onPointerMove);
      grip.removeEventListener('pointerup', onUp);
      grip.removeEventListener('pointercancel', onCancel);
      document.removeEventListener('keydown', onKeyDown);
      setDrag(null);
      // Without itself every later place is one less.
      const to = latest.to > from ? latest.to - 1 : latest.to;
      if (isMeant && isMoved && to !== from) onMoveRef.current(from, to);
    };
    const onUp = (): void => finish(true);
    const onCancel = (): void => finish(false);
    const onKeyDown = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') finish(false);
    };
    grip.addEventListener('pointermove', onPointerMove);
    grip.addEventListener('pointerup', onUp);
    grip.addEventListener('pointercancel', onCancel);
    document.addEventListener('keydown', onKeyDown);
    stopRef.current = onCancel;
  }
  return { drag, start };
}

function placeAt(listId: string, y: number): number {
  const rows = [...document.querySelectorAll(`#${listId} > li`)];
  const after = rows.findIndex((row) => {
    const { top, height } = row.getBoundingClientRect();
    return y < top + height / 2;
  });
  return after < 0 ? rows.length : after;
}

/** A long list goes on under a pointer that is near its edge. */
function scrollNear(y: number): void {
  const edge = 80;
  if (y < edge + 64) window.scrollBy(0, -16);
  else if (y > window.innerHeight - edge) window.scrollBy(0, 16);
}
