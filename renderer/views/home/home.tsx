import { SearchBox } from '../../parts/search-box.tsx';
import type { Display } from '../../state/display.ts';
import type { Recents } from '../../state/recent.ts';
import { searchFor, searchHref } from '../../state/places/index.ts';
import type { Screen } from '../../state/screens/index.ts';
import type { SearchBox as SearchBoxModel } from '../../state/search-box.ts';
import type { Greeting } from '../../state/welcome.ts';
import { words, type Language } from '../../words/index.ts';
import { useTrainerTools } from '../frame/trainer-tools.ts';
import { Continue } from './continue.tsx';
import { Entrances } from './entrances.tsx';
import { Newest } from './news.tsx';
import { Texts } from './texts.tsx';
import { Tours } from './tours.tsx';
import { WelcomeView } from './welcome.tsx';

interface HomeProps {
  readonly screen: Screen & { readonly kind: 'home' };
  readonly searchBox: SearchBoxModel;
  readonly recents: Recents;
  readonly greeting: Greeting;
  readonly display: Display<Language>;
}

/** What this is and one search field; where one was, what is new, what to be guided through, and what is here. */
export function Home({ screen, searchBox, recents, greeting, display }: HomeProps) {
  const { catalogue, about, topicCount, tours, news, welcome } = screen;
  const tools = useTrainerTools();
  const { counts, version } = about;
  const examples = Object.values(words.homeScreen.examples);
  return (
    <div class="page home">
      <div class="hero">
        <h1 tabIndex={-1}>{words.homeScreen.name}</h1>
        <p class="lead">{words.homeScreen.lead}</p>
        <SearchBox model={searchBox} placeholder={words.searchBox.placeholder} />
        <div class="examples">
          <p id="examples">{words.homeScreen.tryThese}</p>
          <ul aria-labelledby="examples">
            {examples.map((query) => (
              <li key={query}>
                <a href={searchHref(searchFor(query))} lang="en" dir="ltr">
                  {query}
                </a>
              </li>
            ))}
          </ul>
        </div>
      </div>
      {welcome !== null && greeting.isDue.value && (
        <WelcomeView
          welcome={welcome}
          tours={tours}
          greeting={greeting}
          hasShell={tools?.hasShell === true}
          display={display}
        />
      )}
      <div class="columns">
        <div>
          <Continue recents={recents} editions={catalogue.editions} />
          <Newest news={news} />
        </div>
        <div>
          <Tours tours={tours} />
        </div>
      </div>
      <Texts editions={catalogue.editions} />
      <Entrances counts={counts} topicCount={topicCount} />
      <footer class="quiet">
        <p>{words.homeScreen.counts(counts.editions, counts.provisions, counts.citations)}</p>
        <p>{words.homeScreen.offline}</p>
        <p>{words.homeScreen.version(version)}</p>
      </footer>
    </div>
  );
}
