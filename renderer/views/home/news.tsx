import type { EditionNews } from '../../../main/contract/news.ts';
import { inLanguage } from '../../parts/direction.ts';
import { EditionNames } from '../../parts/edition-names.tsx';
import { labelInPlace } from '../../parts/place.ts';
import { Words } from '../../parts/words.tsx';
import { compareHref, hrefOf } from '../../state/places/index.ts';
import { words } from '../../words/index.ts';

/** What became of the texts that were revised last, in figures, with the way to all of it and some of what is new. */
export function Newest({ news }: { readonly news: readonly EditionNews[] }) {
  if (news.length === 0) return null;
  return (
    <section class="news" aria-labelledby="home-news">
      <h2 id="home-news">{words.homeScreen.news}</h2>
      {news.map((one) => (
        <One key={one.edition.edition} news={one} />
      ))}
    </section>
  );
}

function One({ news: { edition, before, figures, added } }: { readonly news: EditionNews }) {
  const { same: _unchanged, ...changes } = figures;
  const own = inLanguage(edition.language);
  return (
    <article>
      <h3 {...own}>
        <a href={hrefOf(edition.edition)}>
          <EditionNames text={edition.name} />
        </a>
      </h3>
      <p class="what" {...own}>
        <Words text={edition.title} />
      </p>
      <p class="figures">
        {words.homeScreen.newsAgainst(
          before.year === edition.year ? before.name : String(before.year),
          words.compareScreen.figures({ ...changes, same: 0 }),
        )}{' '}
        <a href={compareHref({ from: before.edition, to: edition.edition })}>
          {words.homeScreen.newsLink}
        </a>
      </p>
      {added.length > 0 && (
        <>
          <h4>{words.homeScreen.newProvisions}</h4>
          <ul>
            {added.map(({ address, heading, label, text }) => (
              <li key={address} {...own}>
                <a href={hrefOf(address)}>
                  <i>{heading}</i>
                  {label !== '' && (
                    <span class="whole label">{`\u00a0${labelInPlace(address, label)}`}</span>
                  )}
                </a>
                <span class="text">
                  <Words text={text} />
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </article>
  );
}
