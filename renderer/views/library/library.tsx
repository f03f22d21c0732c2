import type { RefObject } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ListingEntry } from '../../../main/contract/listing.ts';
import { Icon } from '../../parts/icon.tsx';
import { Beside } from '../../parts/beside.tsx';
import { FilterField } from '../../parts/filter-field.tsx';
import { Jump } from '../../parts/jump.tsx';
import { Select } from '../../parts/select.tsx';
import { useNarrowed } from '../../parts/use-narrowed.ts';
import { VirtualList, type GoTo } from '../../parts/virtual-list.tsx';
import type { Library } from '../../state/library.ts';
import { groupOf } from '../../state/library-order.ts';
import {
  addHref,
  libraryFacets,
  libraryHref,
  libraryOrders,
  packsHref,
  timelineHref,
  type LibraryOrder,
  type LibraryPlace,
} from '../../state/places/index.ts';
import type { Screen } from '../../state/screens/index.ts';
import { words } from '../../words/index.ts';
import { useTrainerTools } from '../frame/trainer-tools.ts';
import { Chosen } from './chosen.tsx';
import { Entry } from './entry.tsx';
import { Facets } from './facets.tsx';
import { nameOfGroup } from './names.ts';

type LibraryScreen = Screen & { readonly kind: 'library' };

interface LibraryViewProps {
  readonly screen: LibraryScreen;
  /** Writes the narrowed library into the address. */
  readonly rename: (href: string) => boolean;
}

/** Everything that is here: narrowed by words and facets, in the order that one asks for. */
export function LibraryView({ screen, rename }: LibraryViewProps) {
  const { library } = screen;
  const [place, setPlace] = useNarrowed(screen, libraryHref, rename);
  const { entries, facets } = useMemo(() => library.narrow(place), [library, place]);
  const resultsRef = useTopOf(place);
  const [goTo, setGoTo] = useState<GoTo | null>(null);
  const chosen = libraryFacets.filter((facet) => place[facet] !== null);
  const narrowed = words.libraryScreen.narrow;
  return (
    <div class="page library">
      <header>
        <h1 tabIndex={-1}>{words.libraryScreen.name}</h1>
        <p class="lead">{words.libraryScreen.lead}</p>
        <Lists />
        <Ways />
        <Tools place={place} onNarrow={setPlace} count={entries.length} all={library.size} />
      </header>
      <div class="library-columns">
        <search class="facets" aria-label={narrowed}>
          <Beside name={words.libraryScreen.narrowed(chosen.length)}>
            <Facets library={library} facets={facets} place={place} onNarrow={setPlace} />
          </Beside>
        </search>
        <section ref={resultsRef} class="holdings" aria-labelledby="library-entries">
          <h2 id="library-entries" class="for-ears">
            {words.libraryScreen.entries}
          </h2>
          <Chosen library={library} place={place} chosen={chosen} onNarrow={setPlace} />
          {place.sort === 'name' && <Letters library={library} entries={entries} onGo={setGoTo} />}
          {entries.length === 0 ? (
            <p class="no-entry">
              {library.size === 0 ? words.libraryScreen.empty : words.libraryScreen.nothing}
            </p>
          ) : (
            <VirtualList
              name="library"
              label={words.libraryScreen.entries}
              class="library-list"
              items={entries}
              keyOf={addressOf}
              estimate={88}
              goTo={goTo}
            >
              {(entry, index) => (
                <>
                  <GroupHeading
                    library={library}
                    entry={entry}
                    before={entries[index - 1]}
                    order={place.sort}
                  />
                  <Entry entry={entry} />
                </>
              )}
            </VirtualList>
          )}
        </section>
      </div>
    </div>
  );
}

const addressOf = ({ address }: ListingEntry): string => address;

/** The shorter lists, which tell more of what they hold. */
const lists = ['glossary', 'bodies', 'handbooks', 'tours', 'meetings', 'topics'] as const;

function Lists() {
  return (
    <nav class="lists" aria-label={words.libraryScreen.lists}>
      <ul>
        {lists.map((list) => (
          <li key={list}>
            <a href={`#/${list}`}>{words.list[list].name}</a>
          </li>
        ))}
        <li>
          <a href={timelineHref()}>{words.meetingsTimeline.name}</a>
        </li>
      </ul>
    </nav>
  );
}

/** How more comes in, and what of it is read: on a trainer's page. */
function Ways() {
  if (useTrainerTools() === null) return null;
  return (
    <p class="library-ways">
      <a class="as-button" href={addHref}>
        <Icon name="add" />
        {words.addScreen.name}
      </a>
      <a class="as-button" href={packsHref()}>
        <Icon name="packs" />
        {words.packsScreen.name}
      </a>
    </p>
  );
}

interface ToolsProps {
  readonly place: LibraryPlace;
  readonly onNarrow: (place: LibraryPlace) => void;
  readonly count: number;
  readonly all: number;
}

function Tools({ place, onNarrow, count, all }: ToolsProps) {
  const { orders } = words.libraryScreen;
  return (
    <form class="narrow-list" onSubmit={(event) => event.preventDefault()}>
      <FilterField
        name={words.libraryScreen.filter}
        placeholder={words.libraryScreen.placeholder}
        value={place.filter}
        onType={(filter) => onNarrow({ ...place, filter })}
      />
      <Select
        name={words.libraryScreen.order}
        value={place.sort}
        onChoose={(value) =>
          onNarrow({ ...place, sort: libraryOrders.find((one) => one === value) ?? 'body' })
        }
      >
        {libraryOrders.map((order) => (
          <option key={order} value={order}>
            {orders[order]}
          </option>
        ))}
      </Select>
      <output class="quiet">{words.list.count(count, all)}</output>
    </form>
  );
}

interface GroupHeadingProps {
  readonly library: Library;
  readonly entry: ListingEntry;
  readonly before: ListingEntry | undefined;
  readonly order: LibraryOrder;
}

function GroupHeading({ library, entry, before, order }: GroupHeadingProps) {
  const isFirst = before === undefined || groupOf(before, order) !== groupOf(entry, order);
  return isFirst ? (
    <h3 class="group-name" tabIndex={-1}>
      {nameOfGroup(library, entry, order)}
    </h3>
  ) : null;
}

interface LettersProps {
  readonly library: Library;
  readonly entries: readonly ListingEntry[];
  readonly onGo: (row: GoTo) => void;
}

function Letters({ library, entries, onGo }: LettersProps) {
  const firsts = new Map<string, number>();
  for (const [index, entry] of entries.entries()) {
    const name = nameOfGroup(library, entry, 'name');
    if (!firsts.has(name)) firsts.set(name, index);
  }
  if (firsts.size < 2) return null;
  return (
    <Jump
      name={words.list.letters}
      places={[...firsts.keys()].map((name) => ({ id: name, name }))}
      onJump={(name) => onGo({ index: firsts.get(name) ?? 0 })}
    />
  );
}

/** What is narrowed while one stands far down is shown from its top. */
function useTopOf(place: LibraryPlace): RefObject<HTMLElement | null> {
  const resultsRef = useRef<HTMLElement>(null);
  const shownRef = useRef(place);
  useEffect(() => {
    if (shownRef.current === place) return;
    shownRef.current = place;
    const { current } = resultsRef;
    if (current !== null && current.getBoundingClientRect().top < 0)
      current.scrollIntoView({ block: 'start' });
  }, [place]);
  return resultsRef;
}
