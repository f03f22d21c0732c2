import type { FacetValue, SearchAnswer } from '../../../main/contract/answers.ts';
import { Beside } from '../../parts/beside.tsx';
import { Icon } from '../../parts/icon.tsx';
import { filterNames, searchHref, type FilterName, type SearchPlace } from '../../state/places.ts';
import { words } from '../../words/index.ts';

/** Values of one facet that are shown; what is rarer is better found by another word. */
const shownValues = 10;

interface FilterPanelProps {
  readonly search: SearchPlace;
  readonly facets: SearchAnswer['facets'];
}

/** What narrows a search, as links with counts, under the filters that are on. */
export function FilterPanel({ search, facets }: FilterPanelProps) {
  return (
    <nav class="filters" aria-label={words.searchScreen.filters}>
      <Chosen search={search} />
      <Beside name={words.searchScreen.filters}>
        {filterNames
          .filter((name) => search.filters[name] === undefined)
          .map((name) => (
            <Group key={name} name={name} values={facets[name]} search={search} />
          ))}
      </Beside>
    </nav>
  );
}

/** The filters that are on; each is the link to the same search without it. */
function Chosen({ search }: { readonly search: SearchPlace }) {
  const { filters } = search;
  const chosen = filterNames.flatMap((name) => {
    const { [name]: value, ...others } = filters;
    return value === undefined ? [] : [{ name, value, others }];
  });
  if (chosen.length === 0) return null;
  return (
    <ul class="chosen">
      {chosen.map(({ name, value, others }) => (
        <li key={name}>
          <a href={searchHref({ ...search, filters: others, from: 0 })}>
            <span class="for-ears">{words.searchScreen.remove} </span>
            <span class="text">{nameOf(name, value)}</span>
            <Icon name="close" />
          </a>
        </li>
      ))}
    </ul>
  );
}

interface GroupProps {
  readonly name: FilterName;
  readonly values: readonly FacetValue[];
  readonly search: SearchPlace;
}

function Group({ name, values, search }: GroupProps) {
  // One value alone narrows nothing.
  if (values.length < 2) return null;
  return (
    <>
      <p class="group">{words.searchScreen.filter[name]}</p>
      <ul>
        {values.slice(0, shownValues).map(({ value, count }) => (
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
    case 'type':
      return words.searchScreen.type(value);
    case 'body':
      return words.bodyShort(value);
    case 'actor':
      return words.actor(value);
    case 'year':
    case 'section':
      return value;
  }
}
