import { useMemo, useState } from 'preact/hooks';
import { Beside } from '../../parts/beside.tsx';
import { FilterField } from '../../parts/filter-field.tsx';
import type { NetworkWork } from '../../../main/contract/network.ts';
import { inLanguage } from '../../parts/direction.ts';
import { Some } from '../../parts/some.tsx';
import type { FoundWork, MapFinder } from '../../state/map-finder.ts';
import { neighboursOf, type Neighbour, type Neighbours } from '../../state/map-graph.ts';
import { hrefOf, mapDepths, mapHref, type MapPlace } from '../../state/places/index.ts';
import type { Screen } from '../../state/screens/index.ts';
import { words } from '../../words/index.ts';
import { KindMark } from './kind-mark.tsx';

type MapScreen = Screen & { readonly kind: 'map' };

interface PanelProps {
  readonly screen: MapScreen;
  readonly finder: MapFinder;
}

/** What stands beside the map: a work and what is next to it, or the works to begin with. */
export function Panel({ screen, finder }: PanelProps) {
  const { network, place } = screen;
  const [typed, setTyped] = useState('');
  const type = (next: string): void => {
    setTyped(next);
    finder.seek(next);
  };
  const focus = network.works.find(({ work }) => work === place.focus);
  const found = useMemo(() => withWords(network.works, typed), [network, typed]);
  const others = finder.found.value?.typed === typed ? finder.found.value.works : null;
  const further = (others ?? []).filter(({ work }) =>
    network.works.every((each) => each.work !== work),
  );
  const count = found.length + further.length;
  return (
    <aside class="map-panel">
      <label class="map-find">
        <span>{words.mapScreen.find}</span>
        <FilterField
          name={words.mapScreen.find}
          placeholder={words.mapScreen.findPlaceholder}
          value={typed}
          onType={type}
        />
      </label>
      {typed.trim() !== '' && (
        <section aria-label={words.mapScreen.find}>
          <output class="quiet">
            {count > 0 && words.mapScreen.found(count)}
            {count === 0 && others !== null && words.mapScreen.nothing}
          </output>
          <Works works={found} place={place} atOnce={8} onGo={() => type('')} />
          {further.length > 0 && <Further works={further} place={place} onGo={() => type('')} />}
        </section>
      )}
      {typed.trim() === '' && focus === undefined && (
        <section aria-labelledby="map-works">
          <Beside name={words.mapScreen.works}>
            <h2 id="map-works" class="group">
              {words.mapScreen.works}
            </h2>
            <Works works={network.works} place={place} atOnce={8} />
          </Beside>
        </section>
      )}
      {focus !== undefined && <Focus screen={screen} work={focus} />}
    </aside>
  );
}

/** Works whose name or title has all of the words typed, in any order. */
function withWords(works: readonly NetworkWork[], typed: string): readonly NetworkWork[] {
  const asked = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return works.filter(({ name, title }) => {
    const text = `${name} ${title}`.toLowerCase();
    return asked.every((word) => text.includes(word));
  });
}

interface WorksProps {
  readonly works: readonly NetworkWork[];
  readonly place: MapPlace;
  readonly atOnce: number;
  readonly onGo?: () => void;
}

function Works({ works, place, atOnce, onGo }: WorksProps) {
  return (
    <Some atOnce={atOnce} class="map-list">
      {works.map((work) => (
        <li key={work.work}>
          <WorkLink work={work} place={place} onGo={onGo} />
          <span class="detail">{words.mapScreen.citedIn(work.citedBy)}</span>
        </li>
      ))}
    </Some>
  );
}

interface FurtherProps {
  readonly works: readonly FoundWork[];
  readonly place: MapPlace;
  readonly onGo: () => void;
}

/** Works of the library that the map does not show: it shows them when they are chosen. */
function Further({ works, place, onGo }: FurtherProps) {
  return (
    <section aria-labelledby="map-further">
      <h2 id="map-further" class="group">
        {words.mapScreen.elsewhere}
      </h2>
      <ul class="map-list">
        {works.map(({ work, name }) => (
          <li key={work}>
            <a href={mapHref({ ...place, focus: work })} onClick={onGo}>
              <span {...inLanguage('en')}>{name}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface WorkLinkProps {
  readonly work: NetworkWork;
  readonly place: MapPlace;
  readonly onGo?: (() => void) | undefined;
}

/** Leads to a work on the map. */
function WorkLink({ work: { work, name, type, hasText }, place, onGo }: WorkLinkProps) {
  return (
    <a href={mapHref({ ...place, focus: work })} onClick={onGo}>
      <KindMark kind={type} isFilled={hasText} />
      <span {...inLanguage('en')}>{name}</span>
    </a>
  );
}

interface FocusProps {
  readonly screen: MapScreen;
  readonly work: NetworkWork;
}

/** One work: what it is, how to open it, and what is next to it. */
function Focus({ screen: { network, place }, work }: FocusProps) {
  const next = useMemo(() => neighboursOf(network, work.work), [network, work]);
  return (
    <section class="map-focus" aria-labelledby="map-focus">
      <h2 id="map-focus">
        <span {...inLanguage('en')}>{work.name}</span>
      </h2>
      <p class="title">
        <span {...inLanguage('en')}>{work.title}</span>
      </p>
      <p class="quiet">
        {words.mapScreen.together([
          work.hasText ? words.mapScreen.filled : words.mapScreen.outlined,
          words.mapScreen.citedIn(work.citedBy),
          ...(work.cites > 0 ? [words.mapScreen.citesIn(work.cites)] : []),
        ])}
      </p>
      <p class="map-ways">
        <a href={hrefOf(work.work)}>{words.mapScreen.open(work.name)}</a>
        <a href={mapHref({ ...place, focus: null })}>{words.mapScreen.leave}</a>
      </p>
      <Depths place={place} />
      <NextTo next={next} place={place} />
    </section>
  );
}

function Depths({ place }: { readonly place: MapPlace }) {
  return (
    <div class="map-depths">
      <span id="map-depth">{words.mapScreen.depth}</span>
      <ul aria-labelledby="map-depth">
        {mapDepths.map((depth) => (
          <li key={depth}>
            <a
              href={mapHref({ ...place, depth })}
              aria-current={place.depth === depth ? 'true' : undefined}
            >
              {words.mapScreen.depths[depth]}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

const order = ['citedBy', 'cites', 'namedBy', 'names'] as const satisfies (keyof Neighbours)[];

function NextTo({ next, place }: { readonly next: Neighbours; readonly place: MapPlace }) {
  if (next.cites.length + next.citedBy.length + next.names.length + next.namedBy.length === 0)
    return <p class="quiet">{words.mapScreen.alone}</p>;
  return (
    <>
      {order.map(
        (side) =>
          next[side].length > 0 && (
            <section key={side} aria-labelledby={`map-${side}`}>
              <h3 id={`map-${side}`} class="group">
                {words.mapScreen.neighbours[side]}
              </h3>
              <Some atOnce={10} class="map-list">
                {next[side].map((neighbour) => (
                  <li key={neighbour.work.work}>
                    <NextOne neighbour={neighbour} place={place} />
                  </li>
                ))}
              </Some>
            </section>
          ),
      )}
    </>
  );
}

function NextOne({
  neighbour: { work, count },
  place,
}: {
  readonly neighbour: Neighbour;
  readonly place: MapPlace;
}) {
  return (
    <>
      <WorkLink work={work} place={place} />
      {count > 1 && <span class="detail">{words.mapScreen.times(count)}</span>}
    </>
  );
}
