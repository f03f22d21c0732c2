import { useMemo } from 'preact/hooks';
import { Beside } from '../../parts/beside.tsx';
import type { MapFinder } from '../../state/map-finder.ts';
import { shownAt } from '../../state/map-graph.ts';
import { timelineHref } from '../../state/places/index.ts';
import type { Screen } from '../../state/screens/index.ts';
import { words } from '../../words/index.ts';
import { KindMark } from './kind-mark.tsx';
import { Kinds } from './kinds.tsx';
import { Panel } from './panel.tsx';
import { Picture } from './picture.tsx';
import { Table } from './table.tsx';
import { toldOf } from './told.ts';
import { Ways } from './ways.tsx';

type MapScreen = Screen & { readonly kind: 'map' };

interface MapViewProps {
  readonly screen: MapScreen;
  readonly finder: MapFinder;
}

/** Which works cite which, as a picture or as a table; beside it a work and what is next to it. */
export function MapView({ screen, finder }: MapViewProps) {
  const { network, place } = screen;
  const shown = useMemo(() => shownAt(network, place), [network, place]);
  const focus = network.works.find(({ work }) => work === place.focus);
  return (
    <div class="page map">
      <header>
        <div class="map-title">
          <h1 tabIndex={-1}>{words.mapScreen.name}</h1>
          {network.works.length > 0 && <Ways place={place} />}
        </div>
        <p class="lead">
          {words.mapScreen.lead} <a href={timelineHref()}>{words.meetingsTimeline.name}</a>
        </p>
        {network.works.length < network.total && (
          <p class="quiet">{words.mapScreen.part(network.works.length, network.total)}</p>
        )}
      </header>
      {network.works.length === 0 ? (
        <p class="notice">{words.mapScreen.empty}</p>
      ) : (
        <>
          <div class="map-tools">
            <Beside name={words.mapScreen.kinds}>
              <Kinds screen={screen} />
            </Beside>
          </div>
          <div class={`map-room is-${place.as}`}>
            {(place.as === 'picture' || focus !== undefined) && (
              <Panel screen={screen} finder={finder} />
            )}
            {place.as === 'table' ? (
              <Table shown={shown} place={place} />
            ) : (
              <figure>
                <Picture screen={screen} shown={shown} />
                <figcaption>
                  <span class="map-legend">
                    <KindMark kind="resolution" isFilled /> {words.mapScreen.filled}
                    <KindMark kind="resolution" isFilled={false} /> {words.mapScreen.outlined}
                  </span>
                  <span>{words.mapScreen.keys}</span>
                </figcaption>
              </figure>
            )}
          </div>
        </>
      )}
      <output class="for-ears">{focus === undefined ? '' : toldOf(focus)}</output>
    </div>
  );
}
