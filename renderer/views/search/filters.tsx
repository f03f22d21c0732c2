import {
  facetNames,
  type FacetName,
  type FacetValue,
  type SearchAnswer,
} from '../../../main/contract/answers.ts';
import { Beside } from '../../parts/beside.tsx';
import { Icon } from '../../parts/icon.tsx';
import {
  changed,
  filterNames,
  searchHref,
  type FilterName,
  type SearchPlace,
} from '../../state/places/index.ts';
import type { TopicNames } from '../../state/screens/index.ts';
import { words } from '../../words/index.ts';

/** Values of one facet that are shown at once; the rarer ones are folded. */
const shownValues = 6;

interface FilterPanelProps {
  readonly search: SearchPlace;
  readonly facets: SearchAnswer['facets'];
  readonly topicNames: TopicNames;
}

/** What narrows a search, as links with counts, under the filters that are on. */
export function FilterPanel({ search, facets, topicNames }: FilterPanelProps) {
  return (
    <nav class="filters" aria-label={words.searchScreen.filters}>
      <Chosen search={search} topicNames={topicNames} />
      <Beside name={words.searchScreen.filters}>
        {facetNames
          .filter((name) => search.filters[name] === undefined)
          .map((name) => (
            <Group
              key={name}
              name={name}
              values={facets[name]}
              search={search}
              topicNames={topicNames}
            />
          ))}
      </Beside>
    </nav>
  );
}

interface ChosenProps {
  readonly search: SearchPlace;
  readonly topicNames: TopicNames;
}

/** The filters that are on; each is the link to the same search without it. */
function Chosen({ search, topicNames }: ChosenProps) {
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
          <a href={searchHref(changed(search, { filters: others }))}>
            <span class="for-ears">{words.searchScreen.remove} </span>
            <span class="text">{nameOf(name, value, topicNames)}</span>
            <Icon name="close" />
          </a>
        </li>
      ))}
    </ul>
  );
}

interface GroupProps {
  readonly name: FacetName;
  readonly values: readonly FacetValue[];
  readonly search: SearchPlace;
  readonly topicNames: TopicNames;
}

function Group({ name, values, search, topicNames }: GroupProps) {
  // One value alone narrows nothing.
  if (values.length < 2) return null;
  const linksTo = (some: readonly FacetValue[]) => (
    <ul>
      {some.map(({ value, count }) => (
        <li key={value}>
          <a href={searchHref(changed(search, { filters: { ...search.filters, [name]: value } }))}>
            <span class="text">{nameOf(name, value, topicNames)}</span>{' '}
            <span class="count">{words.number(count)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
  // A fold for a single value would take the place of it.
  const atOnce = values.length === shownValues + 1 ? values.length : shownValues;
  const rarer = values.slice(atOnce);
  return (
    <>
      <p class="group">{words.searchScreen.filter[name]}</p>
      {linksTo(values.slice(0, atOnce))}
      {rarer.length > 0 && (
        <details class="rarer">
          <summary>{words.moreOf(rarer.length)}</summary>
          {linksTo(rarer)}
        </details>
      )}
    </>
  );
}

function nameOf(name: FilterName, value: string, topicNames: TopicNames): string {
  switch (name) {
    case 'type':
      return words.type(value);
    case 'body':
      return words.bodyShort(value);
    case 'actor':
      return words.actor(value);
    case 'topic':
      return topicNames.get(value) ?? value;
    case 'lang':
      return words.reader.language(value);
    case 'has':
      return words.searchScreen.has(value);
    case 'year':
    case 'section':
    case 'work':
    case 'edition':
      return value;
  }
}
