import type { ComponentChildren } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import type { Point } from '../../state/presentation-channel.ts';

type OnPoint = (point: Point | null) => void;

/** No oftener than the projector draws. */
function createPointer(onPoint: OnPoint) {
  let frame = 0;
  let isPointing = false;
  return {
    move(event: PointerEvent & { readonly currentTarget: HTMLElement }): void {
      const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
      const point = { x: (event.clientX - left) / width, y: (event.clientY - top) / height };
      cancelAnimationFrame(frame);
      isPointing = true;
      frame = requestAnimationFrame(() => onPoint(point));
    },
    stop(): void {
      cancelAnimationFrame(frame);
      if (isPointing) onPoint(null);
      isPointing = false;
    },
  };
}

interface PointingProps {
  readonly onPoint: OnPoint;
  readonly children: ComponentChildren;
}

/** A small stage over which the presenter's mouse is a pointer that the room sees. */
export function Pointing({ onPoint, children }: PointingProps) {
  const pointer = useMemo(() => createPointer(onPoint), [onPoint]);
  useEffect(() => pointer.stop, [pointer]);
  return (
    <div
      class="present-pointing"
      onPointerMove={pointer.move}
      onPointerLeave={pointer.stop}
      onPointerCancel={pointer.stop}
    >
      {children}
    </div>
  );
}
