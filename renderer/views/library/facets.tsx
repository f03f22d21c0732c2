import type { FacetValue } from '../../../main/contract/answers.ts';
import { inLanguage } from '../../parts/direction.ts';
import { Some } from '../../parts/some.tsx';
import type { Library, NarrowedLibrary } from '../../state/library.ts';
import { libraryFacets, type LibraryFacet, type LibraryPlace } from '../../state/places/index.ts';
import { words } from '../../words/index.ts';
import { nameOfValue } from './names.ts';

/** How many values of a facet stand there at once. */
const atOnce = 8;

interface FacetsProps {
  readonly library: Library;
  readonly facets: NarrowedLibrary['facets'];
  readonly place: LibraryPlace;
  readonly onNarrow: (place: LibraryPlace) => void;
}

/** What the list can be narrowed by, each choice with how many entries it leaves. */
export function Facets({ library, facets, place, onNarrow }: FacetsProps) {
  return libraryFacets
    .filter((facet) => isOffered(facet, facets[facet], place))
    .map((facet) => (
      <section key={facet} class="facet" aria-labelledby={`facet-${facet}`}>
        <h2 id={`facet-${facet}`}>{words.libraryScreen.facet[facet]}</h2>
        <Some atOnce={atOnce} isOpen={isFolded(facets[facet], place[facet])}>
          {facets[facet].map(({ value, count }) => (
            <li key={value}>
              <button
                type="button"
                aria-pressed={place[facet] === value}
                onClick={() =>
                  onNarrow({ ...place, [facet]: place[facet] === value ? null : value })
                }
              >
                <span {...(facet === 'topic' || facet === 'meeting' ? inLanguage('en') : {})}>
                  {nameOfValue(library, facet, value)}
                </span>{' '}
                <span class="count">{words.number(count)}</span>
              </button>
            </li>
          ))}
        </Some>
      </section>
    ));
}

/** A facet of one value that everything has would narrow nothing. */
const isOffered = (
  facet: LibraryFacet,
  values: readonly FacetValue[],
  place: LibraryPlace,
): boolean => place[facet] !== null || values.length > (facet === 'own' ? 0 : 1);

/** Whether what is chosen stands among the values that are folded away. */
const isFolded = (values: readonly FacetValue[], chosen: string | null): boolean =>
  chosen !== null && values.findIndex(({ value }) => value === chosen) >= atOnce;
