import { useLayoutEffect, useState } from 'preact/hooks';

/**
 * Whether an element holds more than it shows and scrolls: then its keys need the focus to be there. Looked at again when
 * `shown` is another and when its size changes.
 */
export function useIsScrolled(
  ref: { readonly current: HTMLElement | null },
  shown: unknown,
): boolean {
  const [isScrolled, setIsScrolled] = useState(false);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const look = (): void => setIsScrolled(element.scrollHeight > element.clientHeight + 1);
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref, shown]);
  return isScrolled;
}
