import type { BlamedWord, NothingFound, SearchAnswer } from '../../../main/contract/answers.ts';
import { changed, searchFor, searchHref, type SearchPlace } from '../../state/places/index.ts';
import { withoutFields, withWord } from '../../state/query-text.ts';
import { words } from '../../words/index.ts';

interface NothingProps {
  readonly search: SearchPlace;
  readonly answer: SearchAnswer;
}

/** Where nothing was found: which word is to blame, and what would find something. */
export function Nothing({ search, answer: { nothing, total } }: NothingProps) {
  // A page beyond the last one is empty, too.
  if (total > 0) {
    return (
      <p class="nothing">
        <a href={searchHref(changed(search, {}))}>{words.searchScreen.toFirstPage}</a>
      </p>
    );
  }
  return (
    <div class="nothing">
      {nothing === null ? (
        <p>{words.searchScreen.emptyWhat}</p>
      ) : (
        <Why search={search} nothing={nothing} />
      )}
      <p>
        <a href="#/library">{words.searchScreen.emptyHome}</a>
      </p>
    </div>
  );
}

interface WhyProps {
  readonly search: SearchPlace;
  readonly nothing: NothingFound;
}

function Why({ search, nothing }: WhyProps) {
  const { withoutFilters, references } = nothing;
  const missing = nothing.words.filter(({ count }) => count === 0);
  // Of a word alone, the filters are to blame, and it is found without them.
  const present = nothing.words.length > 1 ? nothing.words.filter(({ count }) => count > 0) : [];
  return (
    <>
      {missing.length === 0 && (
        <p>{withoutFilters > 0 ? words.searchScreen.filteredAway : words.searchScreen.emptyWhat}</p>
      )}
      {missing.map((blamed) => (
        <Missing key={blamed.word} blamed={blamed} search={search} />
      ))}
      {present.length > 0 && (
        <ul class="present">
          {present.map(({ word, count }) => (
            <li key={word}>
              <a href={searchHref(searchFor(word))}>{words.searchScreen.wordFound(word, count)}</a>
            </li>
          ))}
        </ul>
      )}
      {withoutFilters > 0 && (
        <p>
          <a href={searchHref(unfiltered(search))}>
            {words.searchScreen.withoutFilters(withoutFilters)}
          </a>
        </p>
      )}
      {references > 0 && (
        <p>
          {words.searchScreen.noTexts}{' '}
          <a href={searchHref(amongReferences(search))}>
            {words.searchScreen.references(references)}
          </a>
        </p>
      )}
    </>
  );
}

interface MissingProps {
  readonly blamed: BlamedWord;
  readonly search: SearchPlace;
}

/** A word that is nowhere, and the nearest ones, each a search with it instead. */
function Missing({ blamed: { word, nearest }, search }: MissingProps) {
  return (
    <p>
      {words.searchScreen.wordMissing(word)}
      {nearest.length > 0 && (
        <>
          {' '}
          {words.searchScreen.nearest}{' '}
          {nearest.map((other, order) => (
            <span key={other}>
              {order > 0 && ', '}
              <a href={searchHref(changed(search, { query: withWord(search.query, word, other) }))}>
                {other}
              </a>
            </span>
          ))}
        </>
      )}
    </p>
  );
}

/** Fields of the query narrow it as filters do. */
const unfiltered = (search: SearchPlace): SearchPlace =>
  changed(search, { query: withoutFields(search.query), filters: {} });

const amongReferences = (search: SearchPlace): SearchPlace => ({
  ...unfiltered(search),
  filters: { has: 'record' },
});
