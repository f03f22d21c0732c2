import type { Hit, Twin } from '../../../main/contract/answers.ts';
import { inLanguage } from '../../parts/direction.ts';
import { markedPieces } from '../../parts/pieces.ts';
import { labelInPlace } from '../../parts/place.ts';
import { Words } from '../../parts/words.tsx';
import { hrefOf, type SearchPlace } from '../../state/places.ts';
import { words } from '../../words/index.ts';

interface HitsProps {
  readonly hits: readonly Hit[];
  readonly search: SearchPlace;
}

/** Hits in their order: what the query names, where that is cited, and what has its words, each under its heading. */
export function Hits({ hits, search }: HitsProps) {
  const groups = groupsOf(hits, search);
  return groups.map(({ because, first, own }) =>
    because === null ? (
      <List key="all" hits={own} first={first} level={2} />
    ) : (
      <section key={because} class={`because is-${because}`} aria-labelledby={`because-${because}`}>
        <h2 id={`because-${because}`} class="group">
          {words.searchScreen.because[because]}
        </h2>
        <List hits={own} first={first} level={3} />
      </section>
    ),
  );
}

interface Group {
  /** Null: nothing is named, and there is one group. */
  readonly because: Hit['because'] | null;
  /** The number of its first hit among all results. */
  readonly first: number;
  readonly own: readonly Hit[];
}

function groupsOf(hits: readonly Hit[], { from, sort }: SearchPlace): readonly Group[] {
  // By date or by place in the texts, what is named stands among the rest.
  const isPlain = sort !== 'relevance' || hits.every(({ because }) => because === 'words');
  if (isPlain) return hits.length === 0 ? [] : [{ because: null, first: from + 1, own: hits }];
  let first = from + 1;
  return [...Map.groupBy(hits, ({ because }) => because)].map(([because, own]) => {
    const group = { because, first, own };
    first += own.length;
    return group;
  });
}

interface ListProps {
  readonly hits: readonly Hit[];
  readonly first: number;
  readonly level: 2 | 3;
}

function List({ hits, first, level }: ListProps) {
  return (
    <ol start={first}>
      {hits.map((hit) => (
        <li key={hit.address}>
          <HitView hit={hit} level={level} />
        </li>
      ))}
    </ol>
  );
}

interface HitProps {
  readonly hit: Hit;
  readonly level: 2 | 3;
}

function HitView({ hit, level }: HitProps) {
  const Heading = `h${level}` as const;
  const own = inLanguage(hit.language);
  return (
    <article class="hit">
      <Heading {...own}>
        <a href={hrefOf(hit.address)}>
          {hit.kind === 'provision' ? <PlaceOf hit={hit} /> : <Words text={hit.name} />}
        </a>
      </Heading>
      <TitleOf hit={hit} />
      <p class="snippet" {...own}>
        {markedPieces(hit.snippet, hit.marks).map(({ at, text, isMarked }) =>
          isMarked ? <mark key={at}>{text}</mark> : <Words key={at} text={text} />,
        )}
      </p>
      <p class="source">
        <span class="kind">{words.kind(hit.kind)}</span>
        {/* Where no heading says it. */}
        {level === 2 && hit.because !== 'words' && (
          <span class="why">{words.searchScreen.because[hit.because]}</span>
        )}
        <SourceOf hit={hit} />
      </p>
      <Also twins={hit.also} />
    </article>
  );
}

/** A provision by its section and label. */
function PlaceOf({ hit: { address, name, heading, label } }: { readonly hit: Hit }) {
  // A document of one's own may have neither.
  if (heading === '' && label === '') return <Words text={name} />;
  return (
    <>
      <i>{heading}</i>
      {label !== '' && <span class="whole label">{`\u00a0${labelInPlace(address, label)}`}</span>}
    </>
  );
}

/** The long name of a thing that is called by its number or letters, unless the words found are just that. */
function TitleOf({ hit: { kind, name, title, snippet, language } }: { readonly hit: Hit }) {
  if (kind === 'provision' || title === name || snippet.startsWith(title)) return null;
  return (
    <p class="title" {...inLanguage(language)}>
      <Words text={title} />
    </p>
  );
}

/** Where a hit stands: of a provision its text, of a chapter or a stop what it is part of. */
function SourceOf({ hit: { kind, name, title, heading, language } }: { readonly hit: Hit }) {
  const own = inLanguage(language);
  if (kind === 'provision') {
    return (
      <>
        {' '}
        <b>
          <bdi {...own}>{name}</bdi>
        </b>{' '}
        <bdi {...own}>{title}</bdi>
      </>
    );
  }
  return heading === '' ? null : (
    <>
      {' '}
      <bdi {...own}>{heading}</bdi>
    </>
  );
}

/** The same words in other editions: by their years, or by their names where the years are the same or not known. */
function Also({ twins }: { readonly twins: readonly Twin[] }) {
  if (twins.length === 0) return null;
  const years = new Set(twins.map(({ year }) => year));
  const isByYear = years.size === twins.length && !years.has(0);
  return (
    <p class="also">
      {words.searchScreen.alsoIn}{' '}
      {twins.map(({ address, name, year }, order) => (
        <span key={address}>
          {order > 0 && ', '}
          {isByYear ? (
            <a href={hrefOf(address)} aria-label={name}>
              {year}
            </a>
          ) : (
            <a href={hrefOf(address)}>{name}</a>
          )}
        </span>
      ))}
    </p>
  );
}
