import { useMemo } from 'preact/hooks';
import type { NetworkLink } from '../../../main/contract/network.ts';
import { inLanguage } from '../../parts/direction.ts';
import { Icon } from '../../parts/icon.tsx';
import { radiusOf, type Shown } from '../../state/map-graph.ts';
import { mapHref, type MapPlace } from '../../state/places/index.ts';
import type { Screen } from '../../state/screens/index.ts';
import { words } from '../../words/index.ts';
import { formOf } from './forms.ts';
import { toldOf } from './told.ts';
import { stepOfZoom } from './keys.ts';
import { usePicture } from './use-picture.ts';

interface PictureProps {
  readonly screen: Screen & { readonly kind: 'map' };
  readonly shown: Shown;
}

/** The works and their citations as a picture; each work is a link that puts it in the middle of attention. */
export function Picture({ screen: { layout, place }, shown }: PictureProps) {
  const { svgRef, moves } = usePicture(layout, shown, place.focus);
  const drawn = useMemo(() => <Drawn shown={shown} place={place} />, [shown, place]);
  return (
    <nav class="map-picture" aria-label={words.mapScreen.described(shown.works.length)}>
      <svg ref={svgRef}>{drawn}</svg>
      <div class="map-zoom">
        <ZoomButton
          icon="plus"
          name={words.mapScreen.zoomIn}
          act={() => moves.zoomBy(stepOfZoom)}
        />
        <ZoomButton
          icon="minus"
          name={words.mapScreen.zoomOut}
          act={() => moves.zoomBy(1 / stepOfZoom)}
        />
        <ZoomButton icon="whole" name={words.mapScreen.whole} act={moves.showAll} />
      </div>
    </nav>
  );
}

function Drawn({ shown, place }: { readonly shown: Shown; readonly place: MapPlace }) {
  const { works, links, near } = shown;
  const { focus } = place;
  return (
    <>
      <g class="map-links" aria-hidden="true">
        {links.map((link) => (
          <path
            key={`${link.kind} ${link.from} ${link.to}`}
            data-link
            class={classOf(link, focus, near)}
            stroke-width={1 + 0.5 * Math.sqrt(link.count - 1)}
          />
        ))}
      </g>
      <g class="map-works" {...inLanguage('en')}>
        {works.map((work) => (
          <a
            key={work.work}
            data-work={work.work}
            href={mapHref({ ...place, focus: work.work })}
            class={[
              'map-work',
              work.hasText && 'is-here',
              work.work === focus && 'is-focus',
              near !== null && !near.has(work.work) && 'is-faint',
            ]
              .filter(Boolean)
              .join(' ')}
            aria-current={work.work === focus ? 'true' : undefined}
            aria-label={toldOf(work)}
          >
            <circle class="reach" r={Math.max(radiusOf(work) + 4, 17)} />
            <path d={formOf(work.type, radiusOf(work))} />
          </a>
        ))}
      </g>
      <g class="map-names" aria-hidden="true" {...inLanguage('en')}>
        {works.map((work) => (
          <text
            key={work.work}
            data-name={work.work}
            class={work.hasText || work.work === focus ? 'is-strong' : undefined}
            dy="0.35em"
          >
            {shortened(work.name)}
          </text>
        ))}
      </g>
    </>
  );
}

/** As much of a name as stands well beside a work. */
const shortened = (name: string): string =>
  name.length <= 32 ? name : `${name.slice(0, name.lastIndexOf(' ', 31))}\u2026`;

function classOf(
  { from, to, kind }: NetworkLink,
  focus: string | null,
  near: Shown['near'],
): string {
  const names = [kind === 'names' ? 'is-named-only' : 'is-citation'];
  if (from === focus) names.push('is-out');
  else if (to === focus) names.push('is-in');
  else if (near !== null && !(near.has(from) && near.has(to))) names.push('is-faint');
  return names.join(' ');
}

interface ZoomButtonProps {
  readonly icon: 'plus' | 'minus' | 'whole';
  readonly name: string;
  readonly act: () => void;
}

function ZoomButton({ icon, name, act }: ZoomButtonProps) {
  return (
    <button type="button" class="plain" aria-label={name} onClick={act}>
      <Icon name={icon} />
    </button>
  );
}
