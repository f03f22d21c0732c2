import type { Ready } from '../../state/screens/index.ts';
import type { Compare } from '../compare/compare.tsx';
import type { Duties } from '../duties/duties.tsx';
import type { LibraryView } from '../library/library.tsx';
import type { MapView } from '../map/map.tsx';
import type { TimelineView } from '../timeline/timeline.tsx';

interface LateViews {
  compare: typeof Compare | null;
  duties: typeof Duties | null;
  library: typeof LibraryView | null;
  map: typeof MapView | null;
  timeline: typeof TimelineView | null;
}

/** Views that come with their first screen, so that the first screen of all need not wait for them. */
export const lateViews: LateViews = {
  compare: null,
  duties: null,
  library: null,
  map: null,
  timeline: null,
};

/** A view is there before its screen is shown. */
export const readyToDraw: Ready = async (kind) => {
  if (kind === 'compare') lateViews.compare ??= (await import('../compare/compare.tsx')).Compare;
  if (kind === 'duties') lateViews.duties ??= (await import('../duties/duties.tsx')).Duties;
  if (kind === 'library')
    lateViews.library ??= (await import('../library/library.tsx')).LibraryView;
  if (kind === 'map') lateViews.map ??= (await import('../map/map.tsx')).MapView;
  if (kind === 'timeline')
    lateViews.timeline ??= (await import('../timeline/timeline.tsx')).TimelineView;
};
