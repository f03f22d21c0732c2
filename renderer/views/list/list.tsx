import { useState } from 'preact/hooks';
import { narrow } from '../../state/narrowing.ts';
import { listHref, type ListPlace } from '../../state/places.ts';
import type { Screen } from '../../state/screens.ts';
import { words } from '../../words/index.ts';
import { Bodies } from './bodies.tsx';
import { Entries } from './entries.tsx';
import { Glossary } from './glossary.tsx';
import { Narrow } from './narrow.tsx';
import { References } from './references.tsx';

type ListScreen = Screen & { readonly kind: 'list' };

interface ListProps {
  readonly screen: ListScreen;
  /** Writes the narrowed list into the address. */
  readonly rename: (href: string) => void;
}

/** Every record of a kind. */
export function List({ screen, rename }: ListProps) {
  const [place, setPlace] = useNarrowing(screen, rename);
  const { records } = screen;
  const shown = narrow(records, place);
  const { name, lead } = words.list[place.list];
  const isNarrowed = place.list === 'references' || place.list === 'glossary';
  return (
    <div class="page list">
      <header>
        <h1 tabIndex={-1}>{name}</h1>
        <p class="lead">{lead}</p>
        {place.list === 'bodies' && (
          <p class="quiet">
            <a href="#/meetings">{words.list.toMeetings}</a>
          </p>
        )}
        {isNarrowed && records.length > 0 && (
          <Narrow place={place} onNarrow={setPlace} count={shown.length} all={records.length} />
        )}
      </header>
      {records.length === 0 && <p class="no-entry">{words.list.empty}</p>}
      {records.length > 0 && shown.length === 0 && <p class="no-entry">{words.list.nothing}</p>}
      {shown.length > 0 && <Shown place={place} records={shown} />}
    </div>
  );
}

/** Follows what a person narrows at once; a new visit to the list starts from what its address says. */
function useNarrowing(screen: ListScreen, rename: (href: string) => void) {
  const [own, setOwn] = useState({ screen, place: screen.place });
  const place = own.screen === screen ? own.place : screen.place;
  const setPlace = (next: ListPlace): void => {
    setOwn({ screen, place: next });
    rename(listHref(next));
  };
  return [place, setPlace] as const;
}

function Shown({ place, records }: Pick<ListScreen, 'place' | 'records'>) {
  switch (place.list) {
    case 'references':
      return <References records={records} byYear={place.byYear} />;
    case 'bodies':
      return <Bodies records={records} />;
    case 'glossary':
      return <Glossary records={records} />;
    case 'meetings':
    case 'handbooks':
    case 'tours':
    case 'topics':
      return <Entries records={records} level={2} />;
  }
}
