import { useEffect, useState } from 'preact/hooks';

/** The width at which the context stands beside the text; the style sheet has the same. */
const wide = window.matchMedia('(min-width: 90rem)');

/** Whether there is room for a third column. */
export function useIsWide(): boolean {
  const [isWide, setWide] = useState(wide.matches);
  useEffect(() => {
    const follow = () => setWide(wide.matches);
    wide.addEventListener('change', follow);
    return () => wide.removeEventListener('change', follow);
  }, []);
  return isWide;
}
