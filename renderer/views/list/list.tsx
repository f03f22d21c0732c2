import { useNarrowed } from '../../parts/use-narrowed.ts';
import { narrow } from '../../state/narrowing.ts';
import { listHref, timelineHref } from '../../state/places/index.ts';
import type { Screen } from '../../state/screens/index.ts';
import { words } from '../../words/index.ts';
import { Bodies } from './bodies.tsx';
import { Entries } from './entries.tsx';
import { Glossary } from './glossary.tsx';
import { Narrow } from './narrow.tsx';
import { NewTours } from './own-tours.tsx';
import { Tours } from './tours.tsx';

type ListScreen = Screen & { readonly kind: 'list' };

interface ListProps {
  readonly screen: ListScreen;
  /** Writes the narrowed list into the address. */
  readonly rename: (href: string) => boolean;
}

/** Every record of a kind. */
export function List({ screen, rename }: ListProps) {
  const [place, setPlace] = useNarrowed(screen, listHref, rename);
  const { records } = screen;
  const shown = narrow(records, place.filter);
  const { name, lead } = words.list[place.list];
  return (
    <div class={`page list list-${place.list}`}>
      <header>
        <p class="kicker">
          <a href="#/library">{words.libraryScreen.name}</a>
        </p>
        <h1 tabIndex={-1}>{name}</h1>
        <p class="lead">{lead}</p>
        {place.list === 'bodies' && (
          <p class="quiet">
            <a href="#/meetings">{words.list.toMeetings}</a>
          </p>
        )}
        {place.list === 'meetings' && (
          <p class="quiet">
            <a href={timelineHref()}>{words.meetingsTimeline.name}</a>
          </p>
        )}
        {place.list === 'tours' && <NewTours />}
        {place.list === 'glossary' && records.length > 0 && (
          <Narrow
            filter={place.filter}
            onNarrow={(filter) => setPlace({ ...place, filter })}
            count={shown.length}
            all={records.length}
          />
        )}
      </header>
      {records.length === 0 && <p class="no-entry">{words.list.empty}</p>}
      {records.length > 0 && shown.length === 0 && <p class="no-entry">{words.list.nothing}</p>}
      {shown.length > 0 && <Shown place={place} records={shown} />}
    </div>
  );
}

function Shown({ place, records }: Pick<ListScreen, 'place' | 'records'>) {
  switch (place.list) {
    case 'bodies':
      return <Bodies records={records} />;
    case 'glossary':
      return <Glossary records={records} />;
    case 'tours':
      return <Tours records={records} />;
    case 'meetings':
    case 'handbooks':
    case 'topics':
      return <Entries records={records} level={2} />;
  }
}
