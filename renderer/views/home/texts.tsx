import type { EditionSummary } from '../../../main/contract/answers.ts';
import { inLanguage } from '../../parts/direction.ts';
import { Words } from '../../parts/words.tsx';
import { hrefOf } from '../../state/places/index.ts';
import { words } from '../../words/index.ts';

/** As many works as are looked over at once; all of them stand in the library. */
const mostWorks = 12;

/** The texts that were adopted last, a work with all its editions, by body. */
export function Texts({ editions }: { readonly editions: readonly EditionSummary[] }) {
  const works = [...Map.groupBy(editions, ({ work }) => work).values()];
  const shown = works.toSorted(([a], [b]) => (b?.year ?? 0) - (a?.year ?? 0)).slice(0, mostWorks);
  return (
    <section class="texts" aria-labelledby="home-texts">
      <h2 id="home-texts">{words.homeScreen.list}</h2>
      {editions.length === 0 && <p>{words.homeScreen.empty}</p>}
      {[...Map.groupBy(shown, ([newest]) => newest?.body ?? '')].map(([body, own]) => (
        <Body key={body} body={body} works={own} />
      ))}
      {works.length > shown.length && (
        <p>
          <a href="#/library">{words.homeScreen.allTexts(editions.length)}</a>
        </p>
      )}
    </section>
  );
}

interface BodyProps {
  readonly body: string;
  /** Newest edition first. */
  readonly works: readonly (readonly EditionSummary[])[];
}

function Body({ body, works }: BodyProps) {
  const headingId = `body-${body}`;
  return (
    <section class="body" aria-labelledby={headingId}>
      <h3 id={headingId}>{words.body(body)}</h3>
      <ul>
        {works.flatMap((editions) =>
          editions.map((edition) => <Edition key={edition.edition} edition={edition} />),
        )}
      </ul>
    </section>
  );
}

function Edition({ edition }: { readonly edition: EditionSummary }) {
  const { name, title, year, meeting, place, provisionCount, language } = edition;
  const own = inLanguage(language);
  return (
    <li>
      <span class="year">{year}</span>
      <a href={hrefOf(edition.edition)} {...own}>
        <span class="name">
          <Words text={name} />
        </span>
        <span class="title">
          <Words text={title} />
        </span>
      </a>
      <span class="quiet">
        {[meeting, place, words.homeScreen.provisions(provisionCount)].filter(Boolean).join(' · ')}
      </span>
    </li>
  );
}
