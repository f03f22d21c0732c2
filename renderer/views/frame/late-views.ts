import type { Ready } from '../../state/screens/index.ts';
import type { Add } from '../add/add.tsx';
import type { Compare } from '../compare/compare.tsx';
import type { Edit } from '../edit/edit.tsx';
import type { Follow } from '../follow/follow.tsx';
import type { Duties } from '../duties/duties.tsx';
import type { List } from '../list/list.tsx';
import type { LibraryView } from '../library/library.tsx';
import type { MapView } from '../map/map.tsx';
import type { PacksView } from '../packs/packs.tsx';
import type { Present } from '../present/present.tsx';
import type { Projector } from '../present/projector.tsx';
import type { Reader } from '../reader/reader.tsx';
import type { Room } from '../room/room.tsx';
import type { Search } from '../search/search.tsx';
import type { Settings } from '../settings/settings.tsx';
import type { TimelineView } from '../timeline/timeline.tsx';
import type { Work } from '../work/work.tsx';
import type { RecordView } from './record-view.tsx';

interface LateViews {
  add: typeof Add | null;
  compare: typeof Compare | null;
  duties: typeof Duties | null;
  edit: typeof Edit | null;
  follow: typeof Follow | null;
  library: typeof LibraryView | null;
  list: typeof List | null;
  map: typeof MapView | null;
  packs: typeof PacksView | null;
  present: typeof Present | null;
  reader: typeof Reader | null;
  record: typeof RecordView | null;
  room: typeof Room | null;
  search: typeof Search | null;
  settings: typeof Settings | null;
  stage: typeof Projector | null;
  timeline: typeof TimelineView | null;
  work: typeof Work | null;
}

/** Views that come with their first screen, so that the first screen of all need not wait for them. */
export const lateViews: LateViews = {
  add: null,
  compare: null,
  duties: null,
  edit: null,
  follow: null,
  library: null,
  list: null,
  map: null,
  packs: null,
  present: null,
  reader: null,
  record: null,
  room: null,
  search: null,
  settings: null,
  stage: null,
  timeline: null,
  work: null,
};

/** A view is there before its screen is shown. */
export const readyToDraw: Ready = async (kind) => {
  if (kind === 'compare') lateViews.compare ??= (await import('../compare/compare.tsx')).Compare;
  if (kind === 'duties') lateViews.duties ??= (await import('../duties/duties.tsx')).Duties;
  if (kind === 'edit') lateViews.edit ??= (await import('../edit/edit.tsx')).Edit;
  if (kind === 'follow') lateViews.follow ??= (await import('../follow/follow.tsx')).Follow;
  if (kind === 'add') lateViews.add ??= (await import('../add/add.tsx')).Add;
  if (kind === 'packs') lateViews.packs ??= (await import('../packs/packs.tsx')).PacksView;
  if (kind === 'settings')
    lateViews.settings ??= (await import('../settings/settings.tsx')).Settings;
  if (kind === 'room') lateViews.room ??= (await import('../room/room.tsx')).Room;
  if (kind === 'edition') lateViews.reader ??= (await import('../reader/reader.tsx')).Reader;
  // Of most editions that are cited there is a record but no text: the work is shown then.
  if (kind === 'edition' || kind === 'work')
    lateViews.work ??= (await import('../work/work.tsx')).Work;
  if (kind === 'record') lateViews.record ??= (await import('./record-view.tsx')).RecordView;
  if (kind === 'list') lateViews.list ??= (await import('../list/list.tsx')).List;
  if (kind === 'search') lateViews.search ??= (await import('../search/search.tsx')).Search;
  if (kind === 'library')
    lateViews.library ??= (await import('../library/library.tsx')).LibraryView;
  if (kind === 'map') lateViews.map ??= (await import('../map/map.tsx')).MapView;
  if (kind === 'present') lateViews.present ??= (await import('../present/present.tsx')).Present;
  if (kind === 'stage') lateViews.stage ??= (await import('../present/projector.tsx')).Projector;
  if (kind === 'timeline')
    lateViews.timeline ??= (await import('../timeline/timeline.tsx')).TimelineView;
};

/** What most people open next. */
const next = ['search', 'edition', 'record'] as const;

/** Brings what is opened next before it is asked for, so that nobody waits for it then. */
export async function bringAhead(): Promise<void> {
  try {
    for (const kind of next) await readyToDraw(kind);
  } catch {
    // It is asked for again when it is needed, and what is wrong is said then.
  }
}
