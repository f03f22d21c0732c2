import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { placeBeside } from './place-beside.ts';

interface PeekProps {
  /** The id of the element that it belongs to. */
  readonly at: string;
  readonly name: string;
  /** `aside` beside the screen's main part, `div` within it. */
  readonly as?: 'aside' | 'div';
  readonly class: string;
  readonly peeks: { stay(): void; leave(): void; close(): void };
  readonly children: ComponentChildren;
}

/**
 * A card beside its place in the page. It takes no focus: a person goes on reading, and it goes away again with the
 * pointer or the focus, on Escape, and on a tap elsewhere (WCAG 2.2, 1.4.13).
 */
export function Peek({
  at,
  name,
  as: Element = 'aside',
  class: style,
  peeks,
  children,
}: PeekProps) {
  const card = useRef<HTMLElement>(null);

  useLayoutEffect(() => {
    const place = (): void => {
      const link = document.getElementById(at);
      if (link !== null && card.current !== null) placeBeside(card.current, link, false);
    };
    place();
    window.addEventListener('resize', place);
    return () => window.removeEventListener('resize', place);
  }, [at]);

  useEffect(() => {
    const onKeyDown = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') peeks.close();
    };
    const onPointerDown = ({ target }: PointerEvent): void => {
      const isOwn =
        target instanceof Node &&
        (card.current?.contains(target) === true ||
          document.getElementById(at)?.contains(target) === true);
      if (!isOwn) peeks.close();
    };
    document.addEventListener('keydown', onKeyDown);
    document.addEventListener('pointerdown', onPointerDown);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      document.removeEventListener('pointerdown', onPointerDown);
    };
  }, [at, peeks]);

  const properties = {
    class: `peek ${style}`,
    'aria-label': name,
    onPointerEnter: () => peeks.stay(),
    onPointerLeave: ({ pointerType }: PointerEvent) => {
      if (pointerType === 'mouse') peeks.leave();
    },
    // The place keeps the focus while the card is used.
    onMouseDown: (event: MouseEvent) => event.preventDefault(),
  };
  return Element === 'aside' ? (
    <aside ref={card} {...properties}>
      {children}
    </aside>
  ) : (
    <div
      ref={(element) => {
        card.current = element;
      }}
      role="note"
      {...properties}
    >
      {children}
    </div>
  );
}
