import { kindsOf } from '../../state/map-graph.ts';
import { mapForms, mapHref } from '../../state/places/index.ts';
import type { Screen } from '../../state/screens/index.ts';
import { words } from '../../words/index.ts';
import { KindMark } from './kind-mark.tsx';

/** What is shown and how: the kinds of works, by which one also tells their forms, and picture or table. */
export function Tools({
  screen: { network, place },
}: {
  readonly screen: Screen & { readonly kind: 'map' };
}) {
  const { kinds, as, withRecords } = place;
  const toggled = (kind: string): readonly string[] =>
    kinds.includes(kind) ? kinds.filter((each) => each !== kind) : [...kinds, kind];
  return (
    <div class="map-tools">
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
      <p class="map-records">
        <a
          href={mapHref({ ...place, withRecords: !withRecords })}
          aria-current={withRecords ? 'true' : undefined}
        >
          {words.mapScreen.records}
        </a>
      </p>
      <ul class="map-forms" aria-label={words.mapScreen.form}>
        {mapForms.map((form) => (
          <li key={form}>
            <a
              href={mapHref({ ...place, as: form })}
              aria-current={as === form ? 'true' : undefined}
            >
              {words.mapScreen.forms[form]}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
