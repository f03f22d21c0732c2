import { useEffect } from 'preact/hooks';

/**
 * Brings into sight what Tab went to and the browser left out of it. Parts of a long page that were far from the window turn out
 * higher than they were held for, and push it away; and of what scrolls to the side the browser holds a part for enough.
 */
export function useFocusInSight(): void {
  useEffect(() => {
    const onKeyUp = ({ key }: KeyboardEvent): void => {
      if (key !== 'Tab') return;
      const { activeElement } = document;
      follow(activeElement, 4);
    };
    document.addEventListener('keyup', onKeyUp);
    return () => document.removeEventListener('keyup', onKeyUp);
  }, []);
}

/** In each of so many frames: what comes into sight with it may be of another height than it was held for, too. */
function follow(element: Element | null, frames: number): void {
  if (frames === 0) return;
  requestAnimationFrame(() => {
    bringIntoSight(element);
    follow(element, frames - 1);
  });
}

function bringIntoSight(element: Element | null): void {
  if (element === null || element !== document.activeElement) return;
  const head = document.querySelector('.frame-head');
  const clear = head?.contains(element) === true ? 0 : (head?.getBoundingClientRect().bottom ?? 0);
  const { top, bottom } = element.getBoundingClientRect();
  const isOut = bottom > window.innerHeight || top < Math.max(0, clear);
  if (isOut || scrollsToTheSide(element)) {
    element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }
}

function scrollsToTheSide(element: Element): boolean {
  for (let at = element.parentElement; at !== null; at = at.parentElement) {
    if (at.scrollWidth > at.clientWidth && getComputedStyle(at).overflowX === 'auto') return true;
  }
  return false;
}
