import type { EditionSummary } from '../../../main/contract/answers.ts';
import { SearchBox } from '../../parts/search-box.tsx';
import { hrefOf } from '../../state/places.ts';
import type { Screen } from '../../state/screens.ts';
import type { SearchBox as SearchBoxModel } from '../../state/search-box.ts';
import { words } from '../../words/index.ts';
import { Entrances } from './entrances.tsx';

interface HomeProps {
  readonly screen: Screen & { readonly kind: 'home' };
  readonly searchBox: SearchBoxModel;
}

/** What this is, one search field, and every resolution by body and year. */
export function Home({ screen: { catalogue, about, topicCount }, searchBox }: HomeProps) {
  const { counts, version } = about;
  return (
    <div class="page home">
      <div class="hero">
        <h1 tabIndex={-1}>{words.homeScreen.name}</h1>
        <p class="lead">{words.homeScreen.lead}</p>
        <SearchBox model={searchBox} placeholder={words.searchBox.placeholder} />
        <p class="quiet">
          {words.homeScreen.counts(counts.editions, counts.provisions, counts.citations)}
        </p>
      </div>
      <Entrances counts={counts} topicCount={topicCount} />
      <h2 class="for-ears">{words.homeScreen.list}</h2>
      {catalogue.editions.length === 0 && <p>{words.homeScreen.empty}</p>}
      {[...Map.groupBy(catalogue.editions, ({ body }) => body)].map(([body, editions]) => (
        <Body key={body} body={body} editions={editions} />
      ))}
      <footer class="quiet">
        <p>{words.homeScreen.offline}</p>
        <p>{words.homeScreen.version(version)}</p>
      </footer>
    </div>
  );
}

function Body({
  body,
  editions,
}: {
  readonly body: string;
  readonly editions: readonly EditionSummary[];
}) {
  const headingId = `body-${body}`;
  const newestFirst = editions.toSorted((a, b) => b.year - a.year);
  return (
    <section class="body" aria-labelledby={headingId}>
      <h3 id={headingId}>{words.body(body)}</h3>
      <ul>
        {newestFirst.map((edition) => (
          <li key={edition.edition}>
            <span class="year">{edition.year}</span>
            <a href={hrefOf(edition.edition)}>
              <span class="name">{edition.name}</span>
              <span class="title">{edition.title}</span>
            </a>
            <span class="quiet">
              {[edition.meeting, edition.place, words.homeScreen.provisions(edition.provisionCount)]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
