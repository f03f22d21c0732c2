import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** About what a line takes on the page, in CSS pixels, until it has been drawn. */
const usual = 96;

/**
 * Whether a part of a long table is near enough to the window to be drawn; on paper all of it is. Until then it keeps about
 * the room that its lines take. The part that has the focus stays.
 */
export function useNear(lines: number, isFirst: boolean) {
  const part = useRef<HTMLTableSectionElement>(null);
  const room = useRef(lines * usual);
  const [isNear, setNear] = useState(isFirst);

  useLayoutEffect(() => {
    if (!isNear) part.current?.style.setProperty('--room', `${room.current}px`);
  }, [isNear]);
  useEffect(() => {
    const element = part.current;
    if (element === null) return;
    const observer = new IntersectionObserver(
      (entries) => {
        const isSeen = entries.at(-1)?.isIntersecting ?? false;
        if (!isSeen && element.contains(document.activeElement)) return;
        if (!isSeen) room.current = element.offsetHeight;
        setNear(isSeen);
      },
      { rootMargin: '150% 0px' },
    );
    const draw = (): void => setNear(true);
    observer.observe(element);
    window.addEventListener('beforeprint', draw);
    return () => {
      observer.disconnect();
      window.removeEventListener('beforeprint', draw);
    };
  }, []);
  return { part, isNear };
}
