import { mapForms, mapHref, type MapPlace } from '../../state/places/index.ts';
import { words } from '../../words/index.ts';

/** How it is shown, as a picture or as a table, and whether what records name counts too. */
export function Ways({ place }: { readonly place: MapPlace }) {
  return (
    <div class="map-showing">
      <p class="map-records">
        <a
          href={mapHref({ ...place, withRecords: !place.withRecords })}
          aria-current={place.withRecords ? 'true' : undefined}
        >
          {words.mapScreen.records}
        </a>
      </p>
      <ul class="map-forms" aria-label={words.mapScreen.form}>
        {mapForms.map((form) => (
          <li key={form}>
            <a
              href={mapHref({ ...place, as: form })}
              aria-current={place.as === form ? 'true' : undefined}
            >
              {words.mapScreen.forms[form]}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
