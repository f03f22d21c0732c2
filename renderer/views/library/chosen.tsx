import { Icon } from '../../parts/icon.tsx';
import type { Library } from '../../state/library.ts';
import { wholeLibrary, type LibraryFacet, type LibraryPlace } from '../../state/places/index.ts';
import { words } from '../../words/index.ts';
import { nameOfValue } from './names.ts';

interface ChosenProps {
  readonly library: Library;
  readonly place: LibraryPlace;
  readonly chosen: readonly LibraryFacet[];
  readonly onNarrow: (place: LibraryPlace) => void;
}

/** What narrows the list now, each to be taken away again. */
export function Chosen({ library, place, chosen, onNarrow }: ChosenProps) {
  if (chosen.length === 0) return null;
  return (
    <ul class="chosen-facets" aria-label={words.libraryScreen.chosen}>
      {chosen.map((facet) => (
        <li key={facet}>
          <button type="button" onClick={() => onNarrow({ ...place, [facet]: null })}>
            <span class="for-ears">{words.libraryScreen.remove}</span>{' '}
            {nameOfValue(library, facet, place[facet] ?? '')}
            <Icon name="close" />
          </button>
        </li>
      ))}
      {chosen.length > 1 && (
        <li>
          <button
            type="button"
            class="clear"
            onClick={() => onNarrow({ ...wholeLibrary, sort: place.sort, filter: place.filter })}
          >
            {words.libraryScreen.clear}
          </button>
        </li>
      )}
    </ul>
  );
}
