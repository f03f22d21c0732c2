import { batch, useSignal, type ReadonlySignal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import { placeId } from '../../parts/place.ts';
import { keptPlaces } from './return-to.ts';
import { headingId } from './section.tsx';

/** What a person who reads has before them. */
export interface InView {
  /** The section at the head of the window. */
  readonly section: ReadonlySignal<string | null>;
  /** Whether the heading of that section has gone from sight. */
  readonly isHeadingGone: ReadonlySignal<boolean>;
  /** The place that was asked for as long as it is seen, else the first provision that is. */
  readonly place: ReadonlySignal<string | null>;
}

/** Below the head of the window and the running head under it, in CSS pixels. */
const headHeight = 64;
const readingLine = headHeight + 44;
const step = 16;

/** Follows the scroll. `article` holds the text; `target` is the place that was asked for. */
export function useInView(
  article: { readonly current: HTMLElement | null },
  target: string | null,
): InView {
  const section = useSignal<string | null>(null);
  const isHeadingGone = useSignal(false);
  const place = useSignal(target);

  useLayoutEffect(() => {
    let frame = 0;
    let hasScrolled = false;
    function look(): void {
      frame = 0;
      const text = article.current;
      if (text === null) return;
      const chosen = target === null ? null : document.getElementById(placeId(target));
      const isChosenSeen = chosen !== null && isSeen(chosen);
      const atTop = partAt(text, '.section', readingLine, readingLine + 4 * step);
      const current = isAtEnd()
        ? ((isChosenSeen ? sectionOf(chosen) : null) ?? lastSeen(text))
        : atTop;
      batch(() => {
        section.value = current;
        const heading = current === null ? null : document.getElementById(headingId(current));
        isHeadingGone.value =
          heading !== null && heading.getBoundingClientRect().bottom < headHeight + step;
        const inView = partAt(text, '.provision', readingLine, window.innerHeight * 0.6);
        place.value = isChosenSeen ? target : (inView ?? place.peek());
        // At first a person may still be on the way back to where they were.
        if (hasScrolled) keep(inView);
      });
    }
    const later = (): void => {
      hasScrolled = true;
      frame ||= requestAnimationFrame(look);
    };
    look();
    window.addEventListener('scroll', later, { passive: true });
    window.addEventListener('resize', later);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('scroll', later);
      window.removeEventListener('resize', later);
    };
  }, [article, target, section, isHeadingGone, place]);
  return { section, isHeadingGone, place };
}

/** Remembers what is seen, for whoever comes back. */
function keep(address: string | null): void {
  const provision = address === null ? null : document.getElementById(placeId(address));
  if (address === null || provision === null) return;
  const offset = provision.getBoundingClientRect().top;
  keptPlaces.keep(window.location.hash, { scroll: window.scrollY, address, offset });
}

const addressOf = (part: Element | null): string | null =>
  part === null ? null : part.id.slice(placeId('').length);

const sectionOf = (part: Element): string | null => addressOf(part.closest('.section'));

const isSeen = (part: Element): boolean => {
  const { top, bottom } = part.getBoundingClientRect();
  return bottom > readingLine - step && top < window.innerHeight;
};

/** Whether the page cannot be scrolled further, so that a short last section never reaches the head of the window. */
const isAtEnd = (): boolean =>
  window.scrollY > 0 &&
  window.scrollY + window.innerHeight >= document.documentElement.scrollHeight - 2;

/** The first part of a text of a kind from one height of the window to another. The browser knows what stands there. */
function partAt(text: HTMLElement, kind: string, from: number, to: number): string | null {
  const { left, width } = text.getBoundingClientRect();
  for (let height = from; height <= to; height += step) {
    for (const element of document.elementsFromPoint(left + width / 2, height)) {
      const part = text.contains(element) ? element.closest(kind) : null;
      if (part !== null) return addressOf(part);
    }
  }
  return null;
}

function lastSeen(text: HTMLElement): string | null {
  const sections = [...text.querySelectorAll('.section')];
  return addressOf(sections.findLast(isSeen) ?? null);
}
