import type { Hit, SearchAnswer } from '../../../main/contract/answers.ts';
import { labelInPlace } from '../../parts/place.ts';
import { markedPieces } from '../../parts/pieces.ts';
import { Words } from '../../parts/words.tsx';
import { hrefOf, searchHref, type SearchPlace } from '../../state/places.ts';
import { pageSize, type Screen } from '../../state/screens.ts';
import { words } from '../../words/index.ts';
import { FilterPanel } from './filters.tsx';

/** The passages found, by relevance, and what narrows them. */
export function Search({
  screen: { search, answer },
}: {
  readonly screen: Screen & { readonly kind: 'search' };
}) {
  const { total, notes, hits } = answer;
  return (
    <div class="page search">
      <header>
        <h1 tabIndex={-1}>{words.searchScreen.heading(search.query)}</h1>
        <p class="quiet total">{words.searchScreen.total(total)}</p>
        {notes.map(({ code }) => (
          <p key={code} class="notice">
            {words.searchScreen.note(code)}
          </p>
        ))}
      </header>
      <FilterPanel search={search} facets={answer.facets} />
      <section aria-label={words.searchScreen.results} class="results">
        {hits.length === 0 && <Nothing search={search} />}
        <ol start={search.from + 1}>
          {hits.map((hit) => (
            <li key={hit.address}>
              <HitView hit={hit} />
            </li>
          ))}
        </ol>
        <Pages search={search} answer={answer} />
      </section>
    </div>
  );
}

function HitView({ hit }: { readonly hit: Hit }) {
  return (
    <article class="hit">
      <h2>
        <a href={hrefOf(hit.address)}>
          {hit.kind === 'provision' ? <PlaceOf hit={hit} /> : <Words text={hit.name} />}
        </a>
      </h2>
      <p class="snippet">
        {markedPieces(hit.snippet, hit.marks).map(({ at, text, isMarked }) =>
          isMarked ? <mark key={at}>{text}</mark> : <Words key={at} text={text} />,
        )}
      </p>
      <p class="source">
        <span class="kind">{words.kind(hit.kind)}</span>
        <SourceOf hit={hit} />
      </p>
    </article>
  );
}

/** A provision by its section and label. */
function PlaceOf({ hit: { address, heading, label } }: { readonly hit: Hit }) {
  return (
    <>
      <i>{heading}</i>
      {label !== '' && <span class="whole label">{`\u00a0${labelInPlace(address, label)}`}</span>}
    </>
  );
}

/** Where a hit stands: of a provision its text, of a chapter or a stop what it is part of, else the long name. */
function SourceOf({ hit: { kind, name, title, heading } }: { readonly hit: Hit }) {
  if (kind === 'provision') {
    return (
      <>
        {' '}
        <b>{name}</b> {title}
      </>
    );
  }
  const more = heading !== '' ? heading : title === name ? '' : title;
  return more === '' ? null : <> {more}</>;
}

function Nothing({ search }: { readonly search: SearchPlace }) {
  const isFiltered = Object.keys(search.filters).length > 0;
  return (
    <div class="nothing">
      <p>{words.searchScreen.emptyWhat}</p>
      <ul>
        {words.searchScreen.emptyTodo.map((advice) => (
          <li key={advice}>{advice}</li>
        ))}
        {isFiltered && (
          <li>
            <a href={searchHref({ ...search, filters: {}, from: 0 })}>
              {words.searchScreen.emptyFilters}
            </a>
          </li>
        )}
        <li>
          <a href="#/">{words.searchScreen.emptyHome}</a>
        </li>
      </ul>
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
        <a href={searchHref({ ...search, from: Math.max(0, from - pageSize) })}>
          {words.searchScreen.newer}
        </a>
      )}
      <span class="quiet">{words.searchScreen.range(from + 1, end, total)}</span>
      {end < total && <a href={searchHref({ ...search, from: end })}>{words.searchScreen.more}</a>}
    </nav>
  );
}
