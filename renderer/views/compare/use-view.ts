import { useEffect, useState } from 'preact/hooks';
import type { CompareView } from '../../state/places/index.ts';

// Room for two columns of law.
const wide = window.matchMedia('(min-width: 62rem)');

/** The view in use: the chosen one, else the one that the window has room for. */
export function useView(chosen: CompareView | null): CompareView {
  const [isWide, setWide] = useState(wide.matches);
  useEffect(() => {
    const follow = () => setWide(wide.matches);
    wide.addEventListener('change', follow);
    return () => wide.removeEventListener('change', follow);
  }, []);
  return chosen ?? (isWide ? 'side' : 'merged');
}
