import { useEffect, useState } from 'preact/hooks';
import type { FacetValue, SearchAnswer } from '../../../main/contract/answers.ts';
import { filterNames, searchHref, type FilterName, type SearchPlace } from '../../state/places.ts';
import { words } from '../../words/index.ts';

// The same width at which the style sheet sets the filters beside the results.
const wide = window.matchMedia('(min-width: 62rem)');

/** Values of one facet that are shown; what is rarer is better found by another word. */
const shownValues = 10;

interface FilterPanelProps {
  readonly search: SearchPlace;
  readonly facets: SearchAnswer['facets'];
}

/** What narrows a search, as links with counts; one that is on leads to the search without it. */
export function FilterPanel({ search, facets }: FilterPanelProps) {
  const [isBeside, setBeside] = useState(wide.matches);
  useEffect(() => {
    const follow = () => setBeside(wide.matches);
    wide.addEventListener('change', follow);
    return () => wide.removeEventListener('change', follow);
  }, []);
  const groups = filterNames.map((name) => (
    <Group key={name} name={name} values={facets[name]} search={search} />
  ));
  const isOn = Object.keys(search.filters).length > 0;
  return (
    <nav class="filters" aria-label={words.searchScreen.filters}>
      {isBeside ? (
        groups
      ) : (
        <details open={isOn}>
          <summary>{words.searchScreen.filters}</summary>
          {groups}
        </details>
      )}
    </nav>
  );
}

interface GroupProps {
  readonly name: FilterName;
  readonly values: readonly FacetValue[];
  readonly search: SearchPlace;
}

function Group({ name, values, search }: GroupProps) {
  const on = search.filters[name];
  // One value on its own narrows nothing, unless it is on and can be taken away.
  if (on === undefined && values.length < 2) return null;
  const shown = values.filter(({ value }) => value !== on).slice(0, shownValues);
  const { [name]: _dropped, ...others } = search.filters;
  return (
    <>
      <p class="group">{words.searchScreen.filter[name]}</p>
      <ul>
        {on !== undefined && (
          <li>
            <a href={searchHref({ ...search, filters: others, from: 0 })} aria-current="true">
              <span class="for-ears">{words.searchScreen.remove} </span>
              <span class="text">{nameOf(name, on)}</span>
              <span aria-hidden="true">×</span>
            </a>
          </li>
        )}
        {on === undefined &&
          shown.map(({ value, count }) => (
            <li key={value}>
              <a
                href={searchHref({
                  ...search,
                  filters: { ...search.filters, [name]: value },
                  from: 0,
                })}
              >
                <span class="text">{nameOf(name, value)}</span>{' '}
                <span class="count">{words.number(count)}</span>
              </a>
            </li>
          ))}
      </ul>
    </>
  );
}

function nameOf(name: FilterName, value: string): string {
  switch (name) {
    case 'body':
      return words.bodyShort(value);
    case 'actor':
      return words.actor(value);
    case 'year':
    case 'section':
      return value;
  }
}
