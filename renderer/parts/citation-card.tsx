import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Card, Cards } from '../state/card.ts';
import { hrefOf } from '../state/places/index.ts';
import { words } from '../words/index.ts';
import { CitedBy } from './cited-by.tsx';
import { previewId } from './citation-link.tsx';
import { inLanguage } from './direction.ts';
import { isOlder } from './edition-age.ts';
import { Icon } from './icon.tsx';
import { Peek } from './peek.tsx';
import { opening } from './pieces.ts';
import { placeBeside } from './place-beside.ts';
import { Status } from './status.tsx';
import { Words } from './words.tsx';

const headingId = 'card-heading';

/** What is shown of a citation: the preview while the pointer or the focus is on it, the whole card once it is asked for. */
export function CitationCard({ cards }: { readonly cards: Cards }) {
  const card = cards.card.value;
  return (
    <>
      <WholeCard card={card?.as === 'whole' ? card : null} cards={cards} />
      {card?.as === 'preview' && (
        <Peek
          // With its data it has another size, and so perhaps another place.
          key={`${card.cited.id} ${card.work === null}`}
          at={card.cited.id}
          name={words.card.preview}
          class="preview"
          peeks={cards}
        >
          <div id={previewId}>
            <Preview card={card} />
          </div>
        </Peek>
      )}
    </>
  );
}

function Preview({ card }: { readonly card: Card }) {
  const { cited, work } = card;
  return (
    <>
      <p class="name" {...inLanguage('en')}>
        {cited.name}
      </p>
      <About card={card} />
      <Availability card={card} />
      {work !== null && (
        <p class="quiet">
          {work.places > 0 ? words.card.alsoCited(work.places) : words.card.nowhereElse}
        </p>
      )}
    </>
  );
}

interface WholeCardProps {
  readonly card: Card | null;
  readonly cards: Cards;
}

/**
 * Near its link on a wide screen, at the foot of a narrow one. A modal dialog, so that the browser keeps the focus inside,
 * closes it on Escape, and leaves the page where it is.
 */
function WholeCard({ card, cards }: WholeCardProps) {
  const dialog = useRef<HTMLDialogElement>(null);

  useLayoutEffect(() => {
    const element = dialog.current;
    if (element === null || card === null) return;
    const link = document.getElementById(card.cited.id);
    // Placed before it is shown as well, since the browser scrolls to what gets the focus.
    if (link !== null) placeBeside(element, link, true);
    if (!element.open) {
      element.showModal();
      document.getElementById(headingId)?.focus({ preventScroll: true });
      if (link !== null) placeBeside(element, link, true);
    }
  }, [card]);

  useLayoutEffect(() => {
    if (card !== null) return;
    dialog.current?.close();
  }, [card]);

  return (
    // The dialog itself is hit only beside its content, on the backdrop.
    <dialog
      ref={dialog}
      class="card"
      aria-labelledby={headingId}
      onClose={() => {
        if (cards.card.peek()?.as === 'whole') cards.close();
      }}
      onPointerDown={(event) => {
        if (event.target === event.currentTarget) cards.close();
      }}
    >
      {card !== null && <Content card={card} cards={cards} />}
    </dialog>
  );
}

function Content({ card, cards }: { readonly card: Card; readonly cards: Cards }) {
  const { cited } = card;
  const [body = ''] = cited.work.split('/');
  return (
    <div class="card-content">
      <div class="card-head">
        <p class="kicker">{words.body(body)}</p>
        <h2 id={headingId} tabIndex={-1}>
          {cited.name}
        </h2>
        <button
          type="button"
          class="plain"
          onClick={() => cards.close()}
          aria-label={words.card.close}
        >
          <Icon name="close" />
        </button>
      </div>
      <About card={card} />
      <Availability card={card} />
      <Elsewhere card={card} />
    </div>
  );
}

/** What the record says: title, status, whether an older edition is cited, and its first words. */
function About({ card: { cited, work } }: { readonly card: Card }) {
  const { edition, known } = cited;
  const title = work?.title ?? null;
  return (
    <>
      {title !== null && (
        <p class="title" {...inLanguage('en')}>
          <Words text={title} />
        </p>
      )}
      {known !== null && (
        <p class="standing">
          <Status status={known.status} />
          {edition !== null && isOlder(edition, known.newest) && (
            <> · {words.citedOlder(edition, known.newest)}</>
          )}
        </p>
      )}
      {work !== null && work.lead !== '' && (
        <p class="gist" {...inLanguage('en')}>
          <Words text={opening(work.lead, 180)} />
        </p>
      )}
    </>
  );
}

function Availability({ card: { cited, work } }: { readonly card: Card }) {
  const { opens, edition } = cited;
  if (opens === null) {
    return (
      <p class="here">
        {words.card.notHere} <a href={hrefOf(cited.work)}>{words.card.record}</a>
      </p>
    );
  }
  const isCitedEdition = edition === null || opens === `${cited.work}@${edition}`;
  const name = work?.editions.find((one) => one.edition === opens)?.name ?? cited.name;
  return (
    <p class="here">
      {isCitedEdition ? words.card.here : words.card.otherHere}{' '}
      <a href={hrefOf(opens)}>{words.card.open(name)}</a>
    </p>
  );
}

function Elsewhere({ card: { cited, work, failure } }: { readonly card: Card }) {
  if (failure !== null) {
    const isKnownGap = failure.code === 'unknown-work';
    return <p class="quiet">{isKnownGap ? words.card.nowhereElse : words.card.failed}</p>;
  }
  if (work === null) return <p class="quiet">{words.card.loading}</p>;
  const { places, citedBy } = work;
  if (places === 0) return <p class="quiet">{words.card.nowhereElse}</p>;
  return (
    <>
      <h3>{words.card.alsoCited(places)}</h3>
      <CitedBy citations={citedBy} />
      {places > citedBy.length && (
        <p class="quiet">
          <a href={hrefOf(cited.work)}>{words.card.everyPlace}</a>
        </p>
      )}
    </>
  );
}
