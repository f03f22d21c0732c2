import type { SearchAnswer } from '../../../main/contract/answers.ts';
import type { Explainer } from '../../state/explainer.ts';
import { searchHref, type SearchPlace } from '../../state/places.ts';
import type { Screen } from '../../state/screens.ts';
import { pageSize } from '../../state/search-request.ts';
import { words } from '../../words/index.ts';
import { Explained } from './explained.tsx';
import { FilterPanel } from './filters.tsx';
import { Hits } from './hits.tsx';
import { Notes } from './notes.tsx';
import { Nothing } from './nothing.tsx';
import { Order } from './order.tsx';

interface SearchProps {
  readonly screen: Screen & { readonly kind: 'search' };
  readonly explainer: Explainer;
}

/** What was found, why, and what narrows it. */
export function Search({ screen, explainer }: SearchProps) {
  const { search, answer, topicNames } = screen;
  const { total, notes, hits, facets } = answer;
  return (
    <div class="page search">
      <header>
        <h1 tabIndex={-1}>{words.searchScreen.heading(search.query)}</h1>
        <div class="line">
          <p class="quiet total">{words.searchScreen.total(total)}</p>
          {total > 1 && <Order search={search} />}
        </div>
        <Notes search={search} notes={notes} />
      </header>
      <FilterPanel search={search} facets={facets} topicNames={topicNames} />
      <section aria-label={words.searchScreen.results} class="results">
        {hits.length === 0 && <Nothing search={search} answer={answer} />}
        <Hits hits={hits} search={search} />
        <Pages search={search} answer={answer} />
        <Explained key={searchHref(search)} search={search} explainer={explainer} />
      </section>
    </div>
  );
}

interface PagesProps {
  readonly search: SearchPlace;
  readonly answer: SearchAnswer;
}

function Pages({ search, answer: { total, hits } }: PagesProps) {
  const { from } = search;
  const end = from + hits.length;
  if (hits.length === 0 || (from === 0 && end >= total)) return null;
  return (
    <nav class="pages" aria-label={words.searchScreen.pages}>
      {from > 0 && (
        <a href={searchHref({ ...search, from: Math.max(0, from - pageSize) })} rel="prev">
          {words.searchScreen.newer}
        </a>
      )}
      <span class="quiet">{words.searchScreen.range(from + 1, end, total)}</span>
      {end < total && (
        <a href={searchHref({ ...search, from: from + pageSize })} rel="next">
          {words.searchScreen.more}
        </a>
      )}
    </nav>
  );
}
