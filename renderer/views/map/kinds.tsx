import { kindsOf } from '../../state/map-graph.ts';
import { mapHref } from '../../state/places/index.ts';
import type { Screen } from '../../state/screens/index.ts';
import { words } from '../../words/index.ts';
import { KindMark } from './kind-mark.tsx';

/** The kinds of works that are shown, by which one also tells their forms. */
export function Kinds({
  screen: { network, place },
}: {
  readonly screen: Screen & { readonly kind: 'map' };
}) {
  const { kinds } = place;
  const toggled = (kind: string): readonly string[] =>
    kinds.includes(kind) ? kinds.filter((each) => each !== kind) : [...kinds, kind];
  return (
    <ul class="map-kinds" aria-label={words.mapScreen.kinds}>
      <li>
        <a
          href={mapHref({ ...place, kinds: [] })}
          aria-current={kinds.length === 0 ? 'true' : undefined}
        >
          {words.mapScreen.allKinds}
        </a>
      </li>
      {kindsOf(network).map(({ kind, count }) => (
        <li key={kind}>
          <a
            href={mapHref({ ...place, kinds: toggled(kind) })}
            aria-current={kinds.includes(kind) ? 'true' : undefined}
          >
            <KindMark kind={kind} isFilled={false} />
            {words.type(kind)} <span class="count">{words.number(count)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
