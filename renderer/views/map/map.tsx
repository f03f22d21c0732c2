import { useMemo } from 'preact/hooks';
import { shownAt } from '../../state/map-graph.ts';
import { timelineHref } from '../../state/places/index.ts';
import type { Screen } from '../../state/screens/index.ts';
import { words } from '../../words/index.ts';
import { KindMark } from './kind-mark.tsx';
import { Panel } from './panel.tsx';
import { Picture } from './picture.tsx';
import { Table } from './table.tsx';
import { toldOf } from './told.ts';
import { Tools } from './tools.tsx';

type MapScreen = Screen & { readonly kind: 'map' };

/** Which works cite which, as a picture or as a table; beside it a work and what is next to it. */
export function MapView({ screen }: { readonly screen: MapScreen }) {
  const { network, place } = screen;
  const shown = useMemo(() => shownAt(network, place), [network, place]);
  const focus = network.works.find(({ work }) => work === place.focus);
  return (
    <div class="page map">
      <header>
        <h1 tabIndex={-1}>{words.mapScreen.name}</h1>
        <p class="lead">{words.mapScreen.lead}</p>
        <p class="quiet">
          <a href={timelineHref()}>{words.mapScreen.toTimeline}</a>
        </p>
        {network.works.length < network.total && (
          <p class="quiet">{words.mapScreen.part(network.works.length, network.total)}</p>
        )}
      </header>
      {network.works.length === 0 ? (
        <p class="notice">{words.mapScreen.empty}</p>
      ) : (
        <>
          <Tools screen={screen} />
          <div class={`map-room is-${place.as}`}>
            {(place.as === 'picture' || focus !== undefined) && <Panel screen={screen} />}
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
