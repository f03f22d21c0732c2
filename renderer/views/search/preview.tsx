import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Hit, ShownSection } from '../../../main/contract/answers.ts';
import type { Provision } from '../../../main/contract/document.ts';
import type { Glance } from '../../../main/contract/glance.ts';
import type { Prose } from '../../../main/contract/prose.ts';
import { nameOfRecord } from '../../../main/contract/records.ts';
import { inLanguage } from '../../parts/direction.ts';
import { createNames } from '../../parts/names.ts';
import { ProseText } from '../../parts/prose.tsx';
import { opening } from '../../parts/pieces.ts';
import { Words } from '../../parts/words.tsx';
import { hrefOf } from '../../state/places/index.ts';
import type { RecordShown } from '../../state/screens/index.ts';
import type { Preview, PreviewContent, Previews } from '../../state/search-preview.ts';
import { words } from '../../words/index.ts';

/** How the hits of a list take part in choosing the one that is seen beside it. */
export interface Choosing {
  readonly chosen: string | null;
  /** Whether each hit says by itself why it was found. */
  readonly saysWhy: boolean;
  readonly onChoose: (hit: Hit) => void;
  readonly onHover: (hit: Hit) => void;
  readonly onLeave: () => void;
}

interface PreviewPaneProps {
  readonly previews: Previews;
  /** What is shown until a person chooses. */
  readonly first: Hit;
}

/** One hit as it stands in its place, beside the list. */
export function PreviewPane({ previews, first }: PreviewPaneProps) {
  useEffect(() => previews.show(first), [previews, first]);
  const preview = previews.preview.value;
  const pane = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const chosen = pane.current?.querySelector<HTMLElement>('.is-chosen');
    if (pane.current === null) return;
    const above = chosen === null || chosen === undefined ? 0 : chosen.offsetTop - 88;
    pane.current.scrollTo({ top: Math.max(0, above) });
  }, [preview]);
  return (
    <section
      ref={pane}
      class="preview"
      aria-label={words.searchScreen.preview}
      // A part that scrolls by itself must be reached by the keys that scroll it.
      tabIndex={0} // oxlint-disable-line jsx-a11y/no-noninteractive-tabindex -- as above
    >
      {preview !== null && <Shown preview={preview} />}
    </section>
  );
}

function Shown({ preview: { hit, content } }: { readonly preview: Preview }) {
  return (
    <>
      {content === null ? (
        <p class="quiet">{words.searchScreen.noPreview}</p>
      ) : (
        <Content content={content} hit={hit} />
      )}
      <p class="preview-open">
        <a href={hrefOf(hit.address)}>
          {hit.kind === 'provision'
            ? words.searchScreen.openPreview
            : words.searchScreen.openRecord}
        </a>
      </p>
    </>
  );
}

function Content({ content, hit }: { readonly content: PreviewContent; readonly hit: Hit }) {
  switch (content.kind) {
    case 'section':
      return <Section shown={content.shown} at={hit.address} />;
    case 'record':
      return <Record shown={content.shown} at={hit.address} />;
    case 'work':
      return <Work glance={content.glance} />;
  }
}

/** How many provisions are shown before and after the one that was found. */
const before = 6;
const after = 14;

interface Line {
  readonly provision: Provision;
  readonly depth: number;
}

const linesOf = (provisions: readonly Provision[], depth = 0): readonly Line[] =>
  provisions.flatMap((provision) => [
    { provision, depth },
    ...linesOf(provision.provisions, depth + 1),
  ]);

function Section({ shown, at }: { readonly shown: ShownSection; readonly at: string }) {
  const { section, summary } = shown;
  const lines = linesOf(section.provisions);
  const place = at.split('#')[1] ?? '';
  const found = lines.findIndex(({ provision }) => provision.address === place);
  const start = Math.max(0, found - before);
  const shownLines = lines.slice(start, Math.max(found, 0) + after);
  return (
    <div class="preview-text" {...inLanguage(summary.language)}>
      <p class="kicker">{summary.name}</p>
      {section.heading !== '' && (
        <h2>
          <i>{section.heading}</i>
        </h2>
      )}
      {start > 0 && <p class="cut">…</p>}
      {shownLines.map(({ provision, depth }) => (
        <p
          key={provision.address}
          class={provision.address === place ? 'preview-line is-chosen' : 'preview-line'}
          data-depth={Math.min(depth, 3)}
        >
          <span class="place">{provision.label}</span>
          <span>
            <Words text={provision.text} />
          </span>
        </p>
      ))}
      {start + shownLines.length < lines.length && <p class="cut">…</p>}
    </div>
  );
}

function Record({ shown, at }: { readonly shown: RecordShown; readonly at: string }) {
  const stop =
    shown.kind === 'tour' ? shown.record.stops.find(({ address }) => address === at) : undefined;
  return (
    <div class="preview-text" {...inLanguage('en')}>
      <p class="kicker">{words.kind(stop === undefined ? shown.kind : 'stop')}</p>
      <h2>
        <Words text={stop?.title ?? nameOfRecord(shown.record)} />
      </h2>
      <ProseText
        prose={stop?.notes ?? beginningOf(proseOf(shown))}
        nameOf={createNames(shown.links)}
      />
    </div>
  );
}

/** A chapter is as long as it is; its beginning shows what it is about. */
const mostBlocks = 8;

const beginningOf = (prose: Prose): Prose => prose.slice(0, mostBlocks);

function proseOf(shown: RecordShown): Prose {
  switch (shown.kind) {
    case 'body':
      return shown.record.mandate;
    case 'handbook':
    case 'tour':
    case 'topic':
      return shown.record.lead;
    case 'chapter':
      return shown.record.text;
    case 'term':
      return shown.record.definition;
    case 'meeting':
      return [];
  }
}

/** What a card is told of a record may end in the middle of a sentence. */
const leadLength = 380;

function Work({ glance: { name, title, lead, editions, places } }: { readonly glance: Glance }) {
  return (
    <div class="preview-text" {...inLanguage('en')}>
      <h2>
        <Words text={name} />
      </h2>
      {title !== null && (
        <p class="title">
          <Words text={title} />
        </p>
      )}
      {lead !== '' && (
        <p>
          <Words text={opening(lead, leadLength)} />
        </p>
      )}
      {editions.length > 0 && (
        <ul>
          {editions.map(({ edition, name: printed }) => (
            <li key={edition}>
              <a href={hrefOf(edition)}>{printed}</a>
            </li>
          ))}
        </ul>
      )}
      {places > 0 && <p class="quiet">{words.workScreen.citedIn(places)}</p>}
    </div>
  );
}
