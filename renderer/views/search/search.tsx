import type { Hit, SearchAnswer } from '../../../main/contract/answers.ts';
import type { Explainer } from '../../state/explainer.ts';
import { changed, readHash, searchHref, type SearchPlace } from '../../state/places/index.ts';
import type { Screen } from '../../state/screens/index.ts';
import type { Previews } from '../../state/search-preview.ts';
import { pageSize } from '../../state/search-request.ts';
import { words } from '../../words/index.ts';
import { Explained } from './explained.tsx';
import { FilterPanel } from './filters.tsx';
import { useHitKeys } from './hit-keys.ts';
import { Hits } from './hits.tsx';
import { Notes } from './notes.tsx';
import { Nothing } from './nothing.tsx';
import { Order } from './order.tsx';
import { PreviewPane } from './preview.tsx';
import { useHasRoom } from './use-has-room.ts';

interface SearchProps {
  readonly screen: Screen & { readonly kind: 'search' };
  readonly explainer: Explainer;
  readonly previews: Previews;
  readonly rename: (href: string) => void;
}

/** What was found, why, and what narrows it; where there is room, one of it as it stands in its place. */
export function Search({ screen, explainer, previews, rename }: SearchProps) {
  const { search, answer, topicNames } = screen;
  const { total, notes, hits, facets } = answer;
  const hasRoom = useHasRoom();
  useHitKeys();
  const first = hits.find(({ address }) => address === search.at) ?? hits[0];
  const nameHit = ({ address }: Hit) => {
    // A person may have gone on by now, and what they went to has its own address.
    if (isOpen(search)) rename(searchHref({ ...search, at: address }));
  };
  const choosing = {
    chosen: hasRoom ? (previews.preview.value?.hit.address ?? null) : null,
    saysWhy: search.sort !== 'relevance',
    onChoose: (hit: Hit) => {
      // So that who comes back comes back to it.
      nameHit(hit);
      if (hasRoom) previews.show(hit);
    },
    onHover: (hit: Hit) => {
      if (hasRoom) previews.hover(hit, () => nameHit(hit));
    },
    onLeave: previews.leave,
  };
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
        <Hits hits={hits} search={search} choosing={choosing} />
        <Pages search={search} answer={answer} />
        {hits.length > 0 && <p class="keys quiet">{words.searchScreen.keys}</p>}
        <Explained key={searchHref(search)} search={search} explainer={explainer} />
      </section>
      {hasRoom && first !== undefined && <PreviewPane previews={previews} first={first} />}
    </div>
  );
}

/** Whether the address bar still holds this search. */
function isOpen(search: SearchPlace): boolean {
  const route = readHash(window.location.hash);
  return (
    route.kind === 'search' &&
    searchHref({ ...route.search, at: null }) === searchHref({ ...search, at: null })
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
        <a href={searchHref(changed(search, { from: Math.max(0, from - pageSize) }))} rel="prev">
          {words.searchScreen.newer}
        </a>
      )}
      <span class="quiet">{words.searchScreen.range(from + 1, end, total)}</span>
      {end < total && (
        <a href={searchHref(changed(search, { from: from + pageSize }))} rel="next">
          {words.searchScreen.more}
        </a>
      )}
    </nav>
  );
}
