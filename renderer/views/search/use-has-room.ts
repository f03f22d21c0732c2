import { useEffect, useState } from 'preact/hooks';

/** The width at which the preview stands beside the list; the style sheet has the same. */
const wide = window.matchMedia('(min-width: 80rem)');

/** Whether there is room for a third column. */
export function useHasRoom(): boolean {
  const [hasRoom, setRoom] = useState(wide.matches);
  useEffect(() => {
    const follow = () => setRoom(wide.matches);
    wide.addEventListener('change', follow);
    return () => wide.removeEventListener('change', follow);
  }, []);
  return hasRoom;
}
