import type { ComponentChildren } from 'preact';
import type { Hit, Twin } from '../../../main/contract/answers.ts';
import { inLanguage } from '../../parts/direction.ts';
import { markedPieces } from '../../parts/pieces.ts';
import { labelInPlace } from '../../parts/place.ts';
import { Words } from '../../parts/words.tsx';
import { hrefOf, type SearchPlace } from '../../state/places/index.ts';
import { byDocument, type FoundDocument } from '../../state/search-groups.ts';
import { words } from '../../words/index.ts';
import { hitId } from './hit-keys.ts';
import type { Choosing } from './preview.tsx';

interface HitsProps {
  readonly hits: readonly Hit[];
  readonly search: SearchPlace;
  readonly choosing: Choosing;
}

type Level = 2 | 3 | 4;

/**
 * What the query names, where that is cited, and what has its words, each under its heading; in each, the hits of a document
 * stand together under its name.
 */
export function Hits({ hits, search, choosing }: HitsProps) {
  // By date or by place in the texts, what is named stands among the rest.
  const isPlain = search.sort !== 'relevance' || hits.every(({ because }) => because === 'words');
  if (isPlain) return <Documents hits={hits} level={2} choosing={choosing} />;
  return [...Map.groupBy(hits, ({ because }) => because)].map(([because, own]) => (
    <section key={because} class={`because is-${because}`} aria-labelledby={`because-${because}`}>
      <h2 id={`because-${because}`} class="group">
        {words.searchScreen.because[because]}
      </h2>
      <Documents hits={own} level={3} choosing={choosing} />
    </section>
  ));
}

interface DocumentsProps {
  readonly hits: readonly Hit[];
  readonly level: 2 | 3;
  readonly choosing: Choosing;
}

function Documents({ hits, level, choosing }: DocumentsProps) {
  if (hits.length === 0) return null;
  return (
    <ol class="found-documents">
      {byDocument(hits).map((found) => (
        <li key={found.address}>
          {found.own === null ? (
            <DocumentHead found={found} level={level} />
          ) : (
            <HitView hit={found.own} level={level} choosing={choosing}>
              <Words text={found.own.name} />
            </HitView>
          )}
          {found.parts.length > 0 && (
            <ol class="parts">
              {found.parts.map((hit) => (
                <li key={hit.address}>
                  <HitView hit={hit} level={level === 2 ? 3 : 4} choosing={choosing}>
                    {hit.kind === 'provision' ? <PlaceOf hit={hit} /> : <Words text={hit.name} />}
                  </HitView>
                </li>
              ))}
            </ol>
          )}
        </li>
      ))}
    </ol>
  );
}

/** The document in which something was found, and not it itself. */
function DocumentHead({
  found: { address, name, title, language },
  level,
}: {
  readonly found: FoundDocument;
  readonly level: 2 | 3;
}) {
  const Heading = `h${level}` as const;
  const own = inLanguage(language);
  return (
    <div class="found-in">
      <Heading {...own}>
        <a href={hrefOf(address)}>
          <Words text={name} />
        </a>
      </Heading>
      {title !== '' && title !== name && (
        <p class="title" {...own}>
          <Words text={title} />
        </p>
      )}
    </div>
  );
}

interface HitProps {
  readonly hit: Hit;
  readonly level: Level;
  readonly choosing: Choosing;
  /** What it is called in its place. */
  readonly children: ComponentChildren;
}

function HitView({ hit, level, choosing, children }: HitProps) {
  const Heading = `h${level}` as const;
  const own = inLanguage(hit.language);
  const isPart = hit.kind === 'provision';
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the focus on its link does the same
    <article
      class={choosing.chosen === hit.address ? 'hit is-chosen' : 'hit'}
      onMouseEnter={() => choosing.onHover(hit)}
      onMouseLeave={choosing.onLeave}
    >
      <Heading {...own}>
        <a
          id={hitId(hit.address)}
          class="open"
          href={hrefOf(hit.address)}
          onFocus={() => choosing.onChoose(hit)}
          onClick={() => choosing.onChoose(hit)}
        >
          {children}
        </a>
      </Heading>
      <TitleOf hit={hit} />
      <p class="snippet" {...own}>
        {markedPieces(hit.snippet, hit.marks).map(({ at, text, isMarked }) =>
          isMarked ? <mark key={at}>{text}</mark> : <Words key={at} text={text} />,
        )}
      </p>
      {(!isPart || choosing.saysWhy) && (
        <p class="source">
          {!isPart && <span class="kind">{words.kind(hit.kind)}</span>}
          {choosing.saysWhy && hit.because !== 'words' && (
            <span class="why">{words.searchScreen.because[hit.because]}</span>
          )}
        </p>
      )}
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
  const isPart = kind === 'provision' || kind === 'chapter' || kind === 'stop';
  if (isPart || title === name || title === '' || snippet.startsWith(title)) return null;
  return (
    <p class="title" {...inLanguage(language)}>
      <Words text={title} />
    </p>
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
