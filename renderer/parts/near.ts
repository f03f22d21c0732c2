import { useEffect, useState } from 'preact/hooks';

/** How far outside the window is near, in heights of it: what one scrolls to in a moment. */
const reach = '100% 0px';

const arrivals = new WeakMap<Element, () => void>();
let observer: IntersectionObserver | null = null;

/** One observer for all, since a text may have thousands of provisions. */
function observe(element: Element, onNear: () => void): () => void {
  observer ??= new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries)
        if (isIntersecting) arrivals.get(target)?.();
    },
    { rootMargin: reach },
  );
  arrivals.set(element, onNear);
  observer.observe(element);
  return () => {
    arrivals.delete(element);
    observer?.unobserve(element);
  };
}

/** Whether an element has come near the window since it was drawn; once it has, it stays so. */
export function useIsNear(ref: { readonly current: Element | null }): boolean {
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (isNear || element === null) return;
    return observe(element, () => setNear(true));
  }, [isNear, ref]);
  return isNear;
}
